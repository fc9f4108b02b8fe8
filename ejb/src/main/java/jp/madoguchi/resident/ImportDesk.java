package jp.madoguchi.resident;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;

/**
 * Takes imports on and sees them through in the background. An import is known, and its act
 * recorded, before the first line is read; it is begun only once that is committed.
 */
@ApplicationScoped
public class ImportDesk {

  private static final Logger LOG = System.getLogger(ImportDesk.class.getName());

  private ImportLedger ledger;
  private ImportSpool spool;
  private OfficeClock clock;
  private AuditTrail trail;
  private ImportEnding ending;
  private Event<Accepted> accepted;

  @Resource private ManagedExecutorService executor;

  /** An import that was taken on, with its body. */
  public record Accepted(long id, Path body) {}

  protected ImportDesk() {}

  @Inject
  public ImportDesk(
      ImportLedger ledger,
      ImportSpool spool,
      OfficeClock clock,
      AuditTrail trail,
      ImportEnding ending,
      Event<Accepted> accepted) {
    this.ledger = ledger;
    this.spool = spool;
    this.clock = clock;
    this.trail = trail;
    this.ending = ending;
    this.accepted = accepted;
  }

  /** Takes an import on, in one transaction with its act. */
  @Transactional(TxType.REQUIRES_NEW)
  public ImportProgress accept(Path body, String startedBy) {
    checkHeader(body);
    long id = ledger.open(startedBy, node(), clock.instant(), spool.lines(body));
    trail.record(Act.done("resident.import-started", "RESIDENT_IMPORT", Long.toString(id)));
    accepted.fire(new Accepted(id, body));
    return ledger.find(id).orElseThrow();
  }

  void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) Accepted taken) {
    try {
      executor().execute(() -> see(taken));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "The import {0} cannot begin: the server stops", taken.id());
      spool.remove(taken.body());
    }
  }

  void drop(@Observes(during = TransactionPhase.AFTER_FAILURE) Accepted notTaken) {
    spool.remove(notTaken.body());
  }

  /** Ends what this node had under way when it stopped; called at each start. */
  public void tidyUp() {
    if (ending.interrupted(node())) {
      LOG.log(Level.WARNING, "An import was interrupted when the server stopped; send it again");
    }
    spool.clear();
  }

  /** Sees an import through to its end. */
  void see(Accepted taken) {
    try (InputStream body = new BufferedInputStream(Files.newInputStream(taken.body()))) {
      if (ledger.begin(taken.id())) {
        EntryReader entries = new EntryReader(clock.today());
        new ImportRun(ledger, entries, new ImportFaults()).run(taken.id(), body);
        ending.done(taken.id());
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "The import " + taken.id() + " of residents failed", e);
      ending.failed(taken.id());
    } finally {
      spool.remove(taken.body());
    }
  }

  protected Executor executor() {
    return executor;
  }

  private static void checkHeader(Path body) {
    try (InputStream bytes = Files.newInputStream(body)) {
      new ResidentCsv(bytes, new EntryReader(java.time.LocalDate.MAX)).close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String node() {
    return System.getProperty("jboss.node.name", "standalone");
  }
}
