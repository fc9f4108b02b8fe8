package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.ExceptionKind;
import jp.madoguchi.approval.Exceptions;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.Finding;
import jp.madoguchi.eligibility.Judgement;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes;
import jp.madoguchi.proxy.ProxyBook;
import jp.madoguchi.proxy.ProxyBook.Applicant;
import jp.madoguchi.proxy.ProxyKind;
import jp.madoguchi.reception.Reception.CardDiffers;
import jp.madoguchi.reception.Reception.Received;
import jp.madoguchi.reception.Reception.Refused;
import jp.madoguchi.resident.BasicFourItems.Item;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.workflow.CaseProcess;

/** 受付: judges what is asked for, and opens a case when it can be done. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ReceptionDesk {

  @Inject private Applications applications;
  @Inject private CaseJudgement judgement;
  @Inject private FourItemsCheck card;
  @Inject private Exceptions exceptions;
  @Inject private ResidentRegister register;
  @Inject private ProxyBook proxies;
  @Inject private CaseProcess process;
  @Inject private AnsweredOnce answered;
  @Inject private OfficeClock clock;
  @Inject private Actors actors;
  @Inject private AuditTrail trail;

  /** What would come of the form as it stands; nothing is stored. */
  public Prospect judge(ApplicationForm form) {
    Judgement judged = judgement.of(form);
    return new Prospect(
        judged, card.differing(form), lifting(judged), exceptions.of(form.matter()));
  }

  /**
   * Asks a supervisor for every exception without which the form is refused.
   *
   * @param reason in the asker's words, 1 to 500 characters
   * @return one request for each exception
   * @throws jp.madoguchi.problem.BusinessException {@code exception-not-needed}; {@code
   *     exception-of-no-use} when a refusal remains that no exception lifts; {@code
   *     exception-reason}
   */
  public List<Approval> askException(ApplicationForm form, String reason) {
    Judgement judged = judgement.of(form);
    if (judged.allowed()) {
      throw Problem.conflict("exception-not-needed").asException();
    }
    Set<ExceptionKind> kinds = lifting(judged);
    if (kinds.isEmpty() || !card.differing(form).isEmpty()) {
      throw Problem.refused("exception-of-no-use").asException();
    }
    return exceptions.ask(form.matter(), kinds, reason);
  }

  /**
   * Opens a case, or says every reason why not.
   *
   * @param idempotencyKey the request's own key; null when it has none
   */
  public Reception receive(ApplicationForm form, String idempotencyKey) {
    form.requireProxy();
    String clerk = actors.current().login();
    return before(clerk, idempotencyKey)
        .<Reception>map(Received::new)
        .orElseGet(() -> receive(form, clerk, idempotencyKey));
  }

  private Reception receive(ApplicationForm form, String clerk, String idempotencyKey) {
    Judgement judged = judgement.of(form);
    List<Item> differing = card.differing(form);
    if (differing.isEmpty() && judged.allowed()) {
      return open(form, judged, clerk, idempotencyKey);
    }
    // The first of two requests with one key may just have opened the case that refuses this one.
    return before(clerk, idempotencyKey)
        .<Reception>map(Received::new)
        .orElseGet(() -> refuse(form, judged, differing));
  }

  private Optional<ReceptionNumber> before(String clerk, String idempotencyKey) {
    return Optional.ofNullable(idempotencyKey).flatMap(key -> answered.find(clerk, key));
  }

  private Received open(
      ApplicationForm form, Judgement judged, String clerk, String idempotencyKey) {
    ReceptionNumber number = applications.nextNumber(clock.today().getYear());
    Optional<ReceptionNumber> before =
        Optional.ofNullable(idempotencyKey).flatMap(key -> answered.claim(clerk, key, number));
    if (before.isPresent()) {
      return new Received(before.get());
    }
    applications.add(new Application(number, form, judged.feeYen(), clerk, clock.instant()));
    trail.record(
        Act.done("application.received", "APPLICATION", number.value())
            .with("resident", form.residentId())
            .with("kind", form.kind())
            .with("types", form.types())
            .with("route", form.route()));
    Set<ExceptionKind> needed = ExceptionKind.noted(rules(judged.notes()));
    if (!needed.isEmpty()) {
      exceptions.use(form.matter(), needed, number.value());
    }
    recordProxy(form, number);
    process.start(processOf(form.route()), number.value());
    return new Received(number);
  }

  private void recordProxy(ApplicationForm form, ReceptionNumber number) {
    if (form.proxy() != null) {
      ResidentRecord resident = register.find(form.residentId()).orElseThrow();
      ProxyKind kind = form.route() == Route.PROXY ? ProxyKind.APPOINTED : ProxyKind.LEGAL;
      proxies.record(
          number.value(), kind, form.proxy(), new Applicant(resident.name(), resident.birthDate()));
    }
  }

  private static String processOf(Route route) {
    return route == Route.PROXY ? Processes.PROXY_APPLICATION : Processes.SELF_APPLICATION;
  }

  private Reception refuse(ApplicationForm form, Judgement judged, List<Item> differing) {
    String resident = Long.toString(form.residentId());
    String reasons = String.join(" ", rules(judged.refusals()));
    if (differing.isEmpty()) {
      trail.record(Act.refused("application.received", "RESIDENT", resident, reasons));
      return new Refused(judged);
    }
    trail.record(
        Act.refused(
                "application.received", "RESIDENT", resident, ("card-differs " + reasons).strip())
            .with("items", differing));
    return new CardDiffers(differing, judged);
  }

  private static Set<ExceptionKind> lifting(Judgement judged) {
    return ExceptionKind.lifting(rules(judged.refusals())).orElse(Set.of());
  }

  private static List<String> rules(List<Finding> findings) {
    return findings.stream().map(Finding::rule).toList();
  }
}
