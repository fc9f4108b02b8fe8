package jp.madoguchi.testing;

import java.time.Instant;
import java.time.LocalDateTime;
import jp.madoguchi.calendar.OfficeClock;

/** An office clock that stands where a test puts it. */
public final class MovableClock implements OfficeClock {

  private Instant instant;

  public MovableClock(String localDateTime) {
    moveTo(localDateTime);
  }

  /** Moves the clock to a local time in Japan, such as {@code 2026-11-24T10:00}. */
  public void moveTo(String localDateTime) {
    instant = LocalDateTime.parse(localDateTime).atZone(ZONE).toInstant();
  }

  @Override
  public Instant instant() {
    return instant;
  }
}
