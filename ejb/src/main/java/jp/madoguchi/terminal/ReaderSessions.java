package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.resident.BasicFourItems;
import jp.madoguchi.settings.Settings;

/** The sessions of all terminals that called since the server started. */
@ApplicationScoped
public class ReaderSessions {

  private final Map<String, ReaderSession> sessions = new ConcurrentHashMap<>();
  private final Map<String, String> looked = new ConcurrentHashMap<>();
  private final List<CardWork> works;
  private final BreachBook breaches;
  private final OfficeClock clock;
  private final int batchSize;

  protected ReaderSessions() {
    this(List.of(), null, null, 1);
  }

  @Inject
  public ReaderSessions(
      Instance<CardWork> works, BreachBook breaches, OfficeClock clock, Settings settings) {
    this(
        works.stream().toList(),
        breaches,
        clock,
        settings.number("reader.batch-size", BatchResult.MOST_ANSWERS));
  }

  /**
   * @param batchSize the most commands that go to a terminal in one exchange, 1 to 250
   */
  public ReaderSessions(
      List<CardWork> works, BreachBook breaches, OfficeClock clock, int batchSize) {
    if (batchSize < 1 || batchSize > BatchResult.MOST_ANSWERS) {
      throw new IllegalArgumentException("reader.batch-size is 1 to 250");
    }
    this.works = works;
    this.breaches = breaches;
    this.clock = clock;
    this.batchSize = batchSize;
  }

  /**
   * An agent's call: what it brings is taken in, and it is answered now or when there is work.
   *
   * @param terminal the registered terminal that the agent has proven to be
   */
  public void exchange(String terminal, ExchangeRequest request, ExchangeCaller caller) {
    session(terminal).exchange(request, caller, clock.instant());
  }

  /** An agent's call that could not be read. */
  void breached(String terminal, Breach breach) {
    session(terminal).breached(breach, clock.instant());
  }

  /** An agent called in a form of the exchange that is not spoken here. */
  void refuse(String terminal, String agentVersion) {
    session(terminal).refuse(agentVersion, clock.instant());
  }

  /** What is known of the terminal's reader. */
  public CardAtReader at(String terminal) {
    ReaderSession session = sessions.get(terminal);
    return session == null ? CardAtReader.neverSeen(terminal) : session.view();
  }

  /** How many readers are in this state. */
  public long in(ReaderState state) {
    return sessions.values().stream()
        .filter(session -> session.view().reader().state() == state)
        .count();
  }

  /** What a card has said of its holder since it lies on some reader, if it was asked there. */
  public Optional<BasicFourItems> itemsRead(String cardSerial) {
    return sessions.values().stream()
        .filter(session -> session.view().holds(cardSerial))
        .map(ReaderSession::itemsRead)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether nobody has looked at the card of this insertion before. */
  boolean firstLook(String terminal, String insertion) {
    return insertion != null && !insertion.equals(looked.put(terminal, insertion));
  }

  /**
   * Asks the card on this reader for the basic four items.
   *
   * @return completed once the card has answered, or has gone
   */
  public CompletableFuture<ItemsReading> readItems(String terminal, ItemsAccess access) {
    return session(terminal).readItems(access);
  }

  /**
   * Passes an order on to a terminal's rack.
   *
   * @return completed once the terminal's agent has told that it is carried out
   */
  public CompletableFuture<Void> order(String terminal, RackOrder order) {
    return session(terminal).order(order);
  }

  /** Looks for work at this terminal again; takes as long as the work's own preparation takes. */
  public void wake(String terminal) {
    ReaderSession session = sessions.get(terminal);
    if (session != null) {
      session.wake();
    }
  }

  /** The card on this reader is left alone until it is put on again. */
  void letGo(String terminal) {
    ReaderSession session = sessions.get(terminal);
    if (session != null) {
      session.letGo();
    }
  }

  /** The terminal's agent is heard no more: what it waits for ends, and what its card was at. */
  void end(@Observes(during = TransactionPhase.AFTER_SUCCESS) TerminalEnded terminal) {
    ReaderSession session = sessions.remove(terminal.terminal());
    if (session != null) {
      session.end();
    }
  }

  private ReaderSession session(String terminal) {
    return sessions.computeIfAbsent(
        terminal, id -> new ReaderSession(id, works, breaches, batchSize));
  }
}
