package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.madoguchi.cardwriting.Counter.Ending;
import jp.madoguchi.cardwriting.Counter.ServerKilled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A renewal in which the server is killed before and after it commits each of its transactions, or
 * the database goes away there. The agent tells what it knows to whoever answers next.
 */
class KilledServerTest {

  private static final List<Logger> LOGS =
      List.of(
          Logger.getLogger(WritingConversation.class.getName()),
          Logger.getLogger("jp.madoguchi.terminal.ReaderSession"));

  private final InterruptedRenewal renewal = InterruptedRenewal.ofACardInUse();
  private final Counter counter = renewal.counter;

  /** The server logs each of these faults at length, as it should. */
  @BeforeAll
  static void nobodyReadsTheLog() {
    LOGS.forEach(log -> log.setLevel(Level.OFF));
  }

  @AfterAll
  static void theLogIsReadAgain() {
    LOGS.forEach(log -> log.setLevel(null));
  }

  @ParameterizedTest(name = "{0}, then {1}")
  @CsvSource({
    "KILLED_BEFORE_COMMIT, T1",
    "KILLED_BEFORE_COMMIT, T2",
    "KILLED_AFTER_COMMIT, T1",
    "KILLED_AFTER_COMMIT, T2",
    "COMMITTED_AND_NOT_TOLD, T1",
    "COMMITTED_AND_NOT_TOLD, T2",
    "DATABASE_AWAY, T1",
    "DATABASE_AWAY, T2"
  })
  void theCaseGoesOn(Ending ending, String terminal) {
    int transactionsOfACase = counter.transactions();
    assertThat(transactionsOfACase).isGreaterThan(10);
    for (int transaction : Interruptions.places(transactionsOfACase, 2)) {
      interrupt(ending, transaction, terminal);
    }
  }

  private void interrupt(Ending ending, int transaction, String terminal) {
    String when = "%s in transaction %d".formatted(ending, transaction);
    renewal.begin();
    counter.interrupt(ending, transaction);
    boolean killed = false;
    try {
      renewal.agent.insert(renewal.card).work();
    } catch (ServerKilled e) {
      killed = true;
    }
    assertThat(killed).as(when).isEqualTo(ending.killsServer());
    renewal.assertOldOrNewWorks(when);
    if (killed) {
      counter.restart();
    }
    counter.wait(Duration.ofMinutes(1));
    AgentAtCounter next = counter.agentAt(terminal);
    if (next != renewal.agent) {
      renewal.agent.remove();
      next.insert(renewal.card);
    }
    renewal.goOn(terminal);
    renewal.agent.work();
    renewal.assertFinished(when);
  }
}
