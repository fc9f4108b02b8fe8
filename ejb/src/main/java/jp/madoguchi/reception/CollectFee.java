package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.fee.FeeBook;
import jp.madoguchi.process.Processes.Steps;

/** 手数料を受け取る (R-FEE-BOOK); field {@code receivedYen}: what was handed over. */
@ApplicationScoped
class CollectFee implements StepAct {

  @Inject private FeeBook book;

  @Override
  public String step() {
    return Steps.COLLECT_FEE;
  }

  @Override
  public void perform(Application application, StepForm form) {
    book.collect(
        application.receptionNumber().value(), application.feeYen(), form.number("receivedYen"));
  }
}
