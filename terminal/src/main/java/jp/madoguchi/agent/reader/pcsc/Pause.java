package jp.madoguchi.agent.reader.pcsc;

import java.time.Duration;

/** A while between two tries. */
final class Pause {

  private Pause() {}

  /** Ends early when the thread is interrupted, which it stays. */
  static void of(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
