package jp.madoguchi.agent.reader;

import java.util.regex.Pattern;

/**
 * What the training stage asks the rack to do.
 *
 * @param id letters, digits and hyphens: the same order may come again, and is done once
 * @param act what is done
 * @param cardSerial the card to put on, or null
 * @param afterCommand for TEAR: after which of the next commands, counted from 1
 */
public record RackOrder(String id, Act act, String cardSerial, int afterCommand) {

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

  public RackOrder {
    if (id == null || act == null || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException("an order has a name and says what is done");
    }
  }

  /** The things a hand does with a card, and with the reader's cable. */
  public enum Act {
    INSERT,
    REMOVE,
    TEAR,
    UNPLUG,
    PLUG
  }
}
