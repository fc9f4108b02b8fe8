package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.process.Processes.Steps;

/**
 * 本人の書類を確認する: the applicant of a proxy's case goes on in person; field {@code confirmed} as at
 * {@link CheckPapers}.
 */
@ApplicationScoped
class CheckPapersInPerson implements StepAct {

  private static final int FIRST_VISIT = 1;
  private static final int THIS_VISIT = 2;

  @Inject private OriginalsCheck originals;
  @Inject private Confirmations confirmations;
  @Inject private CaseJudgement judgement;

  @Override
  public String step() {
    return Steps.CHECK_PAPERS_IN_PERSON;
  }

  @Override
  public void perform(Application application, StepForm form) {
    originals.record(
        application, THIS_VISIT, judgement.requiredDocuments(application, FIRST_VISIT), form);
    confirmations.record(application, step(), form);
  }
}
