package jp.madoguchi.calendar;

import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/**
 * The counter's hours on one day (R-HOURS), in the office's local time.
 *
 * @param from the first moment at which an application is taken
 * @param to the moment at which the counter is closed again
 */
public record OpeningHours(LocalTime from, LocalTime to) {

  public OpeningHours {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("The counter opens at " + from + " and closes at " + to);
    }
  }

  /** Reads a setting such as {@code 08:30-17:15}. */
  public static OpeningHours parse(String text) {
    String[] ends = text.split("-", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException("Opening hours are written 08:30-17:15, not " + text);
    }
    return new OpeningHours(LocalTime.parse(ends[0].trim()), LocalTime.parse(ends[1].trim()));
  }

  public boolean include(LocalTime time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  /** What both have in common; empty when they do not meet. */
  public Optional<OpeningHours> within(OpeningHours other) {
    LocalTime start = from.isAfter(other.from) ? from : other.from;
    LocalTime end = to.isBefore(other.to) ? to : other.to;
    return start.isBefore(end) ? Optional.of(new OpeningHours(start, end)) : Optional.empty();
  }
}
