package jp.madoguchi.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.cardwriting.PinSettings;
import jp.madoguchi.paper.Originals;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.reception.StepForm;
import jp.madoguchi.terminal.CardAtReader;
import jp.madoguchi.terminal.ReaderSessions;
import jp.madoguchi.workflow.CaseProcess;

/** What a clerk does at each step of a visit for PINs; the process moves on when it returns. */
@ApplicationScoped
class PinSteps {

  @Inject private Originals originals;
  @Inject private PinJudgement judgement;
  @Inject private PinSettings settings;
  @Inject private ReaderSessions readers;
  @Inject private CaseProcess process;
  @Inject private OfficeClock clock;

  void perform(PinService service, String step, StepForm form) {
    switch (step) {
      case Steps.CHECK_PAPERS -> checkPapers(service, form);
      case Steps.PRESENT_CARD -> presentCard(service, form.text("terminal"));
      case Steps.GIVE_BACK -> service.done(clock.instant());
      default -> throw CaseProcess.notDue(step, process.due(service.key()));
    }
  }

  /** R-ORIGINALS. */
  private void checkPapers(PinService service, StepForm form) {
    List<String> confirmed = form.words("confirmed");
    List<String> required = judgement.requiredDocuments(service);
    Originals.require(required, confirmed);
    originals.seen(service.key(), required);
  }

  /** The card of the holder, judged on what is known now. */
  private void presentCard(PinService service, String terminal) {
    CardAtReader onReader = readers.at(terminal);
    if (onReader.identity().isEmpty()) {
      throw Problem.refused("no-card").asException();
    }
    if (!onReader.holds(service.cardSerial())) {
      throw Problem.refused("wrong-card").asException();
    }
    if (!judgement.again(service).allowed()) {
      throw Problem.conflict("pin-service-changed").asException();
    }
    settings.present(service.order(), terminal);
    service.presentAt(terminal);
  }
}
