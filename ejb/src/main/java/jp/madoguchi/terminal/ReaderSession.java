package jp.madoguchi.terminal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.resident.BasicFourItems;

/**
 * One terminal's reader as the running server knows it: the card's insertion, the conversation with
 * it, the batch that is out, and the agent's call that waits for work. Nothing here outlives the
 * server; what must, stands in tables before a batch goes out.
 *
 * <p>One conversation at a time: first the card says which one it is, then it is asked for what a
 * clerk wants to see, then the features' works have their turn.
 */
final class ReaderSession {

  private static final Logger LOG = System.getLogger(ReaderSession.class.getName());

  /** How many conversations may begin and end without a word to the card, in one go. */
  private static final int TURNS = 6;

  private final String terminal;
  private final List<CardWork> works;
  private final BreachBook breaches;
  private final BatchesOut out;
  private final RackOrders rack = new RackOrders();
  private Reader reader = Reader.ABSENT;
  private CardIdentity identity;
  private boolean unknownCard;
  private boolean letGo;
  private ItemsConversation wanted;
  private CardConversation conversation;
  private String refusedVersion;
  private ExchangeCaller waiting;
  private Instant seen;
  private volatile CardAtReader view;
  private volatile BasicFourItems itemsRead;

  /**
   * @param batchSize the most commands that a batch has
   */
  ReaderSession(String terminal, List<CardWork> works, BreachBook breaches, int batchSize) {
    this.terminal = terminal;
    this.works = works;
    this.breaches = breaches;
    this.out = new BatchesOut(batchSize);
    this.view = CardAtReader.neverSeen(terminal);
  }

  /** What there is to see, without waiting for a card or an authority at work. */
  CardAtReader view() {
    return view;
  }

  /** What the card that lies here has said of its holder, if it was asked. */
  Optional<BasicFourItems> itemsRead() {
    return Optional.ofNullable(itemsRead);
  }

  /** An agent's call. An earlier one that still waits is superseded. */
  synchronized void exchange(ExchangeRequest request, ExchangeCaller caller, Instant now) {
    boolean first = seen == null;
    seen = now;
    refusedVersion = null;
    release();
    request.result().ifPresent(result -> take(result, first));
    if (out.isWithheld()) {
      breach(Breach.RESULT_WITHHELD);
    }
    take(request.reader());
    look();
    request.rackDone().ifPresent(rack::done);
    waiting = caller;
    proceed();
  }

  /** An agent's call that is none; with its answers lost, the conversation cannot go on. */
  synchronized void breached(Breach breach, Instant now) {
    seen = now;
    breach(breach);
    look();
  }

  /** An agent that speaks another form of the exchange has called: there is no reader for us. */
  synchronized void refuse(String version, Instant now) {
    seen = now;
    release();
    if (!version.equals(refusedVersion)) {
      record(Breach.AGENT_VERSION);
    }
    refusedVersion = version;
    take(Reader.ABSENT);
    look();
  }

  /** Something changed outside; perhaps there is work now. */
  synchronized void wake() {
    proceed();
  }

  /**
   * Asks the card for the basic four items.
   *
   * @return completed once the card has answered, or has gone
   */
  synchronized CompletableFuture<ItemsReading> readItems(ItemsAccess access) {
    if (wanted != null) {
      wanted.close();
    }
    ItemsConversation asked = new ItemsConversation(access);
    if (reader.holdsCard() && identity != null) {
      asked.answered().thenAccept(this::keep);
      wanted = asked;
      proceed();
    } else {
      asked.close();
    }
    return asked.answered();
  }

  private void keep(ItemsReading reading) {
    if (reading instanceof ItemsReading.Read read) {
      itemsRead = read.items();
    }
  }

  /**
   * Passes an order on to the terminal's rack.
   *
   * @return completed once the agent has told that it is carried out
   */
  synchronized CompletableFuture<Void> order(RackOrder order) {
    CompletableFuture<Void> settled = rack.add(order);
    proceed();
    return settled;
  }

  /** The features leave this card alone until it is put on again. */
  synchronized void letGo() {
    letGo = true;
    endConversation();
    look();
  }

  /** The agent may call no more. */
  synchronized void end() {
    take(Reader.ABSENT);
    release();
    look();
  }

  private void take(BatchResult result, boolean firstCall) {
    guarded(() -> out.take(result, firstCall).ifPresent(whole -> conversation.answered(whole)));
  }

  private void take(Reader reported) {
    boolean sameInsertion = reported.holdsCard() && reported.insertion().equals(reader.insertion());
    reader = reported;
    if (!sameInsertion) {
      endConversation();
      identity = null;
      itemsRead = null;
      unknownCard = false;
      letGo = false;
      if (wanted != null) {
        wanted.close();
        wanted = null;
      }
    }
  }

  /** Works until a batch is out or nothing is to be done, and tells the waiting agent. */
  private void proceed() {
    for (int turn = 0; turn < TURNS && needsWork() && hasConversation(); turn++) {
      guarded(this::nextRound);
    }
    look();
    reply();
  }

  private boolean needsWork() {
    return out.outstanding().isEmpty() && reader.holdsCard();
  }

  private boolean hasConversation() {
    if (conversation == null) {
      guarded(() -> conversation = nextConversation());
    }
    return conversation != null;
  }

  private CardConversation nextConversation() {
    if (identity == null) {
      return unknownCard ? null : new CardIdentification();
    }
    if (wanted != null) {
      return wanted;
    }
    if (letGo) {
      return null;
    }
    CardOnReader card = new CardOnReader(terminal, reader.insertion(), identity);
    for (CardWork work : works) {
      Optional<CardConversation> found = work.conversation(card);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return null;
  }

  private void nextRound() {
    List<CommandApdu> commands = conversation.next();
    if (commands.isEmpty()) {
      endConversation();
    } else {
      out.begin(reader.insertion(), commands);
    }
  }

  private void endConversation() {
    out.forget();
    if (conversation == null) {
      return;
    }
    CardConversation ended = conversation;
    conversation = null;
    ended.close();
    if (ended instanceof CardIdentification identification) {
      identity = identification.identity().orElse(null);
      unknownCard = identity == null;
    }
    if (ended == wanted) {
      wanted = null;
    }
  }

  /** What a card or a feature does wrong ends its conversation, never the terminal's. */
  private void guarded(Runnable act) {
    try {
      act.run();
    } catch (NotGenuineException e) {
      breach(e.breach());
    } catch (UnreadableAnswerException e) {
      LOG.log(Level.WARNING, "Terminal {0}: {1}", terminal, e.getMessage());
      endConversation();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The conversation at terminal " + terminal + " was broken off", e);
      endConversation();
    }
  }

  /** The conversation dies of it, and the trail tells. */
  private void breach(Breach breach) {
    record(breach);
    if (conversation != null) {
      guarded(conversation::breached);
    }
    endConversation();
  }

  private void record(Breach breach) {
    Optional<String> receptionNumber =
        Optional.ofNullable(conversation).flatMap(CardConversation::receptionNumber);
    try {
      breaches.note(terminal, receptionNumber, breach);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A breach at terminal " + terminal + " could not be recorded", e);
    }
  }

  private void look() {
    boolean busy = out.outstanding().isPresent();
    view =
        new CardAtReader(
            terminal,
            Optional.ofNullable(seen),
            reader,
            Optional.ofNullable(identity),
            unknownCard,
            busy,
            refusedVersion != null);
  }

  private void reply() {
    ExchangeReply reply = new ExchangeReply(out.outstanding(), rack.next());
    if (waiting == null || reply.isEmpty()) {
      return;
    }
    ExchangeCaller caller = waiting;
    waiting = null;
    if (caller.answer(reply)) {
      out.delivered();
    }
  }

  private void release() {
    if (waiting != null) {
      ExchangeCaller caller = waiting;
      waiting = null;
      caller.nothing();
    }
  }
}
