package jp.madoguchi.revocation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.letter.PrintedPaper;
import jp.madoguchi.paper.Originals;
import jp.madoguchi.paper.SeenPaper;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.proxy.ProxyBook;
import jp.madoguchi.reception.AnsweredOnce;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.revocation.RequiredPapers.Service;
import jp.madoguchi.workflow.CaseProcess;

/** 失効申請 and 秘密鍵漏えい等届: taken at the counter and done at once, since nothing else protects. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class RevocationDesk {

  private static final String REQUEST = "REVOCATION_REQUEST";

  @Inject private RequestBook book;
  @Inject private RequestFile file;
  @Inject private RequestCheck check;
  @Inject private Certificates certificates;
  @Inject private ResidentRegister register;
  @Inject private RequiredPapers papers;
  @Inject private Originals originals;
  @Inject private ProxyBook proxies;
  @Inject private CaseProcess process;
  @Inject private AnsweredOnce answered;
  @Inject private RevocationSlips slips;
  @Inject private OfficeClock clock;
  @Inject private Actors actors;
  @Inject private AuditTrail trail;

  /**
   * A request with what came of it.
   *
   * @param slipDue whether the slip is still to be handed over
   */
  public record View(
      RevocationRequest request,
      ResidentRecord holder,
      List<StatusAct> acts,
      List<SeenPaper> papers,
      boolean slipDue) {}

  /** The codes of the papers that a request asks for. */
  public List<String> papers(long residentId, Route route, boolean sameHousehold) {
    return papers.of(Service.REVOCATION, route, resident(residentId).adultWard(), sameHousehold);
  }

  /** What a resident holds that was ever live or is being written, the newest first. */
  public List<CertificateStatus> certificates(long residentId) {
    return certificates.ofResident(residentId).stream()
        .sorted(Comparator.comparing(CertificateStatus::notBefore).reversed())
        .toList();
  }

  /**
   * Takes a request and does it.
   *
   * @param idempotencyKey the request's own key; null when it has none
   * @throws jp.madoguchi.problem.BusinessException {@code papers-missing}, {@code
   *     irrevocable-not-confirmed}, {@code revocation-not-resident}, {@code
   *     certificate-of-another}, {@code revocation-already}, {@code revocation-expired}, {@code
   *     revocation-held}, {@code revocation-being-written}, and what is wrong with a proxy's
   *     document
   */
  public View receive(RequestForm form, String idempotencyKey) {
    String clerk = actors.current().login();
    long number = book.nextNumber();
    Optional<String> before =
        Optional.ofNullable(idempotencyKey)
            .flatMap(once -> answered.claim(clerk, "V:" + once, RevocationRequest.key(number)));
    return file.view(before.orElseGet(() -> receive(form, number, clerk)));
  }

  private String receive(RequestForm form, long number, String clerk) {
    ResidentRecord holder = resident(form.residentId());
    if (holder.status() != ResidentRecord.Status.RESIDENT) {
      throw Problem.refused("revocation-not-resident").asException();
    }
    check.requireLive(holder.id(), form.certificates());
    List<String> required = papers(holder.id(), form.who().route(), form.who().sameHousehold());
    Originals.require(required, form.confirmed());
    if (!form.confirmed().contains(RequestForm.IRREVOCABLE)) {
      throw Problem.refused("irrevocable-not-confirmed").asException();
    }
    WhoCame who = form.who().examined(proxies, holder);
    RevocationRequest request = new RevocationRequest(number, form, who, clerk, clock.instant());
    book.add(request);
    originals.seen(request.key(), required);
    trail.record(
        Act.done("revocation.received", REQUEST, request.key())
            .with("resident", holder.id())
            .with("kind", form.kind())
            .with("route", who.route())
            .with("certificates", request.certificates()));
    process.start(Processes.REVOCATION_REQUEST, request.key());
    if (book.acts(List.of(request.key())).isEmpty()) {
      // of two requests at the same moment the second has nothing left to revoke
      throw Problem.conflict("revocation-already", request.certificates().get(0), clock.today())
          .asException();
    }
    return request.key();
  }

  /** One request; looking at it is an act. */
  public View look(String key) {
    View found = file.view(key);
    trail.record(Act.done("revocation.viewed", REQUEST, key));
    return found;
  }

  /**
   * Requests, the newest first.
   *
   * @param page from 1 on
   */
  public List<View> page(int page, int size) {
    return file.newest(Paging.from(page, size), Paging.size(size));
  }

  /** A resident's requests, the newest first. */
  public List<View> ofResident(long residentId) {
    return file.ofResident(residentId);
  }

  /** 失効受付票, as often as the printer needs it; each print is an act. */
  public PrintedPaper slip(String key) {
    return slips.of(file.view(key));
  }

  /**
   * The slip was handed over; the request is done.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}, {@code step-not-due}
   */
  public View slipGiven(String key) {
    RevocationRequest request = file.request(key);
    process.complete(key, Steps.GIVE_SLIP);
    request.slipGiven(actors.current().login(), clock.instant());
    trail.record(
        Act.done("revocation.slip-given", REQUEST, key).with("resident", request.residentId()));
    return file.view(key);
  }

  private ResidentRecord resident(long id) {
    return register.find(id).orElseThrow(() -> Problem.refused("not-found").asException());
  }
}
