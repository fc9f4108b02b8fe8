package jp.madoguchi.calendar;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What the counter does on one day.
 *
 * @param hours when it is open; empty on a closed day
 * @param closed why it is closed; empty on an open day
 * @param shortened why the day is shorter than usual, in the supervisor's words
 * @param provisional whether this rests on a holiday list that is not out yet
 * @param nextOpening the first opening after this day; empty when none lies within a year
 */
public record OfficeDay(
    LocalDate date,
    Optional<OpeningHours> hours,
    Optional<ClosedReason> closed,
    Optional<String> shortened,
    boolean provisional,
    Optional<ZonedDateTime> nextOpening) {

  public boolean open() {
    return hours.isPresent();
  }
}
