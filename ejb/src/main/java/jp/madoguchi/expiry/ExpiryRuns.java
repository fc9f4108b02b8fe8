package jp.madoguchi.expiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;

/** Opens, ends and takes up runs, each step with its act in a transaction of its own. */
@ApplicationScoped
public class ExpiryRuns {

  private static final String RUN = "EXPIRY_RUN";

  private RunLedger ledger;
  private EndingCertificates endings;
  private ExpirySettings settings;
  private OfficeClock clock;
  private Actors actors;
  private AuditTrail trail;

  protected ExpiryRuns() {}

  @Inject
  public ExpiryRuns(
      RunLedger ledger,
      EndingCertificates endings,
      ExpirySettings settings,
      OfficeClock clock,
      Actors actors,
      AuditTrail trail) {
    this.ledger = ledger;
    this.endings = endings;
    this.settings = settings;
    this.clock = clock;
    this.actors = actors;
    this.trail = trail;
  }

  /** The night's run, where its time has come and there was none; by the office's clock. */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<ExpiryRun> openNight(String node) {
    boolean due =
        settings.notices()
            && !clock.now().toLocalTime().isBefore(settings.at())
            && !ledger.hadNight(clock.today());
    return due ? open(ExpiryRun.Kind.NIGHTLY, node) : Optional.empty();
  }

  /** A run by hand; empty where one is under way. */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<ExpiryRun> openByHand(String node) {
    return open(ExpiryRun.Kind.BY_HAND, node);
  }

  private Optional<ExpiryRun> open(ExpiryRun.Kind kind, String node) {
    LocalDate today = clock.today();
    LocalDate until = settings.until(today);
    Optional<ExpiryRun> opened =
        ledger.open(
            kind,
            today,
            until,
            endings.countHolders(clock.instant(), endOf(until)),
            actors.current().login(),
            node,
            clock.instant());
    opened.ifPresent(
        run -> trail.record(act("expiry.run-started", run).with("holders", run.holders())));
    return opened;
  }

  /** Takes a run up where it stopped; empty where it cannot be. */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<ExpiryRun> takeUp(long id, String node) {
    Optional<ExpiryRun> taken = ledger.takeUp(id, node);
    taken.ifPresent(
        run -> trail.record(act("expiry.run-resumed", run).with("attempt", run.attempt())));
    return taken;
  }

  @Transactional(TxType.REQUIRES_NEW)
  public boolean askToStop(long id) {
    boolean asked = ledger.askToStop(id);
    if (asked) {
      trail.record(Act.done("expiry.run-stop-asked", RUN, Long.toString(id)));
    }
    return asked;
  }

  /** As it stands, for who works on it. */
  @Transactional(TxType.SUPPORTS)
  public ExpiryRun now(long id) {
    return ledger.find(id).orElseThrow();
  }

  /** The end of an attempt. */
  @Transactional(TxType.REQUIRES_NEW)
  public void end(long id, int attempt, RunState state, String fault) {
    if (!ledger.end(id, attempt, state, fault, clock.instant())) {
      return;
    }
    ExpiryRun run = now(id);
    Act act =
        state == RunState.FAILED || state == RunState.INTERRUPTED
            ? Act.failed("expiry.run-ended", RUN, Long.toString(id), state.name())
            : act("expiry.run-ended", run);
    trail.record(act.with("printed", run.printed()).with("examined", run.examined()));
  }

  /**
   * Ends what has shown no sign of life.
   *
   * @param node the asker, that has nothing under way itself
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void endLost(String node) {
    ledger.lost(node).forEach(run -> end(run.id(), run.attempt(), RunState.INTERRUPTED, null));
  }

  /** The first moment after a day of the office. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(OfficeClock.ZONE).toInstant();
  }

  private static Act act(String name, ExpiryRun run) {
    return Act.done(name, RUN, Long.toString(run.id())).with("kind", run.kind());
  }
}
