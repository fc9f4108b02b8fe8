package jp.madoguchi.agent.exchange;

import java.util.List;
import java.util.regex.Pattern;
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
   * What is none is refused: an agent sends its card nothing but commands, and not for ever.
   *
   * @param id letters, digits and hyphens
   * @param insertion the stay of the card the commands are meant for
   * @param commands in hexadecimal
   */
  public record Batch(String id, String insertion, List<String> commands) {

    private static final int MOST_COMMANDS = 250;
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /** A short command of ISO/IEC 7816-3 has 4 to 261 bytes. */
    private static final Pattern COMMAND = Pattern.compile("(?:[0-9A-Fa-f]{2}){4,261}");

    public Batch {
      commands = List.copyOf(commands);
      if (!ID.matcher(id).matches() || commands.size() > MOST_COMMANDS) {
        throw new IllegalArgumentException("a batch has a name and up to 250 commands");
      }
      if (!commands.stream().allMatch(COMMAND.asMatchPredicate())) {
        throw new IllegalArgumentException("a command is 4 to 261 bytes in hexadecimal");
      }
    }
  }
}
