package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/**
 * When the authority is out of service by plan (R-SYSTEM-HOURS).
 *
 * <p>Setting {@code authority.stops}: intervals in office time, separated by commas, once as {@code
 * 2026-11-24T12:00/2026-11-24T13:00} or every day as {@code 23:00/06:00}.
 */
@ApplicationScoped
public class PlannedStops {

  private Settings settings;
  private OfficeClock clock;

  protected PlannedStops() {}

  @Inject
  public PlannedStops(Settings settings, OfficeClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The end of the stop that is running now. */
  public Optional<ZonedDateTime> runningUntil() {
    String stops = settings.text("authority.stops", "");
    LocalDateTime now = clock.now().toLocalDateTime();
    return Arrays.stream(stops.split(","))
        .map(String::strip)
        .filter(stop -> !stop.isEmpty())
        .map(stop -> endOf(stop, now))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .map(end -> end.atZone(OfficeClock.ZONE));
  }

  private static Optional<LocalDateTime> endOf(String stop, LocalDateTime now) {
    String[] ends = stop.split("/", -1);
    try {
      if (ends.length == 2 && stop.contains("T")) {
        return once(LocalDateTime.parse(ends[0]), LocalDateTime.parse(ends[1]), now);
      }
      if (ends.length == 2) {
        return daily(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]), now);
      }
    } catch (DateTimeException e) {
      throw malformed(stop);
    }
    throw malformed(stop);
  }

  private static Optional<LocalDateTime> once(
      LocalDateTime from, LocalDateTime to, LocalDateTime now) {
    return !now.isBefore(from) && now.isBefore(to) ? Optional.of(to) : Optional.empty();
  }

  private static Optional<LocalDateTime> daily(LocalTime from, LocalTime to, LocalDateTime now) {
    LocalDateTime began = now.toLocalDate().atTime(from);
    if (began.isAfter(now)) {
      began = began.minusDays(1);
    }
    LocalDateTime end = began.toLocalDate().atTime(to);
    return once(began, end.isAfter(began) ? end : end.plusDays(1), now);
  }

  private static RuntimeException malformed(String stop) {
    return Problem.refused("authority-stops-malformed", stop).asException();
  }
}
