package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.resident.ResidentRegister;

/** What clerks have to confirm at a step, and that they did. */
@ApplicationScoped
class Confirmations {

  @Inject private PaperChecks checks;
  @Inject private CaseJudgement judgement;
  @Inject private ResidentRegister register;
  @Inject private Actors actors;
  @Inject private OfficeClock clock;

  /** What these steps of a case ask to be confirmed. */
  List<Confirmed> required(Application application, Set<String> steps) {
    boolean firstVisit = application.route() == Route.PROXY && steps.contains(Steps.CHECK_PAPERS);
    boolean notice = firstVisit && judgement.takesNoticeReply(application);
    boolean agreed = (!firstVisit || notice) && substitutes(application).any();
    Set<Confirmed> all = EnumSet.noneOf(Confirmed.class);
    all.addAll(Confirmed.at(steps, application.route(), agreed));
    if (notice) {
      all.addAll(Confirmed.ofNotice());
    }
    return List.copyOf(all);
  }

  /** What a certificate of this case would write otherwise than the register. */
  Substitutes substitutes(Application application) {
    return application.types().contains(CertificateType.SIGNATURE)
        ? register.find(application.residentId()).map(Substitutes::of).orElse(Substitutes.NONE)
        : Substitutes.NONE;
  }

  /**
   * Records what a step asks for; the form's field {@code confirmed} has to name all of it.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code confirmation-missing}, {@code
   *     form-incomplete}
   */
  void record(Application application, String step, StepForm form) {
    List<String> confirmed = form.words("confirmed");
    List<Confirmed> required = required(application, Set.of(step));
    long missing = required.stream().filter(one -> !confirmed.contains(one.name())).count();
    if (missing > 0) {
      throw Problem.refused("confirmation-missing", missing).asException();
    }
    required.forEach(one -> checks.add(confirmation(application, one)));
  }

  private Confirmation confirmation(Application application, Confirmed item) {
    String detail = item == Confirmed.SUBSTITUTES_AGREED ? substitutes(application).inWords() : "";
    return new Confirmation(
        application.receptionNumber().value(),
        item,
        detail,
        actors.current().login(),
        clock.instant());
  }
}
