package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.cardwriting.AgentAtCounter.Moment;
import jp.madoguchi.cardwriting.CustomerView.Face;
import org.junit.jupiter.api.Test;

/** What is told of a writing is what the journal and the certificates say, and no more. */
class WhatTheScreensTellTest {

  /** Identification, opening, and the round with key and proof. */
  private static final int UNTIL_THE_KEY = 3 + 2 + 4;

  /** It is signed before the tear, and afterwards only read again. */
  private static final int FOR_ONE_CERTIFICATE = 1;

  private final Counter counter = new Counter();
  private final AgentAtCounter agent = counter.agentAt("T1");
  private final VirtualCard card = counter.aCard();

  @Test
  void theStepsDoneAreThoseOfTheJournal() {
    String number = counter.aCaseFor(card);
    agent.insert(card).tear(Moment.BEFORE, UNTIL_THE_KEY + 1).work();

    assertThat(told(number).sentence()).isEqualTo("書込みの途中でカードが離れました。全10工程のうち2工程まで済んでいます。");
    assertThat(told(number).inUse()).contains("カードで使える電子証明書は、まだありません。");

    AtomicInteger answers = new AtomicInteger();
    counter.authority.meanwhile =
        () -> counter.authority.away = answers.incrementAndGet() == FOR_ONE_CERTIFICATE;
    agent.insert(card).work();
    taken();
    assertThat(told(number).sentence()).contains("全10工程のうち6工程");
    assertThat(told(number).inUse()).contains("利用者証明用電子証明書は、新しいものが使えます。署名用電子証明書は、まだ使えません。");
  }

  @Test
  void beforeAnythingIsSentForTheSwitchNothingWorksYet() {
    counter.authority.away = true;
    String number = counter.aCaseFor(card);
    agent.insert(card).work();
    taken();

    assertThat(told(number).sentence()).contains("全10工程のうち1工程");
    assertThat(told(number).inUse()).contains("カードで使える電子証明書は、まだありません。");
    assertThat(told(number).next()).contains("同じカードを読取機に置き直して");
    assertThat(told(number).resume()).isEmpty();
  }

  @Test
  void atARenewalTheOldOnesStillWork() {
    write(counter.aCaseFor(card));
    counter.authority.away = true;
    String renewal = counter.aCaseFor(card);
    agent.insert(card).work();
    taken();

    assertThat(told(renewal).inUse()).contains("今までの電子証明書は、そのままカードで使えます。");
    assertThat(Told.of(counter.state(renewal), Locale.ENGLISH).inUse())
        .contains("The old certificates still work on the card.");
    assertThat(CustomerView.of(counter.state(renewal)).inUse()).isEqualTo(InUse.OLD);
  }

  @Test
  void certificatesOnAnotherCardAreNoneOfThisOnes() {
    VirtualCard other = counter.aCard();
    String earlier = counter.aCaseFor(other);
    agent.insert(other).work();
    assertThat(counter.state(earlier).isDone()).isTrue();
    counter.authority.away = true;
    String number = counter.aCaseFor(card);
    agent.insert(card).work();

    assertThat(counter.state(number).inUse()).contains(InUse.NONE);
  }

  @Test
  void theOldOnesWorkUntilTheSwitchMayHaveReachedTheCard() {
    write(counter.aCaseFor(card));
    String renewal = counter.aCaseFor(card);
    List<InUse> seen = new ArrayList<>();
    for (int command = UNTIL_THE_KEY + 1; !seen.contains(InUse.OLD_OR_NEW); command++) {
      agent.insert(card).tear(Moment.BEFORE, command).work();
      seen.add(counter.state(renewal).certificates().get(0).inUse().orElseThrow());
    }

    assertThat(seen).hasSizeGreaterThan(3).startsWith(InUse.OLD).doesNotContain(InUse.NEW);
    assertThat(counter.state(renewal).state()).isEqualTo(WritingFault.CARD_TORN);
    assertThat(told(renewal).inUse())
        .contains("利用者証明用電子証明書は、今までのものか新しいもののどちらか一方が使えます。署名用電子証明書は、今までのものが使えます。");
  }

  @Test
  void afterARestartNobodyKnowsWhetherTheSwitchWasSent() {
    write(counter.aCaseFor(card));
    String renewal = counter.aCaseFor(card);
    agent.insert(card).tear(Moment.BEFORE, UNTIL_THE_KEY + 2).work();
    assertThat(counter.state(renewal).inUse()).contains(InUse.OLD);

    counter.restart();

    assertThat(counter.state(renewal).certificates().get(0).inUse()).contains(InUse.OLD_OR_NEW);
  }

  @Test
  void whileItGoesOnAndWhenItIsDoneNothingIsSaidOfTheOldOnes() {
    String number = counter.aCaseFor(card);
    agent.insert(card);
    write(number);

    assertThat(counter.state(number).state()).isEqualTo(CardCourse.DONE);
    assertThat(counter.state(number).done()).isEqualTo(10);
    assertThat(told(number).inUse()).isEmpty();
  }

  @Test
  void anAuthorityThatKeepsTheCounterWaitingIsNamed() {
    List<ScreenState> seen = new ArrayList<>();
    String number = counter.aCaseFor(card);
    counter.authority.meanwhile =
        () -> {
          seen.add(counter.view.of(number).state());
          counter.wait(Duration.ofSeconds(4));
          seen.add(counter.view.of(number).state());
        };

    agent.insert(card).work();

    assertThat(seen.subList(0, 2)).containsExactly(CardCourse.GOING_ON, CardCourse.AUTHORITY_SLOW);
    assertThat(counter.state(number).isDone()).isTrue();
  }

  @Test
  void anAuthorityThatIsAwayCanBeAskedAgain() {
    counter.authority.away = true;
    String number = counter.aCaseFor(card);
    agent.insert(card).work();

    assertThat(counter.state(number).state()).isEqualTo(WritingFault.AUTHORITY_AWAY);
    assertThat(told(number).resume()).contains("今すぐやり直す");
    assertThat(CustomerView.of(counter.state(number)).state()).isEqualTo(Face.AUTHORITY_AWAY);
  }

  @Test
  void aReaderThatWasGivenBackIsTakenAgainHere() {
    String number = counter.aCaseFor(card);
    counter.wait(Duration.ofMinutes(11));

    assertThat(counter.state(number).state()).isEqualTo(WritingFault.READER_RELEASED);
    assertThat(Told.of(counter.state(number), "T9", Locale.JAPANESE).resume())
        .contains("この席の端末T9で続ける");
    assertThat(told(number).resume()).as("at no terminal").isEmpty();
  }

  @Test
  void beforeTheWritingTheReaderSaysWhatLiesThere() {
    String terminal = counter.terminal("T1");
    assertThat(before("")).isEqualTo(WritingFault.TERMINAL_NOT_CHOSEN);
    assertThat(before(terminal)).isEqualTo(WritingFault.NO_TERMINAL);
    agent.work();
    assertThat(before(terminal)).isEqualTo(WritingFault.NO_CARD);
    agent.insert(counter.aCard()).work();
    assertThat(before(terminal)).isEqualTo(WritingFault.WRONG_CARD);
    agent.insert(card).work();
    assertThat(before(terminal)).isEqualTo(CardCourse.CARD_RIGHT);
    counter.inTransaction(() -> counter.leases.take(terminal, "R8-ANOTHER"));
    assertThat(before(terminal)).isEqualTo(WritingFault.READER_TAKEN);
  }

  @Test
  void aTerminalThatFellSilentIsNamed() {
    String number = counter.aCaseFor(card);
    agent.work();
    counter.wait(Duration.ofSeconds(41));

    assertThat(told(number).sentence()).contains(counter.terminal("T1"), "つながっていません");
    assertThat(CustomerView.of(counter.state(number)).state()).isEqualTo(Face.FAULT);
  }

  private ScreenState before(String terminal) {
    return counter
        .inTransaction(() -> counter.view.before("R8-BEFORE", terminal, card.serial()))
        .state();
  }

  private Told told(String receptionNumber) {
    return Told.of(counter.state(receptionNumber), Locale.JAPANESE);
  }

  private void write(String receptionNumber) {
    agent.insert(card).work();
    taken();
  }

  private void taken() {
    agent.remove();
    agent.work();
  }
}
