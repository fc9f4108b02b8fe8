package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.madoguchi.cardwriting.AgentAtCounter.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A renewal whose agent is killed after any command, or cut off the server after any batch: what
 * the card did may never be told, told twice, or told when the case is long at another terminal.
 */
class CutNetworkTest {

  private final InterruptedRenewal renewal = InterruptedRenewal.ofACardInUse();
  private final Counter counter = renewal.counter;
  private final AgentAtCounter agent = renewal.agent;
  private final AgentAtCounter other = counter.agentAt("T2");
  private final int batchesOfACase = agent.batches().size();

  @Test
  void anAgentThatWasKilledAfterAnyCommandGoesOnHereOrElsewhere() {
    int commandsOfACase = agent.commands();
    for (int command : Interruptions.places(commandsOfACase, 3)) {
      String when = "killed after command " + command;
      renewal.begin();
      agent.insert(renewal.card).kill(command).work();
      renewal.assertOldOrNewWorks(when);
      AgentAtCounter next = command % 2 == 0 ? agent : other;
      next.insert(renewal.card).work();
      next.remove();
      agent.remove();
      renewal.assertFinished(when);
    }
  }

  @Test
  void aReplyThatWasLostIsGivenAgainAndAResultThatComesTwiceCountsOnce() {
    int exchangesOfACase = agent.exchanges();
    assertThat(exchangesOfACase).isGreaterThan(batchesOfACase);
    for (int exchange = 1; exchange <= exchangesOfACase; exchange++) {
      String when = "without the reply of exchange " + exchange;
      renewal.begin();
      agent.insert(renewal.card).loseReply(exchange).work();
      agent.remove();
      renewal.assertFinished(when);
    }
  }

  @Test
  void whatIsToldLateChangesNothingAtTheOtherTerminal() {
    for (int batch = 1; batch <= batchesOfACase; batch++) {
      for (int further = 1; further <= batchesOfACase; further++) {
        renewal.begin();
        agent.insert(renewal.card).cut(batch).work();
        goOnElsewhere(further, "cut off after batch %d".formatted(batch));
      }
    }
  }

  /** What the card remembered before the other terminal wrote decides nothing any more. */
  @ParameterizedTest
  @ValueSource(ints = {6, 9, 18, 31})
  void whatATornCardRememberedIsToldLateToo(int command) {
    for (int batch = 2; batch <= batchesOfACase - 1; batch++) {
      for (int further : Interruptions.places(batchesOfACase, 2)) {
        renewal.begin();
        agent.insert(renewal.card).tear(Moment.AFTER, command).work();
        agent.insert(renewal.card).cut(batch).work();
        goOnElsewhere(
            further, "torn after command %d, cut off after batch %d".formatted(command, batch));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 2", "7, 3", "20, 4", "50, 5"})
  void aTearThatIsToldLateIsNoFaultOfTheOtherTerminal(int command, int batch) {
    int whenTheCardHasProvenItself = 3;
    for (int further = whenTheCardHasProvenItself; further <= batchesOfACase; further++) {
      renewal.begin();
      agent.insert(renewal.card).tear(Moment.AFTER, command).cut(batch).work();
      goOnElsewhere(further, "torn after command %d, which was not told".formatted(command));
    }
  }

  private void goOnElsewhere(int further, String cut) {
    String when = "%s, told after batch %d".formatted(cut, further);
    agent.remove();
    renewal.assertOldOrNewWorks(when);
    other.insert(renewal.card).cut(further).work();
    Optional<WritingFault> shown = counter.faults.last(renewal.receptionNumber);
    agent.work();
    assertThat(counter.faults.last(renewal.receptionNumber)).as(when).isIn(shown, Optional.empty());
    renewal.assertOldOrNewWorks(when);
    other.work();
    other.remove();
    renewal.assertFinished(when);
  }
}
