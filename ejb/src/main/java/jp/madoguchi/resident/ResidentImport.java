package jp.madoguchi.resident;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Handing the resident register over as a CSV file. */
@Stateless
@RolesAllowed({"REGISTER", "SUPERVISOR"})
public class ResidentImport {

  private static final int REFUSALS_AT_ONCE = 1000;
  private static final int NEWEST = 50;

  private ImportDesk desk;
  private ImportSpool spool;
  private ImportLedger ledger;

  @Resource private SessionContext session;

  protected ResidentImport() {}

  @Inject
  public ResidentImport(ImportDesk desk, ImportSpool spool, ImportLedger ledger) {
    this.desk = desk;
    this.spool = spool;
    this.ledger = ledger;
  }

  /**
   * Takes the file in and begins the import in the background. The body may come slowly, so no
   * transaction is open meanwhile.
   *
   * @throws jp.madoguchi.problem.BusinessException when the header is not in order, another import
   *     runs, or the body could not be received whole
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ImportProgress start(InputStream csv) {
    Path body = spool.take(csv);
    boolean taken = false;
    try {
      ImportProgress progress = desk.accept(body, session.getCallerPrincipal().getName());
      taken = true;
      return progress;
    } finally {
      if (!taken) {
        spool.remove(body);
      }
    }
  }

  public Optional<ImportProgress> find(long id) {
    return ledger.find(id);
  }

  public List<ImportProgress> newest() {
    return ledger.newest(NEWEST);
  }

  /**
   * Reasons for refused lines, some at a time.
   *
   * @param last the last one that is already known, or null for the first ones
   */
  public List<LineRefusal> refusalsAfter(long id, LineRefusal last) {
    return last == null
        ? refusals(id, 0, "", REFUSALS_AT_ONCE)
        : refusals(id, last.line(), last.field(), REFUSALS_AT_ONCE);
  }

  /**
   * Reasons for refused lines, in the order of lines and fields.
   *
   * @param afterLine from after this line and field; 0 and the empty text for the first ones
   * @param most how many at most; no more than a thousand
   */
  public List<LineRefusal> refusals(long id, long afterLine, String afterField, int most) {
    return ledger.refusals(id, afterLine, afterField, Math.min(most, REFUSALS_AT_ONCE));
  }
}
