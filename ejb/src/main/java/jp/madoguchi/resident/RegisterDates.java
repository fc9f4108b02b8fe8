package jp.madoguchi.resident;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as registers and people write them: ISO, with slashes or 年月日, or eight digits. */
final class RegisterDates {

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})"),
          Pattern.compile("(\\d{4})(\\d{2})(\\d{2})"),
          Pattern.compile("(\\d{4})/(\\d{1,2})/(\\d{1,2})"),
          Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日"));

  private RegisterDates() {}

  /** The date, or empty when it is none, such as 30 February. */
  static Optional<LocalDate> read(String text) {
    String narrow = SearchKey.narrow(text);
    return FORMS.stream()
        .map(form -> form.matcher(narrow))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(RegisterDates::date);
  }

  private static Optional<LocalDate> date(Matcher parts) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
