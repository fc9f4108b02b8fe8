package jp.madoguchi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.process.Processes.Steps;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-PROXY-TWO-VISITS: the way of a proxy's application through its diagram. */
class ProxyApplicationTest {

  private static final String WAITING = "await-return";

  @AfterEach
  void forgetBeansAndTime() {
    Mocks.reset();
    ClockUtil.reset();
  }

  private static CaseOfTests waiting() {
    return new CaseOfTests()
        .receivedFromAProxy()
        .does(Steps.CHECK_PAPERS, Steps.PRINT_LETTER, Steps.POST_LETTER);
  }

  @Test
  void theFirstVisitEndsWithALetterInThePost() {
    CaseOfTests first = new CaseOfTests().receivedFromAProxy();
    assertThat(first.due()).containsExactly(Steps.CHECK_PAPERS);
    assertThat(first.does(Steps.CHECK_PAPERS).due()).containsExactly(Steps.PRINT_LETTER);
    assertThat(first.does(Steps.PRINT_LETTER).due()).containsExactly(Steps.POST_LETTER);
    assertThat(first.does(Steps.POST_LETTER).due()).isEmpty();
    assertThat(first.waitsAt(WAITING)).isTrue();
  }

  /** Same-day issue is impossible by the process: before the posting nothing hears of a return. */
  @Test
  void nobodyReturnsBeforeTheLetterIsPosted() {
    CaseOfTests printed =
        new CaseOfTests().receivedFromAProxy().does(Steps.CHECK_PAPERS, Steps.PRINT_LETTER);
    assertThatThrownBy(() -> printed.hears(Messages.PROXY_RETURNED))
        .isInstanceOf(MismatchingMessageCorrelationException.class);
    assertThat(printed.due()).containsExactly(Steps.POST_LETTER);
  }

  @Test
  void theReturnVisitEndsWithTheHandover() {
    CaseOfTests done =
        waiting()
            .hears(Messages.PROXY_RETURNED)
            .does(Steps.CONFIRM_PROXY, Steps.CHECK_REPLY, Steps.PRESENT_CARD, Steps.ENTER_PINS)
            .hears(Messages.KEY_STAGED, Messages.CERTIFICATE_ACTIVE)
            .does(Steps.HAND_OVER);
    assertThat(done.asked()).containsExactly("begin", "sign", "publish", "close");
    assertThat(done.over()).isTrue();
    assertThat(done.ends()).contains("closed");
  }

  /** R-SAME-PROXY: the case stays open for the right one. */
  @Test
  void anotherPersonIsSentAwayAndTheCaseWaitsOn() {
    CaseOfTests other =
        waiting().byTheSameProxy(false).hears(Messages.PROXY_RETURNED).does(Steps.CONFIRM_PROXY);
    assertThat(other.due()).isEmpty();
    assertThat(other.waitsAt(WAITING)).isTrue();
    other.byTheSameProxy(true).hears(Messages.PROXY_RETURNED).does(Steps.CONFIRM_PROXY);
    assertThat(other.due()).containsExactly(Steps.CHECK_REPLY);
  }

  /** R-PROXY-DOCS-2: what lacks only a paper comes again with the same letter. */
  @Test
  void aReplyThatIsNotAcceptedWaitsOnOrTakesANewLetter() {
    CaseOfTests again =
        waiting()
            .withAGoodReply(false)
            .hears(Messages.PROXY_RETURNED)
            .does(Steps.CONFIRM_PROXY, Steps.CHECK_REPLY);
    assertThat(again.waitsAt(WAITING)).isTrue();

    CaseOfTests unsealed =
        waiting()
            .withAGoodReply(false)
            .thatWantsANewLetter()
            .hears(Messages.PROXY_RETURNED)
            .does(Steps.CONFIRM_PROXY, Steps.CHECK_REPLY);
    assertThat(unsealed.due()).containsExactly(Steps.PRINT_LETTER);
    assertThat(unsealed.waitsAt(WAITING)).isFalse();
  }

  /** R-RECHECK: the world may have changed between the visits. */
  @Test
  void whoMayNotHaveItAnyMoreIsRefusedAtTheReturnVisit() {
    CaseOfTests moved =
        waiting()
            .thatIsAllowed(false)
            .hears(Messages.PROXY_RETURNED)
            .does(Steps.CONFIRM_PROXY, Steps.CHECK_REPLY);
    assertThat(moved.asked()).containsExactly("refuse");
    assertThat(moved.ends()).containsExactly("refused-late");
  }

  @Test
  void aChangeInTheRegisterIsJudgedAtOnce() {
    CaseOfTests stays = waiting().hears(Messages.REGISTER_CHANGED);
    assertThat(stays.waitsAt(WAITING)).isTrue();
    assertThat(stays.asked()).isEmpty();
    stays.thatIsAllowed(false).hears(Messages.REGISTER_CHANGED);
    assertThat(stays.asked()).containsExactly("refuse");
    assertThat(stays.over()).isTrue();
  }

  /** R-REPLY-DUE. */
  @Test
  void theWaitingIsRemindedOfOnceAndThenLapses() {
    CaseOfTests late = waiting().after(Duration.ofDays(24));
    assertThat(late.asked()).containsExactly("remind");
    assertThat(late.waitsAt(WAITING)).isTrue();
    late.after(Duration.ofDays(7));
    assertThat(late.asked()).containsExactly("remind", "lapse");
    assertThat(late.over()).isTrue();
    assertThat(late.ends()).contains("lapsed");
  }

  /** R-LETTER-STATES: what was not delivered is decided upon, and printed anew. */
  @Test
  void anUndeliveredLetterIsHandledAndPrintedAnew() {
    CaseOfTests back = waiting().hears(Messages.LETTER_UNDELIVERED);
    assertThat(back.due()).containsExactly(Steps.HANDLE_UNDELIVERED);
    assertThat(back.does(Steps.HANDLE_UNDELIVERED).due()).containsExactly(Steps.PRINT_LETTER);
  }

  @Test
  void aLostLetterIsPrintedAnew() {
    assertThat(waiting().hears(Messages.LETTER_WANTED).due()).containsExactly(Steps.PRINT_LETTER);
  }

  @Test
  void theApplicantGoesOnInPerson() {
    CaseOfTests came = waiting().hears(Messages.APPLICANT_CAME);
    assertThat(came.due()).containsExactly(Steps.CHECK_PAPERS_IN_PERSON);
    assertThat(came.does(Steps.CHECK_PAPERS_IN_PERSON).due()).containsExactly(Steps.PRESENT_CARD);
  }

  /** R-PROXY-NOTICE. */
  @Test
  void theReplyThatCameWithTheNoticeNeedsNoLetter() {
    CaseOfTests oneVisit =
        new CaseOfTests().withTheNoticesReply().receivedFromAProxy().does(Steps.CHECK_PAPERS);
    assertThat(oneVisit.due()).containsExactly(Steps.PRESENT_CARD);
  }

  @Test
  void itIsWithdrawnWhileItWaitsAndWhileSomebodyActs() {
    assertThat(waiting().hears(Messages.WITHDRAWN).over()).isTrue();
    CaseOfTests first = new CaseOfTests().receivedFromAProxy().hears(Messages.WITHDRAWN);
    assertThat(first.asked()).containsExactly("withdraw");
  }

  @Test
  void noProcessVariableIsKept() {
    CaseOfTests whole =
        waiting()
            .hears(Messages.REGISTER_CHANGED)
            .hears(Messages.PROXY_RETURNED)
            .does(Steps.CONFIRM_PROXY, Steps.CHECK_REPLY, Steps.PRESENT_CARD, Steps.ENTER_PINS)
            .hears(Messages.KEY_STAGED, Messages.CERTIFICATE_ACTIVE)
            .does(Steps.HAND_OVER);
    assertThat(whole.variables()).isEmpty();
  }
}
