package jp.madoguchi.whole;

import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The training residents whom no rule concerns, handed out one by one, so that no test of this
 * counter meets another one's case. Each of the counters that run side by side has its own.
 *
 * <p>Whoever stands for a rule has a number that tests name (docs/training-residents.md), and so
 * have those whom tests still name by hand; both are none of these.
 */
final class Residents {

  private static final Set<Integer> HANDED_OUT =
      Stream.of(
              IntStream.rangeClosed(101, 119),
              IntStream.rangeClosed(125, 128),
              IntStream.of(136, 137, 139))
          .flatMap(IntStream::boxed)
          .collect(Collectors.toCollection(TreeSet::new));

  private static final Iterator<Integer> NEXT = HANDED_OUT.iterator();

  private Residents() {}

  /** An adult with a good card and no certificate, of whom no other test knows. */
  static synchronized int adult() {
    if (!NEXT.hasNext()) {
      throw new IllegalStateException("Nobody is left: add numbers that no test names");
    }
    return NEXT.next();
  }

  /** A number that is named by hand must not be one that is handed out. */
  static int named(int training) {
    if (HANDED_OUT.contains(training)) {
      throw new IllegalArgumentException("Ask for an adult: " + training + " is handed out");
    }
    return training;
  }
}
