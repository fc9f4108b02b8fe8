package jp.madoguchi.agent.exchange;

import java.util.List;
import jp.madoguchi.agent.reader.RackOrder;

/**
 * What the server wants done.
 *
 * @param batch commands for the card, or null
 * @param rack an order to the rack of virtual cards, or null
 */
public record ExchangeReply(Batch batch, RackOrder rack) {

  /** Nothing to do. */
  public static final ExchangeReply NOTHING = new ExchangeReply(null, null);

  /**
   * @param insertion the stay of the card the commands are meant for
   * @param commands in hexadecimal
   */
  public record Batch(String id, String insertion, List<String> commands) {

    public Batch {
      commands = List.copyOf(commands);
    }
  }
}
