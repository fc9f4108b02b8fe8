package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.terminal.CardAtReader;
import jp.madoguchi.terminal.ReaderLeases;
import jp.madoguchi.terminal.ReaderSessions;

/**
 * カードを読取機に置く: takes a reader for the case and makes sure that the applicant's card lies on it;
 * field {@code terminal}: whose reader.
 */
@ApplicationScoped
class PresentCard implements StepAct {

  @Inject private ReaderSessions readers;
  @Inject private ReaderLeases leases;

  @Override
  public String step() {
    return Steps.PRESENT_CARD;
  }

  @Override
  public void perform(Application application, StepForm form) {
    String terminal = form.text("terminal");
    CardAtReader onReader = readers.at(terminal);
    if (onReader.identity().isEmpty()) {
      throw Problem.refused("no-card").asException();
    }
    if (!onReader.holds(application.cardSerial())) {
      throw Problem.refused("wrong-card").asException();
    }
    leases.require(terminal, application.receptionNumber().value());
    application.presentAt(terminal);
  }
}
