package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.cardwriting.ApplicantCase;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.workflow.CaseProcess;

/** Tells the second screen what a case waits for, and the case that its applicant has done it. */
@ApplicationScoped
class CaseAtScreen implements ApplicantCase {

  @Inject private Applications applications;
  @Inject private CaseProcess process;
  @Inject private AuditTrail trail;

  @Override
  public List<CertificateType> types(String receptionNumber) {
    return ReceptionNumber.read(receptionNumber)
        .flatMap(applications::find)
        .map(application -> List.copyOf(application.types()))
        .orElse(List.of());
  }

  @Override
  public Optional<String> card(String receptionNumber) {
    return ReceptionNumber.read(receptionNumber)
        .flatMap(applications::find)
        .map(Application::cardSerial);
  }

  @Override
  public boolean waitsForPins(String receptionNumber) {
    return process.due(receptionNumber).stream()
        .anyMatch(due -> due.step().equals(Steps.ENTER_PINS));
  }

  @Override
  public boolean pinsComeByReply(String receptionNumber) {
    return ReceptionNumber.read(receptionNumber)
        .flatMap(applications::find)
        .filter(application -> application.route() == Route.PROXY)
        .isPresent();
  }

  @Override
  public void pinsEntered(String receptionNumber) {
    process.complete(receptionNumber, Steps.ENTER_PINS);
    trail.record(
        Act.done("step.done", "APPLICATION", receptionNumber).with("step", Steps.ENTER_PINS));
  }
}
