package jp.madoguchi.terminal;

import java.util.List;
import java.util.Optional;

/**
 * A conversation with the card of one insertion: rounds of commands and answers until it has
 * nothing more to say. It is called by one thread at a time.
 */
public interface CardConversation extends AutoCloseable {

  /** The commands of the next round; empty when the conversation is over. */
  List<CommandApdu> next();

  /**
   * What came of the round that was sent last.
   *
   * @throws NotGenuineException when it is not what the card said, or the card was not sent what
   *     the server said; {@link #breached} follows
   */
  void answered(BatchResult result);

  /** The case for whose sake it is, if it is for one. */
  default Optional<String> receptionNumber() {
    return Optional.empty();
  }

  /** The terminal did what an honest one does not; {@link #close} follows. */
  default void breached() {
    // whose answers do not count keeps nothing of them
  }

  /** The card went away, or the conversation is over: whatever is secret is wiped. */
  @Override
  void close();
}
