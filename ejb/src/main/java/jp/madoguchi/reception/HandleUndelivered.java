package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.process.Processes.Steps;

/**
 * 返戻への対応を決める: field {@code note}: what was done about it, such as a call to the applicant. Then a
 * new letter is printed; a case that is given up is withdrawn instead.
 */
@ApplicationScoped
class HandleUndelivered implements StepAct {

  @Inject private PaperChecks papers;
  @Inject private Actors actors;
  @Inject private OfficeClock clock;

  @Override
  public String step() {
    return Steps.HANDLE_UNDELIVERED;
  }

  @Override
  public void perform(Application application, StepForm form) {
    papers.add(
        new CaseNote(
            application.receptionNumber().value(),
            form.text("note"),
            actors.current().login(),
            clock.instant()));
  }
}
