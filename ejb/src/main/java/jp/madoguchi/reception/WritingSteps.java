package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.cardwriting.WritingProcess;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.workflow.CaseProcess;

/** Tells the case's process what the card has done. */
@ApplicationScoped
class WritingSteps implements WritingProcess {

  @Inject private CaseProcess process;

  @Override
  public void keyStaged(String receptionNumber) {
    process.proceed(receptionNumber, Messages.KEY_STAGED);
  }

  @Override
  public void active(String receptionNumber) {
    process.proceed(receptionNumber, Messages.CERTIFICATE_ACTIVE);
  }
}
