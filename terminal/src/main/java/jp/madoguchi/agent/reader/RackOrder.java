package jp.madoguchi.agent.reader;

/**
 * What the training stage asks the rack to do.
 *
 * @param act what is done
 * @param cardSerial the card to put on, or null
 * @param afterCommand for TEAR: after which of the next commands, counted from 1
 */
public record RackOrder(Act act, String cardSerial, int afterCommand) {

  /** The things a hand does with a card, and with the reader's cable. */
  public enum Act {
    INSERT,
    REMOVE,
    TEAR,
    UNPLUG,
    PLUG
  }
}
