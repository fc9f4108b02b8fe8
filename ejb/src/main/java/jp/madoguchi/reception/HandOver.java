package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jp.madoguchi.process.Processes.Steps;

/** カードと控えを渡す: nothing is entered; who did it and when stands in the trail. */
@ApplicationScoped
class HandOver implements StepAct {

  @Override
  public String step() {
    return Steps.HAND_OVER;
  }

  @Override
  public void perform(Application application, StepForm form) {
    application.requireOpen();
  }
}
