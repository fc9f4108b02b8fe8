package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.util.Objects;

/** A person's birthdays (R-BIRTHDAY). */
public record Birthdays(LocalDate birthDate, LeapDay leapDay) {

  public Birthdays {
    Objects.requireNonNull(birthDate, "birthDate");
    Objects.requireNonNull(leapDay, "leapDay");
  }

  /** The day on which the person becomes so many years old. */
  public LocalDate reaching(int age) {
    return leapDay.birthday(birthDate, birthDate.getYear() + age);
  }

  /** Full years on a day; the birthday itself counts. Negative before birth. */
  public int ageOn(LocalDate day) {
    int years = day.getYear() - birthDate.getYear();
    return day.isBefore(reaching(years)) ? years - 1 : years;
  }

  /**
   * The n-th birthday after a day (発行の日後n回目の誕生日): a birthday on the day itself does not count.
   *
   * @param n 1 or more
   */
  public LocalDate nthAfter(int n, LocalDate day) {
    return reaching(ageOn(day) + n);
  }
}
