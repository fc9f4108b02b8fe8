package jp.madoguchi.agent.exchange;

import java.util.HexFormat;
import java.util.List;
import jp.madoguchi.agent.reader.InsertedCard;
import jp.madoguchi.agent.reader.Reader;
import jp.madoguchi.agent.reader.ReaderState;

/**
 * What the terminal tells the server.
 *
 * @param protocol the form of the exchange; a server that does not speak it refuses
 * @param result what came of the last batch, or null
 * @param rackDone the order to the rack that was carried out last, or null
 */
public record ExchangeRequest(
    String agentVersion, int protocol, ReaderReport reader, BatchResult result, String rackDone) {

  /** The form that this agent speaks. */
  public static final int PROTOCOL = 1;

  public ExchangeRequest(
      String agentVersion, ReaderReport reader, BatchResult result, String rackDone) {
    this(agentVersion, PROTOCOL, reader, result, rackDone);
  }

  /** Where the reader stands. */
  public enum State {
    NONE,
    EMPTY,
    CARD
  }

  /** How a batch ended. */
  public enum Ended {
    /** Every command was answered with 9000. */
    DONE,
    /** The last answer is not 9000; what follows was not sent. */
    STATUS,
    /** The card left before it answered the last command sent. */
    CARD_GONE,
    /** The same with the reader. */
    READER_GONE
  }

  /**
   * @param insertion names the card's stay on the reader, or null
   * @param atr in hexadecimal, or null
   */
  public record ReaderReport(String name, State state, String insertion, String atr) {

    public static ReaderReport of(Reader reader) {
      return of(reader.name(), reader.state());
    }

    private static ReaderReport of(String name, ReaderState state) {
      if (state instanceof ReaderState.Occupied occupied) {
        InsertedCard card = occupied.card();
        String atr = HexFormat.of().withUpperCase().formatHex(card.atr());
        return new ReaderReport(name, State.CARD, card.insertion(), atr);
      }
      State plain = state instanceof ReaderState.None ? State.NONE : State.EMPTY;
      return new ReaderReport(name, plain, null, null);
    }
  }

  /**
   * @param batch the batch's id
   * @param answers data and status word of each answer, in hexadecimal
   */
  public record BatchResult(String batch, List<String> answers, Ended ended) {

    public BatchResult {
      answers = List.copyOf(answers);
    }
  }
}
