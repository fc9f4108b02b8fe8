package jp.madoguchi.calendar;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.madoguchi.settings.Settings;

/** The system's time; in the training stage moved by the kept offset. */
@ApplicationScoped
public class SystemOfficeClock implements OfficeClock {

  private final ClockOffset kept;
  private final Settings settings;
  private final Clock system;
  private volatile Duration offset = Duration.ZERO;

  @Inject
  public SystemOfficeClock(ClockOffset kept, Settings settings) {
    this(kept, settings, Clock.systemUTC());
  }

  SystemOfficeClock(ClockOffset kept, Settings settings, Clock system) {
    this.kept = kept;
    this.settings = settings;
    this.system = system;
  }

  /** For the container's proxy. */
  protected SystemOfficeClock() {
    this(null, null, null);
  }

  /** Outside the training stage the offset is not even looked at. */
  @PostConstruct
  void start() {
    offset = settings.training() ? kept.read() : Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return system.instant().plus(offset);
  }

  /** By how much the office's time must be ahead of the system's to be this instant now. */
  public Duration offsetTo(Instant target) {
    return Duration.between(system.instant(), target);
  }

  /** By how much the office's time is ahead of the system's. */
  public Duration offset() {
    return offset;
  }

  void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) OfficeClockMoved moved) {
    offset = moved.offset();
  }
}
