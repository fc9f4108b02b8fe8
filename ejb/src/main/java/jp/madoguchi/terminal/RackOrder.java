package jp.madoguchi.terminal;

import java.util.UUID;

/**
 * What the virtual card rack of the training stage shall do.
 *
 * @param id by which the agent tells that it is carried out
 * @param cardSerial the card, for {@link Act#INSERT}
 * @param afterCommand how many commands are still carried out before a card is torn away
 */
public record RackOrder(String id, Act act, String cardSerial, int afterCommand) {

  public RackOrder(Act act, String cardSerial, int afterCommand) {
    this(UUID.randomUUID().toString(), act, cardSerial, afterCommand);
  }

  /** What is done to a virtual card, or to the virtual reader's cable. */
  public enum Act {
    INSERT,
    REMOVE,
    TEAR,
    UNPLUG,
    PLUG
  }
}
