package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.letter.LetterBook;
import jp.madoguchi.process.Processes.Steps;

/** 照会書を発送する: nothing is entered; the answer is due from now on (R-REPLY-DUE). */
@ApplicationScoped
class PostLetter implements StepAct {

  @Inject private LetterBook letters;

  @Override
  public String step() {
    return Steps.POST_LETTER;
  }

  @Override
  public void perform(Application application, StepForm form) {
    letters.post(application.receptionNumber().value());
  }
}
