package jp.madoguchi.revocation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.interceptor.Interceptor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.approval.ApprovalDecided;
import jp.madoguchi.approval.ApprovalState;
import jp.madoguchi.approval.ExceptionKind;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificatePublished;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.resident.CardHeld;
import jp.madoguchi.resident.CardHolds;
import jp.madoguchi.resident.CardState;
import jp.madoguchi.resident.ResidentsChanged;
import jp.madoguchi.resident.ResidentsChanged.Change;
import jp.madoguchi.workflow.CaseProcess;

/**
 * What becomes of a lost card's certificates; the process card-lost asks it under the name {@code
 * cardLosses}.
 */
@ApplicationScoped
@Named("cardLosses")
public class CardLosses {

  /** The certificates that a change ends by the decision table are ended by it first. */
  private static final int AFTER_LAPSES = Interceptor.Priority.APPLICATION + 900;

  private static final String LOSS = "CARD_LOSS";

  private CardLossBook book;
  private OfficeHolds holds;
  private StatusActs acts;
  private CardHolds cards;
  private Certificates certificates;
  private CaseProcess process;
  private Event<CardHeld> held;
  private AuditTrail trail;
  private Actors actors;
  private OfficeClock clock;

  protected CardLosses() {}

  @Inject
  public CardLosses(
      CardLossBook book,
      OfficeHolds holds,
      StatusActs acts,
      CardHolds cards,
      Certificates certificates,
      CaseProcess process,
      Event<CardHeld> held,
      AuditTrail trail,
      Actors actors,
      OfficeClock clock) {
    this.book = book;
    this.holds = holds;
    this.acts = acts;
    this.cards = cards;
    this.certificates = certificates;
    this.process = process;
    this.held = held;
    this.trail = trail;
    this.actors = actors;
    this.clock = clock;
  }

  /** Holds the certificates on the card and the card itself, and has open cases judged again. */
  public void hold(String key) {
    CardLoss loss = loss(key);
    cards.hold(loss.card(), loss.reportedAt());
    holds.on(loss).forEach(one -> apply(loss, one, RevocationReason.CERTIFICATE_HOLD));
    held.fire(new CardHeld(loss.residentId(), loss.card()));
  }

  /**
   * The card is good again, and what was on hold with it; never what lapsed or expired meanwhile.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code card-held-by-register} where the register
   *     says that it is not good
   */
  public void release(String key) {
    CardLoss loss = loss(key);
    requireReleasable(loss);
    cards.release(loss.card());
    holds.on(loss).stream()
        .filter(one -> !clock.instant().isAfter(one.notAfter()))
        .sorted(Comparator.comparing(CertificateStatus::type).reversed())
        .forEach(one -> apply(loss, one, RevocationReason.REMOVE_FROM_CRL));
  }

  /**
   * The register must say that the card is good.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code card-held-by-register}
   */
  void requireReleasable(CardLoss loss) {
    if (cards.inRegister(loss.card()) != CardState.VALID) {
      throw Problem.conflict("card-held-by-register", loss.card().value()).asException();
    }
  }

  /** Revokes for good; the card stays as it is, since it is of no more use. */
  public void revoke(String key) {
    CardLoss loss = loss(key);
    RevocationReason reason = loss.ending().orElseThrow().outcome();
    holds.on(loss).forEach(one -> apply(loss, one, reason));
  }

  /** A supervisor decided on the release of a card that was found (R-SECOND-PERSON). */
  void decided(@Observes ApprovalDecided event) {
    boolean granted =
        event.approval().exception() == ExceptionKind.CARD_RELEASE
            && event.approval().state() == ApprovalState.GRANTED;
    if (granted) {
      CardLoss loss = book.lock(event.approval().matter().cardLoss()).orElseThrow();
      loss.requireHeld();
      end(loss, LossEnding.FOUND);
      process.proceed(loss.key(), Messages.RELEASE_APPROVED);
    }
  }

  /** What cannot be found any more, because its holder or the card itself is gone. */
  void follow(@Observes @Priority(AFTER_LAPSES) ResidentsChanged event) {
    List<Change> ending =
        event.changes().stream()
            .filter(change -> LossEnding.by(change.kind()).isPresent())
            .toList();
    Set<Long> residents = ending.stream().map(Change::resident).collect(Collectors.toSet());
    for (CardLoss known : book.heldOf(residents)) {
      CardLoss loss = book.lock(known.id()).orElseThrow();
      ending.stream()
          // a supervisor may have released it at this moment
          .filter(change -> loss.state() == CardLoss.State.HELD)
          .filter(change -> change.resident() == loss.residentId())
          .filter(change -> change.concerns(Optional.of(loss.card())))
          .map(Change::kind)
          .map(LossEnding::by)
          .flatMap(Optional::stream)
          .min(Comparator.naturalOrder())
          .ifPresent(
              how -> {
                end(loss, how);
                process.proceed(loss.key(), Messages.CARD_ENDED);
              });
    }
  }

  /** A certificate went live on a card that had been reported lost meanwhile. */
  void makeUpFor(@Observes @Priority(AFTER_LAPSES) CertificatePublished live) {
    CertificateStatus certificate = certificates.find(live.serial()).orElseThrow();
    holds
        .holding(certificate)
        .ifPresent(loss -> apply(loss, certificate, RevocationReason.CERTIFICATE_HOLD));
  }

  /** The loss has come to its end, whatever is to be done about it. */
  void end(CardLoss loss, LossEnding ending) {
    loss.end(ending, actors.current().login(), clock.instant());
    trail.record(
        Act.done("card-loss.ended", LOSS, loss.key())
            .with("resident", loss.residentId())
            .with("card", loss.card())
            .with("ending", ending));
  }

  private void apply(CardLoss loss, CertificateStatus one, RevocationReason reason) {
    acts.apply(loss.key(), one, reason, Revocations.rule(one.type()));
  }

  private CardLoss loss(String key) {
    return CardLoss.idOf(key)
        .flatMap(book::find)
        .orElseThrow(() -> new IllegalStateException("No such lost card: " + key));
  }
}
