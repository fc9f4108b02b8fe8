package jp.madoguchi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.process.Processes.Steps;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-SELF-SAME-DAY: the way of an application in person through its diagrams. */
class SelfApplicationTest {

  @AfterEach
  void forgetBeans() {
    Mocks.reset();
  }

  @Test
  void papersAreTheFirstThingThatAPersonDoes() {
    assertThat(new CaseOfTests().received().due()).containsExactly(Steps.CHECK_PAPERS);
  }

  @Test
  void aFeeIsAskedForOnlyWhereOneIsDue() {
    assertThat(new CaseOfTests().received().does(Steps.CHECK_PAPERS).due())
        .containsExactly(Steps.PRESENT_CARD);
    assertThat(new CaseOfTests().thatCosts().received().does(Steps.CHECK_PAPERS).due())
        .containsExactly(Steps.COLLECT_FEE);
  }

  @Test
  void aFeeIsCollectedBeforeTheCardIsWritten() {
    CaseOfTests costly =
        new CaseOfTests().thatCosts().received().does(Steps.CHECK_PAPERS, Steps.COLLECT_FEE);
    assertThat(costly.due()).containsExactly(Steps.PRESENT_CARD);
    assertThat(costly.asked()).isEmpty();
  }

  @Test
  void eachCertificateIsSignedWhenItsKeyIsOnTheCardAndPublishedWhenItIsActive() {
    CaseOfTests two =
        new CaseOfTests()
            .forCertificates(2)
            .received()
            .does(Steps.CHECK_PAPERS, Steps.PRESENT_CARD, Steps.ENTER_PINS);
    assertThat(two.asked()).containsExactly("begin");
    two.hears(Messages.KEY_STAGED, Messages.CERTIFICATE_ACTIVE);
    assertThat(two.asked()).containsExactly("begin", "sign", "publish");
    two.hears(Messages.KEY_STAGED, Messages.CERTIFICATE_ACTIVE);
    assertThat(two.asked()).containsExactly("begin", "sign", "publish", "sign", "publish");
    assertThat(two.due()).containsExactly(Steps.HAND_OVER);
  }

  @Test
  void aMessageThatIsNotWaitedForChangesNothing() {
    CaseOfTests early = new CaseOfTests().received();
    assertThatThrownBy(() -> early.hears(Messages.KEY_STAGED))
        .isInstanceOf(MismatchingMessageCorrelationException.class);
    assertThat(early.due()).containsExactly(Steps.CHECK_PAPERS);
  }

  @Test
  void handingOverClosesTheCase() {
    CaseOfTests done =
        new CaseOfTests()
            .received()
            .does(Steps.CHECK_PAPERS, Steps.PRESENT_CARD, Steps.ENTER_PINS)
            .hears(Messages.KEY_STAGED, Messages.CERTIFICATE_ACTIVE)
            .does(Steps.HAND_OVER);
    assertThat(done.asked()).endsWith("close");
    assertThat(done.over()).isTrue();
    assertThat(done.ends()).contains("closed");
  }

  @Test
  void anApplicationThatDoesNotHoldEndsWithoutASignature() {
    CaseOfTests refused = new CaseOfTests().thatIsNotAllowed().received();
    assertThat(refused.asked()).containsExactly("refuse");
    assertThat(refused.over()).isTrue();
    assertThat(refused.ends()).containsExactly("refused");
  }

  @Test
  void theApplicantCanWithdrawAtAnyStep() {
    CaseOfTests withdrawn =
        new CaseOfTests()
            .received()
            .does(Steps.CHECK_PAPERS, Steps.PRESENT_CARD)
            .hears(Messages.WITHDRAWN);
    assertThat(withdrawn.asked()).containsExactly("withdraw");
    assertThat(withdrawn.over()).isTrue();
  }

  @Test
  void noProcessVariableIsKept() {
    CaseOfTests whole =
        new CaseOfTests()
            .received()
            .does(Steps.CHECK_PAPERS, Steps.PRESENT_CARD, Steps.ENTER_PINS)
            .hears(Messages.KEY_STAGED, Messages.CERTIFICATE_ACTIVE)
            .does(Steps.HAND_OVER);
    assertThat(whole.variables()).isEmpty();
  }
}
