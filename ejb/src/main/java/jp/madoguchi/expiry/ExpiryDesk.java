package jp.madoguchi.expiry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.RenewalWindow;
import jp.madoguchi.expiry.EndingQuery.Place;
import jp.madoguchi.expiry.EndingQuery.Standing;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;

/** 有効期限: the certificates that end within three months, and the runs that print notices. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ExpiryDesk {

  /** Certificates on a page. */
  public static final int PAGE = 50;

  private static final int RUNS_SHOWN = 10;
  private static final int IN_A_FILE = 10_000;

  @Inject private EndingCertificates endings;
  @Inject private RunLedger ledger;
  @Inject private ExpiryRuns runs;
  @Inject private ExpiryBatch batch;
  @Inject private ResidentRegister register;
  @Inject private ExpirySettings settings;
  @Inject private OfficeClock clock;
  @Inject private AuditTrail trail;

  /** A certificate that ends soon, with its holder. */
  public record Ending(EndingCertificate certificate, ResidentRecord holder) {}

  /**
   * Those that end within three months and can be renewed (R-RENEWAL), the one that ends first
   * first; one more than a page where there are more.
   *
   * @param type null for both
   * @param standing null for all
   * @param from only those whose last day is this or later; null for all
   * @param after null for the first page
   */
  public List<Ending> ending(CertificateType type, Standing standing, LocalDate from, Place after) {
    return find(type, standing, from, after, PAGE + 1);
  }

  /** As {@link #ending}, up to ten thousand for a spreadsheet; handing them out is an act. */
  public List<Ending> endingForFile(CertificateType type, Standing standing, LocalDate from) {
    List<Ending> found = find(type, standing, from, null, IN_A_FILE);
    trail.record(
        Act.done("expiry.exported", "DAY", clock.today().toString()).with("rows", found.size()));
    return found;
  }

  private List<Ending> find(
      CertificateType type, Standing standing, LocalDate from, Place after, int limit) {
    LocalDate earliest = from == null ? clock.today() : from;
    java.time.Instant start = earliest.atStartOfDay(OfficeClock.ZONE).toInstant();
    EndingQuery query =
        new EndingQuery(
            type,
            standing,
            start.isBefore(clock.instant()) ? clock.instant() : start,
            ExpiryRuns.endOf(until()),
            after,
            limit);
    return endings.find(query).stream()
        .map(one -> new Ending(one, register.find(one.residentId()).orElseThrow()))
        .toList();
  }

  /** How many end within three months. */
  public long count() {
    return endings.count(clock.instant(), ExpiryRuns.endOf(until()));
  }

  /** The last day of the certificates that are shown. */
  public LocalDate until() {
    return RenewalWindow.lastOpen(clock.today());
  }

  /** Whether this office prints notices. */
  public boolean notices() {
    return settings.notices();
  }

  /** The last runs, the newest first. */
  public List<ExpiryRun> runs() {
    return ledger.newest(RUNS_SHOWN);
  }

  public Optional<ExpiryRun> run(long id) {
    return ledger.find(id);
  }

  /**
   * Begins a run now.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code expiry-notices-off}, {@code
   *     expiry-under-way}
   */
  @RolesAllowed("SUPERVISOR")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ExpiryRun begin() {
    requireNotices();
    return batch.begin().orElseThrow(() -> Problem.conflict("expiry-under-way").asException());
  }

  /**
   * Takes a run up where it stopped.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code expiry-notices-off}, {@code not-found},
   *     {@code expiry-not-resumable}
   */
  @RolesAllowed("SUPERVISOR")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ExpiryRun takeUp(long id) {
    requireNotices();
    known(id);
    return batch
        .takeUp(id)
        .orElseThrow(() -> Problem.conflict("expiry-not-resumable").asException());
  }

  /**
   * Asks a run to stop after the bundle that it prints now.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}, {@code expiry-not-running}
   */
  @RolesAllowed("SUPERVISOR")
  public ExpiryRun stop(long id) {
    known(id);
    if (!runs.askToStop(id)) {
      throw Problem.conflict("expiry-not-running").asException();
    }
    return known(id);
  }

  private void requireNotices() {
    if (!settings.notices()) {
      throw Problem.conflict("expiry-notices-off").asException();
    }
  }

  private ExpiryRun known(long id) {
    return ledger.find(id).orElseThrow(() -> Problem.refused("not-found").asException());
  }
}
