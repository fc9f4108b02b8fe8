package jp.madoguchi.issuance;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.jpa.StatusTable;

/**
 * Answers for the status of certificates with answers that are signed once and kept, over threads
 * and a connection of its own, so that nothing else in the server keeps it from answering.
 *
 * <p>No answer says good of a certificate whose revocation was confirmed before it was asked for.
 * One thread takes all that wait, and then asks the database once what changed since it asked last
 * ({@link StatusTable#changes}); only then it looks into the memory, which no other thread touches.
 * So a revocation that was committed before a request came is known before the request is answered,
 * whichever node revoked, and one look serves all who wait, however many. What is missing in memory
 * is read after that look and put there before the next, which tells if it changed in between.
 */
final class StatusDesk implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(StatusDesk.class.getName());

  private static final int MOST_WAITING = 10_000;
  private static final int MOST_AT_ONCE = 1000;

  private final OcspResponder responder;
  private final StatusTable table;
  private final StatusMemory memory;
  private final StatusSigners signers;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);

  private final Thread reader = thread(this::read, "reader");
  private boolean away;

  private record Waiting(OcspCase asked, Consumer<OcspAnswer> reply) {

    /** Whoever asked may be gone, and must not take the others' thread with it. */
    void answer(OcspAnswer answer) {
      try {
        reply.accept(answer);
      } catch (RuntimeException gone) {
        LOG.log(DEBUG, "An answer could not be handed over", gone);
      }
    }
  }

  StatusDesk(OcspResponder responder, StatusTable table, OfficeClock clock, int most) {
    this.responder = responder;
    this.table = table;
    this.signers = new StatusSigners(responder, clock);
    this.memory = new StatusMemory(most);
  }

  void open() {
    reader.start();
  }

  /**
   * @param reply is called once, by any thread, and must not wait
   */
  void ask(CertificateType type, byte[] request, Consumer<OcspAnswer> reply) {
    OcspResponder.Opened opened = opened(type, request);
    if (opened instanceof OcspResponder.Refused refused) {
      reply.accept(refused.error());
    } else if (!queue.offer(new Waiting(((OcspResponder.Case) opened).asked(), reply))) {
      reply.accept(OcspResponder.later());
    }
  }

  private OcspResponder.Opened opened(CertificateType type, byte[] request) {
    try {
      return responder.open(type, request);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "A status request could not be read", e);
      return new OcspResponder.Refused(OcspResponder.fault());
    }
  }

  private void read() {
    List<Waiting> all = new ArrayList<>();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        all.add(queue.take());
        queue.drainTo(all, MOST_AT_ONCE);
        answer(all);
        all.clear();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      table.close();
    }
  }

  private void answer(List<Waiting> all) {
    Map<BigInteger, StatusMemory.Kept> found;
    try {
      found = standingsReconnected(all);
    } catch (SQLException | RuntimeException e) {
      memory.forgetAll();
      told(true, e);
      all.forEach(waiting -> waiting.answer(OcspResponder.later()));
      return;
    }
    told(false, null);
    for (Waiting waiting : all) {
      answer(waiting, found);
    }
  }

  /** A connection that broke while nobody asked is replaced before anybody hears of it. */
  private Map<BigInteger, StatusMemory.Kept> standingsReconnected(List<Waiting> all)
      throws SQLException {
    try {
      return standings(all);
    } catch (SQLException broken) {
      memory.forgetAll();
      return standings(all);
    }
  }

  private Map<BigInteger, StatusMemory.Kept> standings(List<Waiting> all) throws SQLException {
    table.changes().ifPresentOrElse(memory::forget, memory::forgetAll);
    Map<BigInteger, StatusMemory.Kept> found = new HashMap<>();
    Set<BigInteger> missing = new HashSet<>();
    for (Waiting waiting : all) {
      for (Optional<BigInteger> serial : waiting.asked().serials()) {
        serial.ifPresent(
            one -> {
              StatusMemory.Kept kept = memory.find(one);
              if (kept == null) {
                missing.add(one);
              } else {
                found.put(one, kept);
              }
            });
      }
    }
    if (!missing.isEmpty()) {
      table
          .standings(missing)
          .forEach(
              (serial, standing) -> {
                StatusMemory.Kept kept = new StatusMemory.Kept(standing);
                found.put(serial, kept);
                if (standing.known()) {
                  memory.keep(serial, kept);
                }
              });
    }
    return found;
  }

  private void answer(Waiting waiting, Map<BigInteger, StatusMemory.Kept> found) {
    OcspCase asked = waiting.asked();
    StatusMemory.Kept kept =
        asked.shared() ? found.get(asked.serials().get(0).orElseThrow()) : null;
    if (kept != null && kept.standing().known()) {
      signers.answerForAll(asked, kept, waiting::answer);
    } else {
      signers.answerForOne(
          asked,
          serial -> Optional.ofNullable(found.get(serial)).map(StatusMemory.Kept::standing),
          waiting::answer);
    }
  }

  /** A database that is away for an hour is told once. */
  private void told(boolean nowAway, Exception cause) {
    if (nowAway && !away) {
      LOG.log(ERROR, "The status of certificates cannot be read; all are answered tryLater", cause);
    } else if (!nowAway && away) {
      LOG.log(INFO, "The status of certificates can be read again");
    }
    away = nowAway;
  }

  static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, "status-" + name);
    thread.setDaemon(true);
    thread.setContextClassLoader(StatusDesk.class.getClassLoader());
    return thread;
  }

  @Override
  public void close() {
    reader.interrupt();
    signers.close();
  }
}
