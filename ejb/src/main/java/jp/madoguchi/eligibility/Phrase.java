package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.calendar.ClosedReason;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.text.Texts;

/**
 * Words of a judgement, in the reader's language when they are read.
 *
 * @param key the text's key; or the text itself, where a process owner wrote one into a table
 * @param arguments the values for the text's placeholders, in order; an empty string for one that
 *     is not known
 */
public record Phrase(String key, List<Object> arguments) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  public Phrase {
    arguments = List.copyOf(arguments);
  }

  public static Phrase of(String key, Object... arguments) {
    return new Phrase(key, List.of(arguments));
  }

  public String in(Locale locale) {
    return Texts.get(
        locale, key, arguments.stream().map(argument -> words(argument, locale)).toArray());
  }

  /** In Japanese. */
  @Override
  public String toString() {
    return in(Locale.JAPANESE);
  }

  private static Object words(Object argument, Locale locale) {
    if (argument instanceof LocalDate date) {
      return day(date, locale);
    }
    if (argument instanceof Phrase phrase) {
      return phrase.in(locale);
    }
    if (argument instanceof ZonedDateTime moment) {
      return day(moment.toLocalDate(), locale) + " " + TIME.format(moment);
    }
    return argument instanceof ClosedReason reason ? reason.text(locale) : argument;
  }

  private static String day(LocalDate date, Locale locale) {
    return locale.getLanguage().equals("ja")
        ? new Wareki(date).text()
        : DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
  }
}
