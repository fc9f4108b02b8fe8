package jp.madoguchi.cardwriting;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.terminal.Batch;
import jp.madoguchi.terminal.BatchEnd;
import jp.madoguchi.terminal.BatchResult;
import jp.madoguchi.terminal.CommandApdu;
import jp.madoguchi.terminal.ExchangeCaller;
import jp.madoguchi.terminal.ExchangeReply;
import jp.madoguchi.terminal.ExchangeRequest;
import jp.madoguchi.terminal.Reader;
import jp.madoguchi.terminal.ReaderSessions;
import jp.madoguchi.terminal.ReaderState;

/** An agent with one reader, on which a card can be laid, and from which it can be torn. */
final class AgentAtCounter {

  /** When the card is torn away, seen from one command. */
  enum Moment {
    BEFORE,
    AFTER
  }

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final String terminal;
  private ReaderSessions server;
  private VirtualCard card;
  private String insertion;
  private int tearAt = -1;
  private Moment moment;
  private UnaryOperator<String> forgery = UnaryOperator.identity();
  private UnaryOperator<List<byte[]>> wire = UnaryOperator.identity();
  private UnaryOperator<BatchResult> telling = UnaryOperator.identity();
  private final List<Integer> batches = new ArrayList<>();
  private int commands;
  private int exchanges;
  private int killedAt = -1;
  private int unheardReply = -1;
  private int cutAtBatch = -1;
  private Optional<BatchResult> untold = Optional.empty();

  /** The agent's process is ended between two commands. */
  private static final class Killed extends RuntimeException {}

  AgentAtCounter(String terminal, ReaderSessions server) {
    this.terminal = terminal;
    this.server = server;
  }

  void connectTo(ReaderSessions restarted) {
    server = restarted;
  }

  AgentAtCounter insert(VirtualCard inserted) {
    card = inserted;
    card.reset();
    insertion = UUID.randomUUID().toString();
    return this;
  }

  void remove() {
    card = null;
    insertion = null;
  }

  /** Counts from the next command on, beginning with 1. */
  AgentAtCounter tear(Moment when, int command) {
    tearAt = commands + command;
    moment = when;
    return this;
  }

  /** The agent is killed after so many more commands, the last answer unseen by anybody. */
  AgentAtCounter kill(int command) {
    killedAt = commands + command;
    return this;
  }

  /** The network loses the server's reply to one of the next exchanges, beginning with 1. */
  AgentAtCounter loseReply(int exchange) {
    unheardReply = exchanges + exchange;
    return this;
  }

  /** The network is cut once the card has done one of the next batches, beginning with 1. */
  AgentAtCounter cut(int batch) {
    cutAtBatch = batches.size() + batch;
    return this;
  }

  /** Changes every answer on its way to the server. */
  void forge(UnaryOperator<String> change) {
    forgery = change;
  }

  /** Changes what goes from the server to the card. */
  void tamper(UnaryOperator<List<byte[]>> change) {
    wire = change;
  }

  /** Changes what is told of a batch. */
  void tell(UnaryOperator<BatchResult> change) {
    telling = change;
  }

  /** Puts another card in the place of this one, and says nothing of it. */
  void swap(VirtualCard other) {
    other.reset();
    card = other;
  }

  /** How many commands each batch had. */
  List<Integer> batches() {
    return List.copyOf(batches);
  }

  int commands() {
    return commands;
  }

  /** How often it called. */
  int exchanges() {
    return exchanges;
  }

  /**
   * Works until the server has nothing to do for this reader, or the agent is killed or cut off.
   * What was not told is told at the beginning of the next work.
   */
  AgentAtCounter work() {
    try {
      do {
        tell();
      } while (untold.isPresent() && cutAtBatch != batches.size());
    } catch (Killed e) {
      untold = Optional.empty();
    }
    return this;
  }

  private void tell() {
    boolean unheard = ++exchanges == unheardReply;
    Optional<ExchangeReply> reply = exchange(untold);
    untold =
        (unheard ? exchange(untold) : reply)
            .flatMap(ExchangeReply::batch)
            .map(this::run)
            .map(telling);
  }

  Optional<ExchangeReply> exchange(Optional<BatchResult> result) {
    Call call = new Call();
    server.exchange(
        terminal, new ExchangeRequest("test", reader(), result, Optional.empty()), call);
    return Optional.ofNullable(call.reply);
  }

  BatchResult run(Batch batch) {
    batches.add(batch.commands().size());
    List<String> answers = new ArrayList<>();
    for (byte[] command : wire.apply(batch.commands().stream().map(CommandApdu::bytes).toList())) {
      if (!batch.insertion().equals(insertion)) {
        return BatchResult.parse(batch.id(), answers, BatchEnd.CARD_GONE);
      }
      commands++;
      if (commands == tearAt && moment == Moment.BEFORE) {
        remove();
        return BatchResult.parse(batch.id(), answers, BatchEnd.CARD_GONE);
      }
      String answer = transmit(command);
      if (commands == killedAt) {
        throw new Killed();
      }
      if (commands == tearAt) {
        remove();
      }
      if (card == null) {
        return BatchResult.parse(batch.id(), answers, BatchEnd.CARD_GONE);
      }
      answers.add(forgery.apply(answer));
      if (!answer.endsWith("9000")) {
        return BatchResult.parse(batch.id(), answers, BatchEnd.STATUS);
      }
    }
    return BatchResult.parse(batch.id(), answers, BatchEnd.DONE);
  }

  private String transmit(byte[] command) {
    String answer = HEX.formatHex(card.transmit(command));
    StringBuilder whole = new StringBuilder();
    while (answer.startsWith("61", answer.length() - 4)) {
      whole.append(answer, 0, answer.length() - 4);
      byte[] more = HEX.parseHex("00C00000" + answer.substring(answer.length() - 2));
      answer = HEX.formatHex(card.transmit(more));
    }
    return whole.append(answer).toString();
  }

  private Reader reader() {
    return card == null
        ? new Reader("virtual", ReaderState.EMPTY, null, null)
        : new Reader("virtual", ReaderState.CARD, insertion, HEX.formatHex(card.atr()));
  }

  private static final class Call implements ExchangeCaller {

    private ExchangeReply reply;

    @Override
    public boolean answer(ExchangeReply given) {
      reply = given;
      return true;
    }

    @Override
    public void nothing() {
      // the next call asks again
    }
  }
}
