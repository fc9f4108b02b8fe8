package jp.madoguchi.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * The machine's own time, which no training moves: for what machines prove to each other. Both ends
 * of a TLS connection compare a certificate's days with their own clocks.
 */
@ApplicationScoped
public class MachineTime {

  private final Clock clock;

  public MachineTime() {
    this(Clock.systemUTC());
  }

  public MachineTime(Clock clock) {
    this.clock = clock;
  }

  public Instant instant() {
    return clock.instant();
  }
}
