package jp.madoguchi.calendar;

import java.time.ZonedDateTime;
import java.util.Optional;

/** Whether the counter takes applications at one moment (R-HOURS, R-CLOSED). */
public sealed interface CounterHours {

  /** The counter is open. */
  record Open(ZonedDateTime until) implements CounterHours {}

  /** The counter opens on this day, but not at this time. */
  record OutOfHours(OpeningHours hours, Optional<ZonedDateTime> nextOpening)
      implements CounterHours {}

  /** The counter does not open on this day at all. */
  record ClosedDay(ClosedReason reason, Optional<ZonedDateTime> nextOpening)
      implements CounterHours {}

  default boolean open() {
    return this instanceof Open;
  }
}
