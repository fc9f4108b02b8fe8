package jp.madoguchi.terminal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What of a conversation's round is out at the terminal, and what comes back of it. */
final class BatchesOut {

  /** How often a batch may be fetched before something comes of it; answers get lost rarely. */
  private static final int DELIVERIES = 10;

  private final int size;
  private final GivenBatches given = new GivenBatches();
  private String insertion;
  private RoundInBatches round;
  private Batch outstanding;
  private int deliveries;

  /**
   * @param size the most commands that a batch has
   */
  BatchesOut(int size) {
    this.size = size;
  }

  void begin(String cardInsertion, List<CommandApdu> commands) {
    insertion = cardInsertion;
    round = new RoundInBatches(commands, size);
    next();
  }

  /** Nobody waits for the answers any more. */
  void forget() {
    outstanding = null;
    round = null;
  }

  Optional<Batch> outstanding() {
    return Optional.ofNullable(outstanding);
  }

  void delivered() {
    if (outstanding != null) {
      deliveries++;
    }
  }

  /** The batch is fetched again and again, and nothing comes of it. */
  boolean isWithheld() {
    return outstanding != null && deliveries >= DELIVERIES;
  }

  /**
   * Takes a result.
   *
   * @param firstCall right after the server's start it may belong to a batch of before
   * @return what came of the round, once it is over
   * @throws NotGenuineException when no honest agent tells this
   */
  Optional<BatchResult> take(BatchResult result, boolean firstCall) {
    return switch (given.told(result)) {
      case FIRST -> takeFirst(result);
      case CHANGED -> throw breach(Breach.RESULT_CHANGED);
      case UNKNOWN -> {
        if (!firstCall) {
          throw breach(Breach.BATCH_UNKNOWN);
        }
        yield Optional.empty();
      }
      // the answer to the first time was lost
      case AGAIN -> Optional.empty();
    };
  }

  private Optional<BatchResult> takeFirst(BatchResult result) {
    if (outstanding == null || !outstanding.id().equals(result.batch())) {
      return Optional.empty();
    }
    if (!fits(outstanding, result)) {
      throw breach(Breach.ANSWERS_MISCOUNTED);
    }
    outstanding = null;
    Optional<BatchResult> whole = round.after(result);
    if (whole.isEmpty()) {
      next();
    }
    return whole;
  }

  private static boolean fits(Batch batch, BatchResult result) {
    int asked = batch.commands().size();
    int answered = result.answers().size();
    return switch (result.ended()) {
      case DONE -> answered == asked;
      case STATUS -> answered <= asked;
      case CARD_GONE, READER_GONE -> answered < asked;
    };
  }

  private void next() {
    outstanding = new Batch(UUID.randomUUID().toString(), insertion, round.next());
    deliveries = 0;
    given.give(outstanding);
  }

  private static NotGenuineException breach(Breach breach) {
    return new NotGenuineException(breach, "The terminal told what no honest agent tells");
  }
}
