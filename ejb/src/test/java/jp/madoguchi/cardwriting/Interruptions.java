package jp.madoguchi.cardwriting;

import java.util.stream.IntStream;

/**
 * Where a case is interrupted. {@code -Dmadoguchi.interruptions=full} takes every place; otherwise
 * the tests take as many as a build has time for.
 */
final class Interruptions {

  private static final boolean FULL = "full".equals(System.getProperty("madoguchi.interruptions"));

  private Interruptions() {}

  /**
   * The places from 1 on.
   *
   * @param last how many there are
   * @param step the shortened matrix takes one of so many
   */
  static int[] places(int last, int step) {
    return IntStream.rangeClosed(1, last)
        .filter(place -> FULL || place % step == step / 2)
        .toArray();
  }
}
