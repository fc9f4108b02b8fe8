package jp.madoguchi.calendar;

import java.time.LocalDate;

/**
 * The equinox days by Japan time, by the approximation of the Hydrographic Department (海上保安庁水路部,
 * 新こよみ便利帳): the sun's place in 1980 moved on by the length of the tropical year, less the leap
 * days. Right for every year from 1900 to 2150 in which the day has been announced.
 */
final class Equinox {

  private static final double DAYS_PER_YEAR_BEYOND_365 = 0.242194;

  private Equinox() {}

  static LocalDate spring(int year) {
    return LocalDate.of(year, 3, day(year, 20.8357, 20.8431, 21.8510));
  }

  static LocalDate autumn(int year) {
    return LocalDate.of(year, 9, day(year, 23.2588, 23.2488, 24.2488));
  }

  private static int day(int year, double until1979, double until2099, double until2150) {
    if (year < 1980) {
      return (int) (until1979 + moved(year) - (year - 1983) / 4);
    }
    double in1980 = year < 2100 ? until2099 : until2150;
    return (int) (in1980 + moved(year) - (year - 1980) / 4);
  }

  private static double moved(int year) {
    return DAYS_PER_YEAR_BEYOND_365 * (year - 1980);
  }
}
