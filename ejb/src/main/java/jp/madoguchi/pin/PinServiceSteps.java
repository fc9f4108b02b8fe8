package jp.madoguchi.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.cardwriting.PinProcess;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.workflow.CaseProcess;

/** Tells the process of a PIN service what holder and card have done. */
@ApplicationScoped
class PinServiceSteps implements PinProcess {

  @Inject private CaseProcess process;
  @Inject private AuditTrail trail;

  @Override
  public boolean waitsForPins(String caseNumber) {
    return process.due(caseNumber).stream().anyMatch(due -> due.step().equals(Steps.ENTER_PINS));
  }

  @Override
  public void pinsEntered(String caseNumber) {
    process.complete(caseNumber, Steps.ENTER_PINS);
    trail.record(Act.done("step.done", "APPLICATION", caseNumber).with("step", Steps.ENTER_PINS));
  }

  /** Where papers are checked already it changes nothing. */
  @Override
  public void locked(String caseNumber) {
    process.tell(caseNumber, Messages.RESET_NEEDED);
  }

  @Override
  public void allSet(String caseNumber) {
    process.proceed(caseNumber, Messages.PINS_SET);
  }
}
