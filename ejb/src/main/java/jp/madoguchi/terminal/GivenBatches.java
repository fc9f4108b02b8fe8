package jp.madoguchi.terminal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The batches that a terminal was given last, and what it told of each. An honest agent tells a
 * result until the server has taken it, so the same may come twice; another one may not. Of an
 * answer only its fingerprint is kept.
 */
final class GivenBatches {

  private static final int KEPT = 16;

  private final Deque<Given> given = new ArrayDeque<>();

  /** What a result is, seen from the batches that were given. */
  enum Telling {
    FIRST,
    AGAIN,
    CHANGED,
    UNKNOWN
  }

  private static final class Given {

    private final String batch;
    private Integer fingerprint;

    Given(String batch, Integer fingerprint) {
      this.batch = batch;
      this.fingerprint = fingerprint;
    }
  }

  void give(Batch batch) {
    keep(new Given(batch.id(), null));
  }

  /** Takes note of a result; from then on its batch is known. */
  Telling told(BatchResult result) {
    int fingerprint = result.fingerprint();
    for (Given known : given) {
      if (known.batch.equals(result.batch())) {
        return told(known, fingerprint);
      }
    }
    keep(new Given(result.batch(), fingerprint));
    return Telling.UNKNOWN;
  }

  private static Telling told(Given known, int fingerprint) {
    if (known.fingerprint == null) {
      known.fingerprint = fingerprint;
      return Telling.FIRST;
    }
    return known.fingerprint == fingerprint ? Telling.AGAIN : Telling.CHANGED;
  }

  private void keep(Given batch) {
    given.addFirst(batch);
    if (given.size() > KEPT) {
      given.removeLast();
    }
  }
}
