package jp.madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.terminal.TerminalStanding.Connection;
import jp.madoguchi.terminal.TerminalStanding.Enrolment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a terminal stands, for whoever looks after it. */
class TerminalStandingTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  private static final Terminal TERMINAL =
      new Terminal("T1", "1番窓口", NOW.minusSeconds(3_600), "0.1.0");

  @Test
  void aTerminalThatHasNotCalledSinceTheServerStartedIsAway() {
    TerminalStanding standing = standing(CardAtReader.neverSeen("T1"));
    assertThat(standing.connection()).isEqualTo(Connection.AWAY);
    assertThat(standing.reader()).isNull();
    assertThat(standing.lastSeen()).isEqualTo(TERMINAL.lastSeen());
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 30, false, NO_READER",
    "EMPTY, 30, false, NO_CARD",
    "CARD, 30, false, CARD",
    "CARD, 41, false, AWAY", // an agent calls at least every 25 seconds
    "CARD, 61, true, CARD", // unless its card works
    "CARD, 181, true, AWAY"
  })
  void itStandsAsItsAgentToldLast(
      ReaderState state, int secondsAgo, boolean busy, Connection connection) {
    String insertion = state == ReaderState.CARD ? "one" : null;
    Instant seen = NOW.minusSeconds(secondsAgo);
    CardAtReader at =
        new CardAtReader(
            "T1",
            Optional.of(seen),
            new Reader("ACME 00 00", state, insertion, null),
            Optional.empty(),
            false,
            busy,
            false);
    TerminalStanding standing = standing(at);
    assertThat(standing.connection()).isEqualTo(connection);
    assertThat(standing.reader()).isEqualTo("ACME 00 00");
    assertThat(standing.lastSeen()).isEqualTo(seen);
  }

  @Test
  void anAgentOfAnotherVersionIsNamedWhateverItsReader() {
    CardAtReader at =
        new CardAtReader(
            "T1", Optional.of(NOW), Reader.ABSENT, Optional.empty(), false, false, true);

    assertThat(standing(at).connection()).isEqualTo(Connection.OTHER_VERSION);
  }

  @Test
  void aTerminalWithoutACredentialIsNotEnrolledWhateverItTold() {
    CardAtReader at =
        new CardAtReader(
            "T1",
            Optional.of(NOW),
            new Reader("ACME 00 00", ReaderState.EMPTY, null, null),
            Optional.empty(),
            false,
            false,
            false);
    Enrolment none = new Enrolment(Optional.empty(), true);
    assertThat(TerminalStanding.of(TERMINAL, at, none, Optional.empty(), NOW).connection())
        .isEqualTo(Connection.NOT_ENROLLED);
  }

  private static TerminalStanding standing(CardAtReader at) {
    Enrolment enrolled = new Enrolment(Optional.of(NOW.plusSeconds(60)), false);
    return TerminalStanding.of(TERMINAL, at, enrolled, Optional.empty(), NOW);
  }
}
