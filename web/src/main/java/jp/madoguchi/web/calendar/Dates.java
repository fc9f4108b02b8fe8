package jp.madoguchi.web.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import jp.madoguchi.problem.Problem;

/** Dates in addresses. */
final class Dates {

  private Dates() {}

  /** Reads an ISO date; anything else is refused by the parameter's name. */
  static LocalDate read(String parameter, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Problem.refused("request-malformed", parameter).asException();
    }
  }
}
