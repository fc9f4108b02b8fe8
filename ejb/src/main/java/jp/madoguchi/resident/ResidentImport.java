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
    long line = last == null ? 0 : last.line();
    String field = last == null ? "" : last.field();
    return ledger.refusals(id, line, field, REFUSALS_AT_ONCE);
  }
}
