package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.audit.RecordedAct;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.workflow.CaseProcess;

/** 案件: looks at cases and moves them on, one step at a time. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class CaseDesk {

  @Inject private Applications applications;
  @Inject private CaseFile file;
  @Inject private CaseProcess process;
  @Inject private Instance<StepAct> acts;
  @Inject private PaperChecks papers;
  @Inject private AnsweredOnce answered;
  @Inject private OfficeClock clock;
  @Inject private Actors actors;
  @Inject private AuditTrail trail;

  /**
   * The whole case.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  @RolesAllowed({"CLERK", "SUPERVISOR", "AUDITOR"})
  public CaseView view(ReceptionNumber number) {
    Application application = applications.find(number).orElseThrow(CaseDesk::notFound);
    trail.record(
        Act.done("application.viewed", "APPLICATION", number.value())
            .with("resident", application.residentId()));
    return file.of(application);
  }

  /** What was done to the case and its certificates, by whom, newest first. */
  public List<RecordedAct> history(ReceptionNumber number) {
    return file.history(number.value());
  }

  /** A page of cases, the newest first. */
  @RolesAllowed({"CLERK", "SUPERVISOR", "AUDITOR"})
  public List<CaseLine> page(ApplicationQuery query) {
    return file.lines(applications.page(query));
  }

  /**
   * Does a step of a case that the caller holds.
   *
   * @param idempotencyKey the request's own key; null when it has none
   * @throws jp.madoguchi.problem.BusinessException {@code step-not-due}, {@code case-held}, {@code
   *     case-closed}, {@code not-found}, and what the step itself refuses
   */
  public CaseView perform(
      ReceptionNumber number, String step, StepForm form, String idempotencyKey) {
    Application application = applications.lock(number);
    String clerk = actors.current().login();
    boolean done =
        Optional.ofNullable(idempotencyKey)
            .flatMap(key -> answered.claim(clerk, key, number))
            .isPresent();
    if (!done) {
      application.requireHeldBy(clerk);
      // First of all: a form for another step is not worth a complaint about its fields.
      process.requireDue(number.value(), step);
      act(step, number).perform(application, form);
      process.complete(number.value(), step);
      trail.record(Act.done("step.done", "APPLICATION", number.value()).with("step", step));
    }
    return file.of(application);
  }

  /** Takes a case over from whoever holds it. */
  public CaseView takeOver(ReceptionNumber number) {
    Application application = applications.lock(number);
    String former = application.holder();
    application.takeOver(actors.current().login());
    trail.record(
        Act.done("application.taken-over", "APPLICATION", number.value()).with("from", former));
    return file.of(application);
  }

  /**
   * Withdraws an application.
   *
   * @param by whose wish it is
   * @param reason in their or the clerk's words, 1 to 500 characters
   * @throws jp.madoguchi.problem.BusinessException {@code no-representative}, {@code
   *     form-incomplete}, {@code case-held}, {@code case-closed}
   */
  public CaseView withdraw(ReceptionNumber number, Withdrawer by, String reason) {
    Application application = applications.lock(number);
    application.requireHeldBy(actors.current().login());
    application.withdrawnBy(by);
    note(number, reason);
    process.proceed(number.value(), Messages.WITHDRAWN);
    return file.of(application);
  }

  /** Leaves a note on a case. */
  public CaseView write(ReceptionNumber number, String text) {
    Application application = applications.lock(number);
    note(number, text);
    return file.of(application);
  }

  private void note(ReceptionNumber number, String text) {
    CaseNote note = new CaseNote(number.value(), text, actors.current().login(), clock.instant());
    papers.add(note);
    trail.record(
        Act.done("application.noted", "APPLICATION", number.value()).with("note", note.id()));
  }

  private StepAct act(String step, ReceptionNumber number) {
    return acts.stream()
        .filter(act -> act.step().equals(step))
        .findFirst()
        .orElseThrow(() -> CaseProcess.notDue(step, process.due(number.value())));
  }

  private static RuntimeException notFound() {
    return Problem.refused("not-found").asException();
  }
}
