package jp.madoguchi.calendar;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Objects;

/**
 * A date as the counter writes and reads it (和暦). Reckoned from 1 January 1873 on, when Japan took
 * the solar calendar.
 */
public record Wareki(LocalDate date) implements Comparable<Wareki> {

  /** The first day that has an era date in the solar calendar: 明治6年1月1日. */
  public static final LocalDate FIRST = LocalDate.of(1873, 1, 1);

  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);

  public Wareki {
    Objects.requireNonNull(date, "date");
    if (date.isBefore(FIRST)) {
      throw new IllegalArgumentException("No era date before 1873: " + date);
    }
  }

  /** Reads what somebody typed; see {@link WarekiReader}. */
  public static WarekiReading read(String typed) {
    return WarekiReader.read(typed);
  }

  /**
   * Reads what somebody typed.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code date-…} when it is not a date
   */
  public static LocalDate parse(String typed) {
    WarekiReading reading = read(typed);
    if (reading instanceof WarekiReading.Refused refused) {
      throw refused.problem().asException();
    }
    return ((WarekiReading.Read) reading).date();
  }

  /** 令和8年11月24日(火). */
  public String text() {
    return dayText()
        + "("
        + date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPAN)
        + ")";
  }

  /** As {@link #text()} in Japanese; in another language Tue 24 Nov 2026. */
  public String text(Locale locale) {
    return locale.getLanguage().equals("ja") ? text() : ENGLISH.format(date);
  }

  /** 令和8年11月24日; the first year of an era is 元年. */
  public String dayText() {
    int year = yearOfEra();
    return eraName()
        + (year == 1 ? "元" : year)
        + "年"
        + date.getMonthValue()
        + "月"
        + date.getDayOfMonth()
        + "日";
  }

  /** R8.11.24. */
  public String shortText() {
    return "%s%d.%d.%d"
        .formatted(
            JapaneseDate.from(date).getEra().getDisplayName(TextStyle.NARROW, Locale.ENGLISH),
            yearOfEra(),
            date.getMonthValue(),
            date.getDayOfMonth());
  }

  /** 令和. */
  public String eraName() {
    return JapaneseDate.from(date).getEra().getDisplayName(TextStyle.FULL, Locale.JAPAN);
  }

  public int yearOfEra() {
    return JapaneseDate.from(date).get(ChronoField.YEAR_OF_ERA);
  }

  @Override
  public int compareTo(Wareki other) {
    return date.compareTo(other.date);
  }

  @Override
  public String toString() {
    return text();
  }
}
