package jp.madoguchi.agent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.agent.exchange.ExchangeReply;
import jp.madoguchi.agent.exchange.ExchangeReply.Batch;
import jp.madoguchi.agent.exchange.ExchangeRequest;
import jp.madoguchi.agent.exchange.ExchangeRequest.BatchResult;
import jp.madoguchi.agent.exchange.ExchangeRequest.ReaderReport;
import jp.madoguchi.agent.exchange.Outcome;
import jp.madoguchi.agent.exchange.Server;
import jp.madoguchi.agent.reader.Rack;
import jp.madoguchi.agent.reader.RackException;
import jp.madoguchi.agent.reader.RackOrder;
import jp.madoguchi.agent.reader.Reader;

/**
 * The terminal's side of the exchange: it tells the server how the reader stands and what came of
 * the last batch, and does what the server answers. A batch is run at most once; its result is told
 * until the server has taken it. An order to the rack is told with each call, until the next one.
 * One thread does everything, the one that calls {@link #run}.
 */
public final class Agent {

  /**
   * Somebody stands at the counter: when the server is back, the terminal follows within seconds.
   */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  private static final Logger LOG = System.getLogger(Agent.class.getName());

  private final Server server;
  private final Reader reader;
  private final Rack rack;
  private final String version;
  private final Backoff backoff;
  private final BatchRunner batches;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  private int latest;
  private ReaderReport reported;
  private BatchResult untold;
  private BatchResult lastResult;
  private String lastOrder;
  private boolean shutOut;

  /** What the agent's thread wakes for. */
  private sealed interface Event {
    record ReaderChanged() implements Event {}

    record Ended(int number, BatchResult told, Outcome outcome) implements Event {}

    record TryAgain(int number) implements Event {}

    record Stop() implements Event {}
  }

  public Agent(Server server, Reader reader, Rack rack, String version) {
    this(server, reader, rack, version, FIRST_WAIT, LONGEST_WAIT);
  }

  /**
   * @param firstWait how long to wait after the first failure
   * @param longestWait how long to wait at most
   */
  public Agent(
      Server server,
      Reader reader,
      Rack rack,
      String version,
      Duration firstWait,
      Duration longestWait) {
    this.server = server;
    this.reader = reader;
    this.rack = rack;
    this.version = version;
    this.backoff = new Backoff(firstWait, longestWait);
    this.batches = new BatchRunner(reader);
    reader.onChange(() -> events.add(new Event.ReaderChanged()));
  }

  /** Works until {@link #stop} is called or the thread is interrupted. */
  public void run() {
    tell();
    try {
      while (true) {
        Event event = events.take();
        if (event instanceof Event.Stop) {
          return;
        }
        handleOrWait(event);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends {@link #run} after the batch that is being done. */
  public void stop() {
    events.add(new Event.Stop());
  }

  /** Something nobody thought of must not end the agent: it is logged, and told again later. */
  private void handleOrWait(Event event) {
    try {
      handle(event);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the agent goes on after an error", e);
      tryAgainLater();
    }
  }

  private void handle(Event event) {
    if (event instanceof Event.ReaderChanged) {
      if (!ReaderReport.of(reader).equals(reported)) {
        LOG.log(Level.INFO, "reader: {0}", ReaderReport.of(reader).state());
        tell();
      }
    } else if (event instanceof Event.TryAgain again && again.number() == latest) {
      tell();
    } else if (event instanceof Event.Ended ended) {
      ended(ended);
    }
  }

  /** Begins an exchange; one that is under way is superseded by it. */
  private void tell() {
    int number = ++latest;
    BatchResult told = untold;
    reported = ReaderReport.of(reader);
    server
        .exchange(new ExchangeRequest(version, reported, told, lastOrder))
        .thenAccept(outcome -> events.add(new Event.Ended(number, told, outcome)));
  }

  private void ended(Event.Ended ended) {
    Outcome outcome = ended.outcome();
    if (outcome instanceof Outcome.Replied replied) {
      taken(ended.told());
      backoff.succeeded();
      shutOut = false;
      boolean isLatest = ended.number() == latest;
      boolean acted = act(replied.reply(), isLatest);
      if (acted || isLatest) {
        tell();
      }
    } else if (ended.number() == latest) {
      failed(outcome, ended.told());
    }
  }

  private void taken(BatchResult told) {
    if (told != null && told == untold) {
      untold = null;
    }
  }

  private void failed(Outcome outcome, BatchResult told) {
    if (outcome instanceof Outcome.Refused refused) {
      refused(refused);
      taken(told);
    } else if (outcome instanceof Outcome.NotAdmitted not) {
      notAdmitted(not);
    } else if (outcome instanceof Outcome.Unreachable unreachable) {
      LOG.log(Level.WARNING, "the server cannot be reached: {0}", unreachable.reason());
    }
    tryAgainLater();
  }

  private void refused(Outcome.Refused refused) {
    if (refused.code().equals(Outcome.Refused.AGENT_VERSION)) {
      LOG.log(
          Level.ERROR,
          "this agent, version {0}, does not speak the server''s form of the exchange:"
              + " install the madoguchi-terminal.jar that came with the server",
          version);
    } else {
      LOG.log(
          Level.WARNING,
          "the server refused the exchange: HTTP {0} {1}",
          refused.status(),
          refused.code());
    }
  }

  /** Said once: until somebody does something about it, it stays as it is. */
  private void notAdmitted(Outcome.NotAdmitted not) {
    if (shutOut) {
      return;
    }
    shutOut = true;
    LOG.log(
        Level.ERROR,
        "HTTP {0}: the server does not admit this terminal: its credential was revoked or has"
            + " ended. Ask an administrator for a new pairing code, and run --enrol",
        not.status());
  }

  private void tryAgainLater() {
    Event again = new Event.TryAgain(latest);
    CompletableFuture.delayedExecutor(backoff.failed().toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> events.add(again));
  }

  /**
   * Whether there was anything to do. An order to the rack that a superseded call brings comes
   * again with the latest one, or is done already.
   */
  private boolean act(ExchangeReply reply, boolean isLatest) {
    boolean ordered = reply.rack() != null && isLatest;
    if (ordered) {
      obey(reply.rack());
    }
    if (reply.batch() != null) {
      untold = resultOf(reply.batch());
    }
    return ordered || reply.batch() != null;
  }

  private void obey(RackOrder order) {
    if (order.id().equals(lastOrder)) {
      return;
    }
    lastOrder = order.id();
    try {
      LOG.log(Level.INFO, "rack: {0}", order.act());
      rack.perform(order);
    } catch (RackException e) {
      LOG.log(Level.WARNING, "rack: {0}", e.getMessage());
    }
  }

  /** A batch that comes again was done already: the same is told of it once more. */
  private BatchResult resultOf(Batch batch) {
    if (lastResult == null || !lastResult.batch().equals(batch.id())) {
      lastResult = batches.run(batch);
      LOG.log(
          Level.INFO,
          "batch {0}: {1} of {2} commands answered, {3}",
          batch.id(),
          lastResult.answers().size(),
          batch.commands().size(),
          lastResult.ended());
    }
    return lastResult;
  }
}
