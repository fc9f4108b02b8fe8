package jp.madoguchi.testing;

import java.time.Duration;
import java.time.Instant;
import jp.madoguchi.calendar.MachineTime;

/** A machine's time that stands where a test puts it. */
public final class MovableTime extends MachineTime {

  private Instant instant;

  public MovableTime(String instant) {
    this.instant = Instant.parse(instant);
  }

  public void pass(Duration duration) {
    instant = instant.plus(duration);
  }

  @Override
  public Instant instant() {
    return instant;
  }
}
