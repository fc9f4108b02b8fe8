package jp.madoguchi.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commands of a round on their way: in batches of a limited size, whose results are put
 * together again. A round usually is one batch.
 */
final class RoundInBatches {

  private final List<CommandApdu> commands;
  private final int size;
  private final List<Answer> answers = new ArrayList<>();
  private int given;

  /**
   * @param size the most commands of a batch
   */
  RoundInBatches(List<CommandApdu> commands, int size) {
    this.commands = List.copyOf(commands);
    this.size = size;
  }

  /** The commands of the next batch. */
  List<CommandApdu> next() {
    int from = given;
    given = Math.min(commands.size(), from + size);
    return commands.subList(from, given);
  }

  /** The whole round's result, unless another batch is to follow. */
  Optional<BatchResult> after(BatchResult part) {
    answers.addAll(part.answers());
    return part.ended() == BatchEnd.DONE && given < commands.size()
        ? Optional.empty()
        : Optional.of(new BatchResult(part.batch(), answers, part.ended()));
  }
}
