package jp.madoguchi.terminal;

import java.util.List;

/**
 * A conversation with the card of one insertion: rounds of commands and answers until it has
 * nothing more to say. It is called by one thread at a time.
 */
public interface CardConversation extends AutoCloseable {

  /** The commands of the next round; empty when the conversation is over. */
  List<CommandApdu> next();

  /** What came of the round that was sent last. */
  void answered(BatchResult result);

  /** The card went away, or the conversation is over: whatever is secret is wiped. */
  @Override
  void close();
}
