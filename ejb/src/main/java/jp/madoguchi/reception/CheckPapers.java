package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.process.Processes.Steps;

/**
 * 書類を確認する (R-ORIGINALS): every paper of this visit was seen as an original; field {@code
 * confirmed}: the codes of the papers and the names of the confirmations, all that are required.
 */
@ApplicationScoped
class CheckPapers implements StepAct {

  private static final int VISIT = 1;

  @Inject private OriginalsCheck originals;
  @Inject private Confirmations confirmations;
  @Inject private CaseJudgement judgement;

  @Override
  public String step() {
    return Steps.CHECK_PAPERS;
  }

  @Override
  public void perform(Application application, StepForm form) {
    originals.record(application, VISIT, judgement.requiredDocuments(application, VISIT), form);
    confirmations.record(application, step(), form);
  }
}
