package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.letter.LetterBook;
import jp.madoguchi.process.Processes.Steps;

/**
 * 照会書を印刷する (R-LETTER): enters the letter in the ledger, from which its paper is made as often as
 * the printer needs; field {@code reason}: why it takes the place of an earlier one, only then.
 */
@ApplicationScoped
class PrintLetter implements StepAct {

  @Inject private LetterBook letters;

  @Override
  public String step() {
    return Steps.PRINT_LETTER;
  }

  @Override
  public void perform(Application application, StepForm form) {
    letters.print(application.receptionNumber().value(), form.optionalText("reason").orElse(null));
  }
}
