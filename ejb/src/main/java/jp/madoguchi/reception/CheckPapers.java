package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.madoguchi.letter.NoticeBook;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.settings.Settings;

/**
 * 書類を確認する (R-ORIGINALS): every paper of this visit was seen as an original; field {@code
 * confirmed}: the codes of the papers and the names of the confirmations, all that are required.
 *
 * <p>Where the reply form of the expiry notice takes the letter's place (R-PROXY-NOTICE), {@code
 * noticeCode}: the code on it. An office that prints notices itself knows to whom it sent which;
 * where they come from elsewhere, the form may have none.
 */
@ApplicationScoped
class CheckPapers implements StepAct {

  private static final int VISIT = 1;

  @Inject private OriginalsCheck originals;
  @Inject private Confirmations confirmations;
  @Inject private CaseJudgement judgement;
  @Inject private NoticeBook notices;
  @Inject private Settings settings;

  @Override
  public String step() {
    return Steps.CHECK_PAPERS;
  }

  @Override
  public void perform(Application application, StepForm form) {
    originals.record(application, VISIT, judgement.requiredDocuments(application, VISIT), form);
    confirmations.record(application, step(), form);
    if (judgement.takesNoticeReply(application)) {
      takeReply(application, form.optionalText("noticeCode"));
    }
  }

  private void takeReply(Application application, Optional<String> code) {
    if (code.isEmpty() && settings.flag("expiry.notices", false)) {
      throw Problem.refused("notice-code").asException();
    }
    code.ifPresent(
        typed ->
            notices.answered(
                typed, application.residentId(), application.receptionNumber().value()));
  }
}
