package jp.madoguchi.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;

/** The end of an import, kept together with its act. */
@ApplicationScoped
public class ImportEnding {

  private static final String SUBJECT = "RESIDENT_IMPORT";

  private ImportLedger ledger;
  private OfficeClock clock;
  private AuditTrail trail;

  protected ImportEnding() {}

  @Inject
  public ImportEnding(ImportLedger ledger, OfficeClock clock, AuditTrail trail) {
    this.ledger = ledger;
    this.clock = clock;
    this.trail = trail;
  }

  /** Ends an import that was read to its last line. */
  @Transactional(TxType.REQUIRES_NEW)
  public void done(long id) {
    ledger.end(id, ImportState.DONE, clock.instant());
    ImportProgress progress = ledger.find(id).orElseThrow();
    trail.record(
        Act.done("resident.import-ended", SUBJECT, Long.toString(id))
            .with("kept", progress.linesKept())
            .with("refused", progress.linesRefused()));
  }

  /** Ends an import that a fault broke off. */
  @Transactional(TxType.REQUIRES_NEW)
  public void failed(long id) {
    ledger.end(id, ImportState.FAILED, clock.instant());
    trail.record(Act.failed("resident.import-ended", SUBJECT, Long.toString(id), "fault"));
  }

  /** Ends what a node had under way when it stopped; answers whether there was anything. */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean interrupted(String node) {
    int interrupted = ledger.interrupt(node, clock.instant());
    if (interrupted > 0) {
      trail.record(Act.failed("resident.import-interrupted", SUBJECT, node, "server-stopped"));
    }
    return interrupted > 0;
  }
}
