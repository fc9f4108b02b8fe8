package jp.madoguchi.calendar;

import java.time.LocalDate;
import jp.madoguchi.problem.Problem;

/** What came of reading a typed date. */
public sealed interface WarekiReading {

  /** It is this date. */
  record Read(LocalDate date) implements WarekiReading {}

  /** It is none, and the problem says why and what to type. */
  record Refused(Problem problem) implements WarekiReading {}
}
