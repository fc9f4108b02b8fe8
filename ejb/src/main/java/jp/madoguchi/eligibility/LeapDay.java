package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.time.Year;
import jp.madoguchi.settings.Settings;

/**
 * When somebody born on 29 February has their birthday in other years (R-BIRTHDAY; setting {@code
 * birthday.leap-day}, {@code 02-28} or {@code 03-01}).
 */
public enum LeapDay {
  FEBRUARY_28(2, 28),
  MARCH_1(3, 1);

  private final int month;
  private final int day;

  LeapDay(int month, int day) {
    this.month = month;
    this.day = day;
  }

  public static LeapDay of(Settings settings) {
    String text = settings.text("birthday.leap-day", "02-28");
    return switch (text) {
      case "02-28" -> FEBRUARY_28;
      case "03-01" -> MARCH_1;
      default -> throw new IllegalArgumentException("birthday.leap-day is 02-28 or 03-01: " + text);
    };
  }

  /** The birthday in a year of somebody born on this date. */
  LocalDate birthday(LocalDate birthDate, int year) {
    boolean bornOnLeapDay = birthDate.getMonthValue() == 2 && birthDate.getDayOfMonth() == 29;
    return bornOnLeapDay && !Year.isLeap(year)
        ? LocalDate.of(year, month, day)
        : birthDate.withYear(year);
  }
}
