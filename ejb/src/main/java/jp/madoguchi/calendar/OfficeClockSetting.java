package jp.madoguchi.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/** Moves the office's clock in the training stage: hours, due dates, timers and validity follow. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR", "PROCESS_OWNER", "ADMIN"})
public class OfficeClockSetting {

  /** Certificates began in 2016, and their dates have two digits until 2049. */
  private static final Instant EARLIEST = Instant.parse("2016-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2040-01-01T00:00:00Z");

  private final SystemOfficeClock clock;
  private final ClockOffset kept;
  private final Settings settings;
  private final Event<OfficeClockMoved> moves;

  @Inject
  public OfficeClockSetting(
      SystemOfficeClock clock, ClockOffset kept, Settings settings, Event<OfficeClockMoved> moves) {
    this.clock = clock;
    this.kept = kept;
    this.settings = settings;
    this.moves = moves;
  }

  /** For the container's proxy. */
  protected OfficeClockSetting() {
    this(null, null, null, null);
  }

  /**
   * Moves the clock, forward or back, so that it is this instant now; it then runs on.
   *
   * @return what was moved, also fired as an event
   * @throws jp.madoguchi.problem.BusinessException {@code clock-not-movable} outside training,
   *     {@code clock-out-of-range} before 2016 or after 2039
   */
  public OfficeClockMoved moveTo(Instant now) {
    if (!settings.training()) {
      throw Problem.refused("clock-not-movable").asException();
    }
    if (now.isBefore(EARLIEST) || !now.isBefore(LATEST)) {
      throw Problem.refused("clock-out-of-range").asException();
    }
    Duration offset = Duration.ofMillis(clock.offsetTo(now).toMillis());
    kept.write(offset);
    OfficeClockMoved moved = new OfficeClockMoved(now, offset);
    moves.fire(moved);
    return moved;
  }
}
