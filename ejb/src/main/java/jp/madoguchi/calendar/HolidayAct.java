package jp.madoguchi.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The Act on National Holidays (国民の祝日に関する法律, 昭和23年法律第178号) with its reforms and the special acts,
 * for years that no official list reaches. The equinox days are reckoned; the official ones are
 * announced in the February before, so what this says of later years is provisional.
 */
public final class HolidayAct {

  /** 振替休日 (Art. 3(2)). */
  public static final String SUBSTITUTE = "振替休日";

  /** 国民の休日 (Art. 3(3)). */
  public static final String BETWEEN = "国民の休日";

  /** The Act came into force on 20 July 1948. */
  public static final int FIRST_YEAR = 1948;

  /** The reckoning of the equinoxes is good until then. */
  public static final int LAST_YEAR = 2150;

  private static final LocalDate IN_FORCE = LocalDate.of(1948, 7, 20);
  private static final LocalDate SUBSTITUTES_SINCE = LocalDate.of(1973, 4, 12);
  private static final LocalDate BETWEEN_SINCE = LocalDate.of(1985, 12, 27);
  private static final int NEAREST_FREE_DAY_SINCE = 2007;

  private static final List<Article> ARTICLES =
      List.of(
          day("元日", 1948, 9999, 1, 1),
          day("成人の日", 1948, 1999, 1, 15),
          monday("成人の日", 2000, 9999, 1, 2),
          day("建国記念の日", 1967, 9999, 2, 11),
          day("天皇誕生日", 1948, 1988, 4, 29),
          day("天皇誕生日", 1989, 2018, 12, 23),
          day("天皇誕生日", 2020, 9999, 2, 23),
          new Article("春分の日", 1948, 9999, Equinox::spring),
          day("みどりの日", 1989, 2006, 4, 29),
          day("昭和の日", 2007, 9999, 4, 29),
          day("憲法記念日", 1948, 9999, 5, 3),
          day("みどりの日", 2007, 9999, 5, 4),
          day("こどもの日", 1948, 9999, 5, 5),
          day("海の日", 1996, 2002, 7, 20),
          monday("海の日", 2003, 2019, 7, 3),
          monday("海の日", 2022, 9999, 7, 3),
          day("山の日", 2016, 2019, 8, 11),
          day("山の日", 2022, 9999, 8, 11),
          day("敬老の日", 1966, 2002, 9, 15),
          monday("敬老の日", 2003, 9999, 9, 3),
          new Article("秋分の日", 1948, 9999, Equinox::autumn),
          day("体育の日", 1966, 1999, 10, 10),
          monday("体育の日", 2000, 2019, 10, 2),
          monday("スポーツの日", 2022, 9999, 10, 2),
          day("文化の日", 1948, 9999, 11, 3),
          day("勤労感謝の日", 1948, 9999, 11, 23),
          // 平成三十二年東京オリンピック競技大会・東京パラリンピック競技大会特別措置法 (2020 and, as amended, 2021)
          day("海の日", 2020, 2020, 7, 23),
          day("スポーツの日", 2020, 2020, 7, 24),
          day("山の日", 2020, 2020, 8, 10),
          day("海の日", 2021, 2021, 7, 22),
          day("スポーツの日", 2021, 2021, 7, 23),
          day("山の日", 2021, 2021, 8, 8),
          // Days made holidays by acts of their own
          day("皇太子明仁親王の結婚の儀", 1959, 1959, 4, 10),
          day("昭和天皇の大喪の礼", 1989, 1989, 2, 24),
          day("即位礼正殿の儀", 1990, 1990, 11, 12),
          day("皇太子徳仁親王の結婚の儀", 1993, 1993, 6, 9),
          day("天皇の即位の日", 2019, 2019, 5, 1),
          day("即位礼正殿の儀の行われる日", 2019, 2019, 10, 22));

  private HolidayAct() {}

  /**
   * The holiday's name, if the day is one.
   *
   * @throws IllegalArgumentException for a year outside {@link #FIRST_YEAR} to {@link #LAST_YEAR}
   */
  public static Optional<String> name(LocalDate date) {
    return Optional.ofNullable(of(date.getYear()).get(date));
  }

  /**
   * All days of a year that the Act makes holidays, in order.
   *
   * @throws IllegalArgumentException for a year outside {@link #FIRST_YEAR} to {@link #LAST_YEAR}
   */
  public static NavigableMap<LocalDate, String> of(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException("The Act's rules are known for 1948 to 2150, not " + year);
    }
    NavigableMap<LocalDate, String> national = new TreeMap<>();
    ARTICLES.stream()
        .filter(article -> article.from() <= year && year <= article.to())
        .forEach(article -> national.put(article.day().apply(year), article.name()));
    national.keySet().removeIf(IN_FORCE::isAfter);
    NavigableMap<LocalDate, String> all = new TreeMap<>(national);
    addSubstitutes(national, all);
    addDaysBetween(national, all);
    return all;
  }

  /** Art. 3(2): a holiday on a Sunday gives the next day, since 2007 the next free one. */
  private static void addSubstitutes(Map<LocalDate, String> national, Map<LocalDate, String> all) {
    for (LocalDate holiday : national.keySet()) {
      if (holiday.getDayOfWeek() != SUNDAY || holiday.isBefore(SUBSTITUTES_SINCE)) {
        continue;
      }
      LocalDate day = holiday.plusDays(1);
      while (holiday.getYear() >= NEAREST_FREE_DAY_SINCE && national.containsKey(day)) {
        day = day.plusDays(1);
      }
      all.putIfAbsent(day, SUBSTITUTE);
    }
  }

  /** Art. 3(3): a day between two national holidays; until 2006 not when it is a Sunday. */
  private static void addDaysBetween(Map<LocalDate, String> national, Map<LocalDate, String> all) {
    for (LocalDate holiday : national.keySet()) {
      LocalDate day = holiday.plusDays(1);
      boolean between = national.containsKey(day.plusDays(1)) && !national.containsKey(day);
      boolean sundayOfOld = day.getDayOfWeek() == SUNDAY && day.getYear() < NEAREST_FREE_DAY_SINCE;
      if (between && !sundayOfOld && !day.isBefore(BETWEEN_SINCE)) {
        all.putIfAbsent(day, BETWEEN);
      }
    }
  }

  private static Article day(String name, int from, int to, int month, int day) {
    return new Article(name, from, to, year -> LocalDate.of(year, month, day));
  }

  private static Article monday(String name, int from, int to, int month, int ordinal) {
    return new Article(
        name,
        from,
        to,
        year -> LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, MONDAY)));
  }

  /** One line of Art. 2, in the years in which it stood so. */
  private record Article(String name, int from, int to, IntFunction<LocalDate> day) {}
}
