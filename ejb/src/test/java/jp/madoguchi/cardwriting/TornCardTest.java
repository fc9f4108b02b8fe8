package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import jp.madoguchi.cardwriting.AgentAtCounter.Moment;
import jp.madoguchi.cardwriting.PoweredMemory.Left;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A renewal whose card is torn away at every command, and in the middle of all that it writes: each
 * time an old or the new certificate works on the card, never two of one type are valid, and
 * afterwards the case is finished with nothing issued twice.
 */
class TornCardTest {

  private final InterruptedRenewal renewal = InterruptedRenewal.ofACardInUse();
  private final Set<WritingState> seen = EnumSet.noneOf(WritingState.class);
  private int commandsOfACase;

  @BeforeEach
  void aCaseHasManyCommands() {
    commandsOfACase = renewal.agent.commands();
    assertThat(commandsOfACase).isGreaterThan(50);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void tornAtAnyCommand(Moment moment) {
    for (int command : Interruptions.places(commandsOfACase, 1)) {
      tear(moment, command, false);
    }
  }

  @Test
  void tornAndTheServerStartedAnew() {
    for (int command : Interruptions.places(commandsOfACase, 3)) {
      tear(Moment.AFTER, command, true);
    }
    assertThat(seen)
        .contains(
            WritingState.PLANNED,
            WritingState.KEY_REQUESTED,
            WritingState.ACTIVATION_SENT,
            WritingState.ACTIVE);
  }

  private void tear(Moment moment, int command, boolean restart) {
    renewal.begin();
    renewal.agent.insert(renewal.card).tear(moment, command).work();
    renewal.counter.writings(renewal.receptionNumber).forEach(one -> seen.add(one.state()));
    goOn("torn %s command %d".formatted(moment, command), restart);
  }

  /** Every chunk of both certificates and of their authorities', the keys, the PINs, the switch. */
  @ParameterizedTest
  @EnumSource(Left.class)
  void tornInTheMiddleOfAnyWrite(Left left) {
    int writesOfACase = renewal.memory.writes();
    assertThat(writesOfACase).isGreaterThan(30);
    int step = left == Left.HALF_OF_THE_CHUNK ? 1 : 3;
    for (int write : Interruptions.places(writesOfACase, step)) {
      renewal.begin();
      renewal.memory.cut(write, left, renewal.agent::remove);
      renewal.agent.insert(renewal.card).work();
      assertThat(renewal.memory.wasCut()).isTrue();
      renewal.powerUp();
      goOn("torn in write %d, which left %s".formatted(write, left), false);
    }
  }

  private void goOn(String torn, boolean restart) {
    renewal.assertOldOrNewWorks(torn);
    if (restart) {
      renewal.counter.restart();
    }
    renewal.agent.insert(renewal.card);
    renewal.goOn("T1");
    renewal.assertFinished(torn);
  }

  /** The card counts a try before it compares; taken away each time there, it would lock itself. */
  @Test
  void tornAgainAndAgainWhileAPinIsCompared() {
    renewal.begin();
    for (int times = 1; times <= 5; times++) {
      renewal.memory.cutAfterPinIsTried(renewal.agent::remove);
      renewal.agent.insert(renewal.card).work();
      renewal.powerUp();
    }
    goOn("torn five times while a PIN is compared", false);
  }
}
