package jp.madoguchi.whole;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again until something holds, and says what it saw last when it never does. */
final class Wait {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Wait() {}

  static <T> T until(String what, Supplier<T> look, Predicate<T> holds) {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    T seen = look.get();
    while (!holds.test(seen)) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("It never came to this: " + what + "; seen last: " + seen);
      }
      briefly();
      seen = look.get();
    }
    return seen;
  }

  static void briefly() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
