package jp.madoguchi.calendar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A day that a supervisor took out of the ordinary week: closed, or shorter (R-CLOSED).
 *
 * @param hours the shorter hours; empty when the day is closed
 * @param reason what visitors are told
 */
public record SpecialDay(LocalDate date, Optional<OpeningHours> hours, String reason) {

  public SpecialDay {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(hours, "hours");
    Objects.requireNonNull(reason, "reason");
  }

  public static SpecialDay closed(LocalDate date, String reason) {
    return new SpecialDay(date, Optional.empty(), reason);
  }

  public static SpecialDay shorter(LocalDate date, OpeningHours hours, String reason) {
    return new SpecialDay(date, Optional.of(hours), reason);
  }
}
