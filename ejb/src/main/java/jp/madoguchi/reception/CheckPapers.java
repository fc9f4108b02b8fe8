package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Steps;

/**
 * 書類を確認する (R-ORIGINALS): every paper of this visit was seen as an original; field {@code
 * confirmed}: the codes of the papers and the names of the confirmations, all that are required.
 */
@ApplicationScoped
class CheckPapers implements StepAct {

  private static final int VISIT = 1;

  @Inject private PaperChecks checks;
  @Inject private Confirmations confirmations;
  @Inject private CaseJudgement judgement;
  @Inject private Actors actors;
  @Inject private OfficeClock clock;

  @Override
  public String step() {
    return Steps.CHECK_PAPERS;
  }

  @Override
  public void perform(Application application, StepForm form) {
    List<String> required = judgement.requiredDocuments(application, VISIT);
    List<String> confirmed = form.words("confirmed");
    List<String> missing =
        required.stream().filter(document -> !confirmed.contains(document)).toList();
    if (!missing.isEmpty()) {
      throw Problem.refused("papers-missing", missing.size()).asException();
    }
    confirmations.record(application, step(), form);
    String number = application.receptionNumber().value();
    String clerk = actors.current().login();
    required.forEach(
        document -> checks.add(new PaperCheck(number, VISIT, document, clerk, clock.instant())));
  }
}
