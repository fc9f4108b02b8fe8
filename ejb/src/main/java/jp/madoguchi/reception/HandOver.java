package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.process.Processes.Steps;

/** カードと控えを渡す; field {@code confirmed}: that card and copy are in the applicant's hands. */
@ApplicationScoped
class HandOver implements StepAct {

  @Inject private Confirmations confirmations;

  @Override
  public String step() {
    return Steps.HAND_OVER;
  }

  @Override
  public void perform(Application application, StepForm form) {
    confirmations.record(application, step(), form);
  }
}
