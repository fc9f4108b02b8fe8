package jp.madoguchi.resident;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** Dates as registers and people write them: ISO, with slashes, or eight digits. */
final class RegisterDates {

  private static final List<DateTimeFormatter> FORMS =
      List.of(strict("uuuu-MM-dd"), strict("uuuuMMdd"), strict("uuuu/M/d"), strict("uuuu年M月d日"));

  private RegisterDates() {}

  /** The date, or empty when it is none, such as 30 February. */
  static Optional<LocalDate> read(String text) {
    String narrow = SearchKey.narrow(text);
    for (DateTimeFormatter form : FORMS) {
      try {
        return Optional.of(LocalDate.parse(narrow, form));
      } catch (DateTimeException e) {
        // The next form may fit.
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
