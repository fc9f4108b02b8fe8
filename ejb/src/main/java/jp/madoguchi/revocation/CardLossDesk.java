package jp.madoguchi.revocation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.ApprovalState;
import jp.madoguchi.approval.ExceptionKind;
import jp.madoguchi.approval.Exceptions;
import jp.madoguchi.approval.Matter;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.letter.PrintedPaper;
import jp.madoguchi.paper.Originals;
import jp.madoguchi.paper.SeenPaper;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.proxy.ProxyBook;
import jp.madoguchi.reception.AnsweredOnce;
import jp.madoguchi.resident.Card;
import jp.madoguchi.resident.CardHolds;
import jp.madoguchi.resident.CardKind;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.CardState;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.revocation.LossVisit.Purpose;
import jp.madoguchi.revocation.RequiredPapers.Service;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.workflow.CaseProcess;

/** カードの紛失(一時停止): takes the report, and later releases the card or has it revoked. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class CardLossDesk {

  private static final String LOSS = "CARD_LOSS";

  /**
   * Setting {@code card-loss.remind-days}: after so many days on hold it stands on the work list.
   */
  private static final int REMIND_DAYS = 14;

  private static final int MOST_REMINDED = 100;

  @Inject private CardLossBook book;
  @Inject private CardLossFile file;
  @Inject private CardLosses losses;
  @Inject private OfficeHolds holds;
  @Inject private ResidentRegister register;
  @Inject private CardHolds cards;
  @Inject private RequiredPapers papers;
  @Inject private Originals originals;
  @Inject private ProxyBook proxies;
  @Inject private Exceptions exceptions;
  @Inject private CaseProcess process;
  @Inject private AnsweredOnce answered;
  @Inject private RevocationSlips slips;
  @Inject private Settings settings;
  @Inject private OfficeClock clock;
  @Inject private Actors actors;
  @Inject private AuditTrail trail;

  /**
   * A lost card with what came of it.
   *
   * @param visits who came for it, in their order
   * @param release what was last asked about its release; null where nothing was asked today
   */
  public record View(
      CardLoss loss,
      ResidentRecord holder,
      List<StatusAct> acts,
      List<SeenPaper> papers,
      List<LossVisit> visits,
      Approval release) {

    /** Whether a supervisor is to decide on the release. */
    public boolean releaseAsked() {
      return release != null && release.state() == ApprovalState.ASKED;
    }
  }

  /**
   * Takes a report and holds the card at once.
   *
   * @param idempotencyKey the request's own key; null when it has none
   * @throws jp.madoguchi.problem.BusinessException {@code no-card-to-hold}, {@code
   *     card-of-another}, {@code card-loss-open}, {@code revocation-not-resident}
   */
  public View report(LossForm form, String idempotencyKey) {
    String clerk = actors.current().login();
    long number = book.nextNumber();
    return file.view(
        before(idempotencyKey, CardLoss.key(number)).orElseGet(() -> report(form, number, clerk)));
  }

  /** What a request with the same key led to before. */
  private Optional<String> before(String idempotencyKey, String key) {
    return Optional.ofNullable(idempotencyKey)
        .flatMap(once -> answered.claim(actors.current().login(), "K:" + once, key));
  }

  private String report(LossForm form, long number, String clerk) {
    ResidentRecord holder = resident(form.residentId());
    if (holder.status() != ResidentRecord.Status.RESIDENT) {
      throw Problem.refused("revocation-not-resident").asException();
    }
    CardSerial card = card(form).serial();
    // of two reports at the same moment the second waits here, and is told of the first
    cards.hold(card, clock.instant());
    requireNotHeld(card);
    CardLoss loss = new CardLoss(number, form, card, clerk, clock.instant());
    book.add(loss);
    trail.record(
        Act.done("card-loss.reported", LOSS, loss.key())
            .with("resident", holder.id())
            .with("card", card)
            .with("channel", form.channel())
            .with("reporter", form.reporter())
            .with("identity", form.identityCheck()));
    process.start(Processes.CARD_LOST, loss.key());
    return loss.key();
  }

  private void requireNotHeld(CardSerial card) {
    book.heldOf(card)
        .ifPresent(
            open -> {
              throw Problem.conflict("card-loss-open", open.key()).asException();
            });
  }

  private Card card(LossForm form) {
    if (form.cardSerial() != null && !form.cardSerial().isBlank()) {
      return CardSerial.read(form.cardSerial())
          .flatMap(register::card)
          .filter(card -> card.residentId() == form.residentId())
          .filter(card -> card.kind() == CardKind.MY_NUMBER && card.state() != CardState.REVOKED)
          .orElseThrow(() -> Problem.refused("card-of-another", form.cardSerial()).asException());
    }
    return cardInUse(form.residentId())
        .orElseThrow(() -> Problem.refused("no-card-to-hold").asException());
  }

  /** The card that a resident can have lost: the good one, or one that is held already. */
  public Optional<Card> cardInUse(long residentId) {
    return register.cardsOf(residentId).stream()
        .filter(card -> card.goodOn(clock.today()) || book.heldOf(card.serial()).isPresent())
        .max(Comparator.comparing((Card card) -> card.goodOn(clock.today())));
  }

  /** One lost card; looking at it is an act. */
  public View look(String key) {
    View found = file.view(key);
    trail.record(Act.done("card-loss.viewed", LOSS, key));
    return found;
  }

  /** Those on hold, the one that is held longest first. */
  public List<View> held(int page, int size) {
    return file.held(Paging.from(page, size), Paging.size(size));
  }

  public long countHeld() {
    return book.countHeld();
  }

  /** Those that ended, the last one first. */
  public List<View> ended(int page, int size) {
    return file.ended(Paging.from(page, size), Paging.size(size));
  }

  /** A resident's, the newest first. */
  public List<View> ofResident(long residentId) {
    return file.ofResident(residentId);
  }

  /** After how many days on hold somebody asks again. */
  public int remindDays() {
    return settings.number("card-loss.remind-days", REMIND_DAYS);
  }

  /** Those about which somebody should ask again, the one that is held longest first. */
  public List<View> heldLong() {
    Instant then = clock.now().minusDays(remindDays()).toInstant();
    return file.heldSince(then, MOST_REMINDED);
  }

  /** The codes of the papers for a release, or for a revocation at the counter. */
  public List<String> papers(String key, Service service, Route route, boolean sameHousehold) {
    ResidentRecord holder = resident(file.loss(key).residentId());
    return papers.of(service, route, holder.adultWard(), sameHousehold);
  }

  /**
   * The card was found and lies before the clerk: a second person is asked to release it
   * (R-SECOND-PERSON).
   *
   * @param reason where it was found, 1 to 500 characters
   * @param idempotencyKey the request's own key; null when it has none
   * @throws jp.madoguchi.problem.BusinessException {@code card-loss-closed}, {@code
   *     card-release-asked}, {@code card-held-by-register}, {@code papers-missing}, {@code
   *     exception-reason}, and what is wrong with a proxy's document
   */
  public View askRelease(
      String key, Asker who, List<String> confirmed, String reason, String idempotencyKey) {
    if (before(idempotencyKey, key).isPresent()) {
      return file.view(key);
    }
    CardLoss loss = lock(key);
    if (file.view(loss).releaseAsked()) {
      throw Problem.conflict("card-release-asked", key).asException();
    }
    losses.requireReleasable(loss);
    List<String> required = papers(key, Service.CARD_RELEASE, who);
    Originals.require(required, confirmed);
    came(loss, Purpose.RELEASE, who);
    exceptions.ask(matter(loss), EnumSet.of(ExceptionKind.CARD_RELEASE), reason);
    originals.seen(key, required);
    trail.record(
        Act.done("card-loss.release-asked", LOSS, key)
            .with("resident", loss.residentId())
            .with("route", who.route()));
    return file.view(loss);
  }

  /**
   * The card was not found: the certificates are revoked for good.
   *
   * @param misused whether somebody who knows the PIN may have it
   * @param confirmed the codes of the papers, and {@link RequestForm#IRREVOCABLE}
   * @param idempotencyKey the request's own key; null when it has none
   * @throws jp.madoguchi.problem.BusinessException {@code card-loss-closed}, {@code
   *     papers-missing}, {@code irrevocable-not-confirmed}, and what is wrong with a proxy's
   *     document
   */
  public View revoke(
      String key, Asker who, List<String> confirmed, boolean misused, String idempotencyKey) {
    if (before(idempotencyKey, key).isPresent()) {
      return file.view(key);
    }
    CardLoss loss = lock(key);
    List<String> required = papers(key, Service.REVOCATION, who);
    Originals.require(required, confirmed);
    if (!confirmed.contains(RequestForm.IRREVOCABLE)) {
      throw Problem.refused("irrevocable-not-confirmed").asException();
    }
    came(loss, Purpose.REVOCATION, who);
    originals.seen(key, required);
    losses.end(loss, misused ? LossEnding.KEY_COMPROMISE : LossEnding.NOT_FOUND);
    process.complete(key, Steps.AWAIT_CARD);
    return file.view(loss);
  }

  private List<String> papers(String key, Service service, Asker who) {
    return papers(key, service, who.route(), who.sameHousehold());
  }

  private void came(CardLoss loss, Purpose purpose, Asker who) {
    WhoCame came = who.examined(proxies, resident(loss.residentId()));
    String clerk = actors.current().login();
    book.add(new LossVisit(loss, purpose, came, clerk, clock.instant()));
  }

  /** 一時停止受付票 or 失効受付票, as the card stands now; each print is an act. */
  public PrintedPaper slip(String key) {
    return slips.of(file.view(key));
  }

  private Matter matter(CardLoss loss) {
    Set<CertificateType> types =
        holds.on(loss).stream().map(CertificateStatus::type).collect(Collectors.toSet());
    return Matter.ofCard(loss.residentId(), loss.card().value(), loss.id(), types);
  }

  private CardLoss lock(String key) {
    CardLoss loss =
        CardLoss.idOf(key)
            .flatMap(book::lock)
            .orElseThrow(() -> Problem.refused("not-found").asException());
    loss.requireHeld();
    return loss;
  }

  private ResidentRecord resident(long id) {
    return register.find(id).orElseThrow(() -> Problem.refused("not-found").asException());
  }
}
