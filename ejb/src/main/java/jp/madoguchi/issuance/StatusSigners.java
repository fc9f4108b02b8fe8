package jp.madoguchi.issuance;

import static java.lang.System.Logger.Level.ERROR;

import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.madoguchi.calendar.OfficeClock;

/** Signs answers: once for all who ask the same, or for one request alone. */
final class StatusSigners implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(StatusSigners.class.getName());
  private static final int MOST_WAITING = 1000;

  private final OcspResponder responder;
  private final OfficeClock clock;

  /** Apart from the others, so that those who send nonces do not keep the many waiting. */
  private final ExecutorService shared = threads(1, "shared");

  private final ExecutorService own = threads(Runtime.getRuntime().availableProcessors(), "own");

  StatusSigners(OcspResponder responder, OfficeClock clock) {
    this.responder = responder;
    this.clock = clock;
  }

  /**
   * The answer that is kept while it is fresh. Called by the one thread that touches what is kept.
   */
  void answerForAll(OcspCase asked, StatusMemory.Kept kept, Consumer<OcspAnswer> reply) {
    String naming = asked.signer().keyId() + asked.naming();
    CompletableFuture<OcspAnswer> answer = kept.answers().get(naming);
    if (answer == null || answer.isDone() && !fresh(answer)) {
      try {
        answer =
            CompletableFuture.supplyAsync(
                () -> signed(asked, serial -> Optional.of(kept.standing())), shared);
      } catch (RejectedExecutionException full) {
        reply.accept(OcspResponder.later());
        return;
      }
      kept.answers().put(naming, answer);
    }
    answer.thenAccept(reply);
  }

  void answerForOne(
      OcspCase asked,
      Function<BigInteger, Optional<Standing>> standings,
      Consumer<OcspAnswer> reply) {
    try {
      own.execute(() -> reply.accept(signed(asked, standings)));
    } catch (RejectedExecutionException full) {
      reply.accept(OcspResponder.later());
    }
  }

  /** An error is never fresh: it has no period. */
  private boolean fresh(CompletableFuture<OcspAnswer> signed) {
    return signed.join().period().filter(period -> period.fresh(clock.instant())).isPresent();
  }

  private OcspAnswer signed(OcspCase asked, Function<BigInteger, Optional<Standing>> standings) {
    try {
      return responder.answer(asked, standings);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "A status request could not be answered", e);
      return OcspResponder.fault();
    }
  }

  private static ExecutorService threads(int threads, String name) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        threads,
        threads,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(MOST_WAITING),
        work -> StatusDesk.thread(work, name + "-" + number.incrementAndGet()));
  }

  @Override
  public void close() {
    shared.shutdownNow();
    own.shutdownNow();
  }
}
