package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.letter.LetterBook;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.proxy.ProxyBook;
import jp.madoguchi.proxy.ReplyFinding;
import jp.madoguchi.proxy.WayOn;

/**
 * 回答書と委任状を確認する (R-PROXY-DOCS-2); field {@code finding}: a name of {@link ReplyFinding}. Accepted
 * with {@code confirmed}: the papers of the return visit and the confirmations, each one; otherwise
 * with {@code wayOn}: a name of {@link WayOn}. What was not sealed needs a new letter.
 */
@ApplicationScoped
class CheckReply implements StepAct {

  private static final int VISIT = 2;

  @Inject private OriginalsCheck originals;
  @Inject private Confirmations confirmations;
  @Inject private CaseJudgement judgement;
  @Inject private ProxyBook proxies;
  @Inject private LetterBook letters;

  @Override
  public String step() {
    return Steps.CHECK_REPLY;
  }

  @Override
  public void perform(Application application, StepForm form) {
    String number = application.receptionNumber().value();
    ReplyFinding finding = form.choice("finding", ReplyFinding.class);
    if (finding != ReplyFinding.ACCEPTED) {
      proxies.reply(number, finding, wayOn(finding, form));
      return;
    }
    List<String> required = judgement.requiredDocuments(application, VISIT);
    originals.record(application, VISIT, required, form);
    confirmations.record(application, step(), form);
    proxies.reply(number, finding, null);
    letters.answered(number);
  }

  private static WayOn wayOn(ReplyFinding finding, StepForm form) {
    WayOn way = form.choice("wayOn", WayOn.class);
    if (finding == ReplyFinding.UNSEALED && way != WayOn.NEW_LETTER) {
      throw Problem.refused("unsealed-needs-new-letter").asException();
    }
    return way;
  }
}
