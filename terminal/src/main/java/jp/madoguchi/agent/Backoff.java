package jp.madoguchi.agent;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits longer after each failure in a row, each time a little differently than other terminals.
 */
final class Backoff {

  private final Duration first;
  private final Duration most;
  private int failures;

  Backoff(Duration first, Duration most) {
    this.first = first;
    this.most = most;
  }

  void succeeded() {
    failures = 0;
  }

  /** How long to wait after one more failure. */
  Duration failed() {
    long full = Math.min(most.toMillis(), first.toMillis() << Math.min(failures, 20));
    failures++;
    return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
  }
}
