package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.Finding;
import jp.madoguchi.eligibility.Judgement;
import jp.madoguchi.eligibility.Verdict;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes;
import jp.madoguchi.reception.Reception.Received;
import jp.madoguchi.reception.Reception.Refused;
import jp.madoguchi.workflow.CaseProcess;

/** 受付: judges what is asked for, and opens a case when it can be done. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ReceptionDesk {

  @Inject private Applications applications;
  @Inject private CaseJudgement judgement;
  @Inject private CaseProcess process;
  @Inject private AnsweredOnce answered;
  @Inject private OfficeClock clock;
  @Inject private Actors actors;
  @Inject private AuditTrail trail;

  /** What the rules say of the form as it stands; nothing is stored. */
  public Judgement judge(ApplicationForm form) {
    return judgement.of(form);
  }

  /**
   * Opens a case, or says every reason why not.
   *
   * @param idempotencyKey the request's own key; null when it has none
   * @throws jp.madoguchi.problem.BusinessException {@code R-OUT-OF-HOURS} when somebody who is not
   *     a supervisor gives a reason for a case out of hours
   */
  public Reception receive(ApplicationForm form, String idempotencyKey) {
    requireSupervisorOutOfHours(form);
    String clerk = actors.current().login();
    ReceptionNumber number = applications.nextNumber(clock.today().getYear());
    Optional<ReceptionNumber> before =
        Optional.ofNullable(idempotencyKey).flatMap(key -> answered.claim(clerk, key, number));
    if (before.isPresent()) {
      return new Received(before.get());
    }
    Judgement judged = judgement.of(form);
    return judged.allowed() ? open(number, form, judged, clerk) : refuse(form, judged);
  }

  private void requireSupervisorOutOfHours(ApplicationForm form) {
    if (form.outOfHoursReason() != null && !actors.current().roles().contains("SUPERVISOR")) {
      throw Problem.refused("R-OUT-OF-HOURS").asException();
    }
  }

  private Received open(
      ReceptionNumber number, ApplicationForm form, Judgement judged, String clerk) {
    applications.add(new Application(number, form, judged.feeYen(), clerk, clock.instant()));
    trail.record(
        Act.done("application.received", "APPLICATION", number.value())
            .with("resident", form.residentId())
            .with("kind", form.kind())
            .with("types", form.types())
            .with("route", form.route()));
    process.start(Processes.SELF_APPLICATION, number.value());
    return new Received(number);
  }

  private Refused refuse(ApplicationForm form, Judgement judged) {
    String rules =
        String.join(
            " ",
            judged.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.REFUSE)
                .map(Finding::rule)
                .toList());
    trail.record(
        Act.refused("application.received", "RESIDENT", Long.toString(form.residentId()), rules));
    return new Refused(judged);
  }
}
