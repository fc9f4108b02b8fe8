package jp.madoguchi.staff;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a login rests after wrong passwords in a row: two are free, from the third on the wait
 * doubles from five seconds to at most fifteen minutes, and the tenth locks the login until an
 * administrator opens it.
 */
public final class BackOff {

  /** The wrong password in a row that locks the login. */
  public static final int LOCKS_AT = 10;

  private static final int FREE = 2;
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private BackOff() {}

  /** The wait after so many wrong passwords in a row; none while they are free. */
  public static Optional<Duration> after(int failures) {
    if (failures <= FREE) {
      return Optional.empty();
    }
    Duration wait = FIRST.multipliedBy(1L << Math.min(failures - FREE - 1, 20));
    return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
  }

  public static boolean locks(int failures) {
    return failures >= LOCKS_AT;
  }
}
