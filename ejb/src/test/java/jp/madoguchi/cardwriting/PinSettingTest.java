package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.madoguchi.cardwriting.AgentAtCounter.Moment;
import jp.madoguchi.cardwriting.Counter.Ending;
import jp.madoguchi.cardwriting.Counter.ServerKilled;
import jp.madoguchi.cardwriting.CustomerView.Face;
import jp.madoguchi.cardwriting.PinSetting.LastTry;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.terminal.Answer;
import jp.madoguchi.terminal.BatchEnd;
import jp.madoguchi.terminal.BatchResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * R-PINS: PINs of a card in use are changed and reset, over real tables and a card in software. A
 * try of the card's is spent by what the holder typed, never by the counter itself.
 */
class PinSettingTest {

  private static final CertificateType SIGNATURE = CertificateType.SIGNATURE;
  private static final CertificateType AUTHENTICATION = CertificateType.USER_AUTHENTICATION;
  private static final List<Logger> LOGS =
      List.of(
          Logger.getLogger(WritingConversation.class.getName()),
          Logger.getLogger("jp.madoguchi.terminal.ReaderSession"));

  private final HolderWithCard holder = new HolderWithCard();
  private final Counter counter = holder.counter;

  /** The server logs each fault at length, as it should. */
  @BeforeAll
  static void nobodyReadsTheLog() {
    LOGS.forEach(log -> log.setLevel(Level.OFF));
  }

  @AfterAll
  static void theLogIsReadAgain() {
    LOGS.forEach(log -> log.setLevel(null));
  }

  @Test
  void whoKnowsThePinsChangesThem() {
    holder.asks(HolderWithCard.CHANGE_BOTH).putsCard();
    assertThat(holder.asked("T1"))
        .containsExactly(
            AskedPin.SIGNATURE_CURRENT,
            AskedPin.SIGNATURE,
            AskedPin.USER_AUTHENTICATION_CURRENT,
            AskedPin.USER_AUTHENTICATION);
    assertThat(holder.see("T1").tries())
        .containsExactly(
            new CustomerView.Tries(AskedPin.SIGNATURE_CURRENT, 5, null),
            new CustomerView.Tries(AskedPin.USER_AUTHENTICATION_CURRENT, 3, null));

    holder.types("T1");

    assertThat(counter.pinProcess.step).isEqualTo("hand-over");
    assertThat(holder.status().state()).isEqualTo(CardCourse.PINS_SET);
    assertThat(holder.see("T1").state()).isEqualTo(Face.PIN_DONE);
    assertThat(counter.inTransaction(() -> counter.leases.ofCase(holder.caseNumber))).isEmpty();
    holder.assertSet("changed");
  }

  @Test
  void whoForgotThemHasThemResetWithAllTheirTries() {
    CardInHand hand = new CardInHand(holder.card);
    hand.accepts(SIGNATURE, "WRONG123");
    hand.accepts(AUTHENTICATION, "0000");
    holder.asks(Map.of(SIGNATURE, PinWay.RESET, AUTHENTICATION, PinWay.RESET));
    holder.putsCard();
    assertThat(holder.asked("T1"))
        .containsExactly(AskedPin.SIGNATURE, AskedPin.USER_AUTHENTICATION);
    int tries = holder.memory.tries();

    holder.types("T1");

    assertThat(holder.memory.tries()).as("nothing is compared").isEqualTo(tries);
    assertThat(holder.triesLeft(SIGNATURE)).isEqualTo(5);
    assertThat(holder.triesLeft(AUTHENTICATION)).isEqualTo(3);
    assertThat(holder.hand().accepts(AUTHENTICATION, "8350")).isTrue();
  }

  @Test
  void oneIsChangedAndTheOtherReset() {
    holder.asks(Map.of(SIGNATURE, PinWay.RESET, AUTHENTICATION, PinWay.CHANGE)).putsCard();
    holder.types("T1");
    holder.assertSet("one of each");
  }

  @Test
  void aWrongCurrentPinTellsTheTriesLeftAndIsAskedForAgainAlone() {
    holder.asks(HolderWithCard.CHANGE_BOTH).putsCard();
    holder.types("T1", Map.of(AskedPin.SIGNATURE_CURRENT, "WRONG123"));

    assertThat(holder.asked("T1")).containsExactly(AskedPin.SIGNATURE_CURRENT);
    assertThat(holder.see("T1").tries())
        .containsExactly(new CustomerView.Tries(AskedPin.SIGNATURE_CURRENT, 4, LastTry.WRONG));
    assertThat(holder.status().state()).isEqualTo(CardCourse.CURRENT_WRONG);
    assertThat(counter.acts.names()).contains("pin.current-wrong");
    holder.agent.work();
    assertThat(holder.triesLeft(SIGNATURE)).as("nothing is sent again").isEqualTo(4);

    holder.types("T1");
    holder.assertSet("right at last");
  }

  @Test
  void aPinThatLocksMeanwhileIsResetOncePapersWereSeen() {
    holder.asks(Map.of(AUTHENTICATION, PinWay.CHANGE)).putsCard();
    Map<AskedPin, String> wrong = Map.of(AskedPin.USER_AUTHENTICATION_CURRENT, "0000");
    for (int tries = 2; tries >= 0; tries--) {
      holder.types("T1", wrong);
      assertThat(holder.triesLeft(AUTHENTICATION)).isEqualTo(tries);
    }

    assertThat(counter.pinProcess.step).isEqualTo("check-papers");
    assertThat(holder.settings().get(0).way()).isEqualTo(PinWay.RESET);
    assertThat(holder.asked("T1")).isEmpty();
    assertThat(counter.pins.has(holder.caseNumber, AUTHENTICATION)).isFalse();
    counter.pinProcess.step = "enter-pins";
    assertThat(holder.asked("T1")).containsExactly(AskedPin.USER_AUTHENTICATION);
    holder.types("T1");
    holder.assertSet("reset after it locked");
  }

  @Test
  void aLockedPinIsNoticedBeforeAnybodyTypes() {
    new CardInHand(holder.card).lock(AUTHENTICATION);
    holder.asks(HolderWithCard.CHANGE_BOTH).putsCard();

    assertThat(counter.pinProcess.step).isEqualTo("check-papers");
    assertThat(holder.settings())
        .extracting(PinSetting::way)
        .containsExactly(PinWay.CHANGE, PinWay.RESET);
    counter.pinProcess.step = "enter-pins";
    holder.types("T1");
    assertThat(holder.status().state()).isEqualTo(CardCourse.PINS_SET);
  }

  @Test
  void whoForgotTheCurrentPinMeanwhileTurnsToTheReset() {
    holder.asks(HolderWithCard.CHANGE_BOTH).putsCard();
    holder.types("T1", Map.of(AskedPin.SIGNATURE_CURRENT, "WRONG123"));
    counter.inTransaction(
        () -> {
          counter.pinProcess.locked(holder.caseNumber);
          return null;
        });

    assertThat(holder.settings())
        .extracting(PinSetting::way, PinSetting::state)
        .containsExactly(
            tuple(PinWay.RESET, PinSettingState.AWAITED),
            tuple(PinWay.CHANGE, PinSettingState.SET));
  }

  @Test
  void whatIsGivenUpLeavesTheCardAsItIs() {
    holder.asks(HolderWithCard.CHANGE_BOTH).putsCard();
    counter.inTransaction(
        () -> {
          counter.pinSettings.giveUp(holder.caseNumber);
          return null;
        });

    assertThat(holder.status().state()).isEqualTo(CardCourse.PINS_GIVEN_UP);
    assertThat(holder.see("T1").state()).isEqualTo(Face.IDLE);
    assertThat(holder.hand().accepts(AUTHENTICATION, Counter.AUTHENTICATION_PIN)).isTrue();
  }

  @Test
  void aCardThatIsWrittenForAnotherCaseWaits() {
    counter.aCaseFor(holder.card);
    assertThatThrownBy(() -> holder.asks(HolderWithCard.RESET_BOTH))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("card-being-written");
  }

  @Test
  void anotherCardIsLeftAlone() {
    holder.asks(HolderWithCard.RESET_BOTH);
    holder.agent.insert(counter.aCard()).work();
    assertThat(holder.status().state()).isEqualTo(WritingFault.WRONG_CARD);
  }

  /** Who sits at the terminal cannot say in the card's place that a PIN is wrong or locked. */
  @Test
  void whatTheCardSaysOfAPinIsItsOwn() {
    holder.asks(Map.of(AUTHENTICATION, PinWay.CHANGE)).putsCard();
    holder.agent.tell(PinSettingTest::claimsThatItIsLocked);
    holder.types("T1");

    assertThat(counter.acts.names()).contains("terminal.breach");
    assertThat(counter.pinProcess.step).isEqualTo("set-pins");
    holder.agent.tell(result -> result);
    holder.agent.insert(holder.card);
    holder.finishes("T1");
    holder.assertSet("after a terminal that lied");
  }

  /** In the place of the card's answer to the PIN, which has a MAC and no data. */
  private static BatchResult claimsThatItIsLocked(BatchResult told) {
    boolean aboutPin = told.answers().size() == 2 && told.answers().get(1).length() == 8;
    if (!aboutPin) {
      return told;
    }
    List<Answer> answers = new ArrayList<>(told.answers());
    answers.set(answers.size() - 1, Answer.parse("63C0"));
    return new BatchResult(told.batch(), answers, BatchEnd.STATUS);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void tornAtAnyCommandOfAChange(Moment moment) {
    for (int command : Interruptions.places(commandsOf(HolderWithCard.CHANGE_BOTH), 2)) {
      tear(HolderWithCard.CHANGE_BOTH, moment, command, false);
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void tornAtAnyCommandOfAReset(Moment moment) {
    for (int command : Interruptions.places(commandsOf(HolderWithCard.RESET_BOTH), 2)) {
      tear(HolderWithCard.RESET_BOTH, moment, command, false);
    }
  }

  @Test
  void tornAndTheServerStartedAnew() {
    for (int command : Interruptions.places(commandsOf(HolderWithCard.CHANGE_BOTH), 2)) {
      tear(HolderWithCard.CHANGE_BOTH, Moment.AFTER, command, true);
    }
  }

  private int commandsOf(Map<CertificateType, PinWay> ways) {
    holder.asks(ways).putsCard();
    int before = holder.agent.commands();
    holder.types("T1");
    holder.assertSet("not torn");
    holder.agent.remove();
    int commands = holder.agent.commands() - before;
    assertThat(commands).isGreaterThan(3);
    return commands;
  }

  private void tear(
      Map<CertificateType, PinWay> ways, Moment moment, int command, boolean restart) {
    String torn = "torn %s command %d, restarted %s".formatted(moment, command, restart);
    holder.asks(ways).putsCard();
    holder.agent.tear(moment, command);
    holder.types("T1");
    holder.assertOneOpens(torn);
    if (restart) {
      counter.restart();
    }
    holder.agent.insert(holder.card);
    holder.finishes("T1");
    holder.assertSet(torn);
    holder.agent.remove();
  }

  /** The card counts a try before it compares; what is lost by that is told, and not repeated. */
  @Test
  void tornWhileTheCurrentPinIsComparedItIsAskedForAgain() {
    holder.asks(Map.of(AUTHENTICATION, PinWay.CHANGE)).putsCard();
    holder.memory.cutAfterPinIsTried(holder.agent::remove);
    holder.types("T1");
    assertThat(holder.status().state()).isEqualTo(CardCourse.PIN_TORN);
    holder.powerUp();
    holder.putsCard();

    assertThat(holder.status().state()).isEqualTo(CardCourse.CURRENT_IN_DOUBT);
    assertThat(holder.see("T1").tries())
        .containsExactly(
            new CustomerView.Tries(AskedPin.USER_AUTHENTICATION_CURRENT, 2, LastTry.IN_DOUBT));
    holder.types("T1");
    holder.assertSet("torn while it was compared");
  }

  @Test
  void aTornCardGoesOnAtAnotherTerminal() {
    holder.asks(HolderWithCard.CHANGE_BOTH).putsCard();
    holder.agent.tear(Moment.AFTER, 4);
    holder.types("T1");
    counter.restart();

    counter.agentAt("T2").insert(holder.card);
    holder.finishes("T2");
    holder.assertSet("at another terminal");
  }

  @ParameterizedTest
  @CsvSource({
    "KILLED_BEFORE_COMMIT",
    "KILLED_AFTER_COMMIT",
    "COMMITTED_AND_NOT_TOLD",
    "DATABASE_AWAY"
  })
  void theServerEndsInAnyTransaction(Ending ending) {
    holder.asks(HolderWithCard.CHANGE_BOTH).putsCard();
    int before = counter.transactions();
    holder.types("T1");
    holder.assertSet("nothing in the way");
    holder.agent.remove();
    int transactions = counter.transactions() - before;
    assertThat(transactions).isGreaterThan(10);
    for (int transaction : Interruptions.places(transactions, 4)) {
      interrupt(ending, transaction);
    }
  }

  private void interrupt(Ending ending, int transaction) {
    String when = "%s in transaction %d".formatted(ending, transaction);
    holder.asks(HolderWithCard.CHANGE_BOTH).putsCard();
    counter.interrupt(ending, transaction);
    try {
      holder.types("T1");
    } catch (ServerKilled e) {
      counter.restart();
    }
    holder.assertOneOpens(when);
    counter.wait(Duration.ofMinutes(1));
    holder.agent.insert(holder.card);
    holder.finishes("T1");
    holder.assertSet(when);
    holder.agent.remove();
  }

  @Test
  void noPinIsTold() {
    holder.asks(HolderWithCard.CHANGE_BOTH).putsCard();
    holder.types("T1", Map.of(AskedPin.SIGNATURE_CURRENT, "WRONG123"));
    holder.types("T1");

    assertThat(counter.acts.all().toString())
        .contains("pin.set", "pins.entered")
        .doesNotContain("WRONG123", "NEW2026", "8350", Counter.SIGNATURE_PIN);
  }
}
