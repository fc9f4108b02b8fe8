package jp.madoguchi.terminal;

import java.time.Duration;
import java.time.Instant;

/**
 * How many breaches of one terminal the trail takes: twenty at once and one more every five
 * minutes, so that whoever has a terminal in hand cannot fill it. The others are counted.
 */
final class BreachMeasure {

  static final int AT_ONCE = 20;
  static final Duration ONE_MORE = Duration.ofMinutes(5);

  private int left = AT_ONCE;
  private long unrecorded;
  private Instant since;

  /** Whether one more may be recorded now; if not, it is counted. */
  synchronized boolean take(Instant now) {
    refill(now);
    if (left == 0) {
      unrecorded++;
      return false;
    }
    left--;
    return true;
  }

  /** How many were counted only, since this was last asked. */
  synchronized long takeUnrecorded() {
    long count = unrecorded;
    unrecorded = 0;
    return count;
  }

  private void refill(Instant now) {
    if (since == null || now.isBefore(since) || left == AT_ONCE) {
      since = now;
      return;
    }
    long more = Duration.between(since, now).dividedBy(ONE_MORE);
    left = (int) Math.min(AT_ONCE, left + more);
    since = since.plus(ONE_MORE.multipliedBy(more));
  }
}
