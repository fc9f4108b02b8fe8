package jp.madoguchi.terminal;

/**
 * What the virtual card rack of the training stage shall do.
 *
 * @param cardSerial the card, for {@link Act#INSERT}
 * @param afterCommand how many commands are still carried out before a card is torn away
 */
public record RackOrder(Act act, String cardSerial, int afterCommand) {

  /** What is done to a virtual card, or to the virtual reader's cable. */
  public enum Act {
    INSERT,
    REMOVE,
    TEAR,
    UNPLUG,
    PLUG
  }
}
