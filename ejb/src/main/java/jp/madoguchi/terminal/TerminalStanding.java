package jp.madoguchi.terminal;

import java.time.Instant;
import java.util.Optional;

/**
 * A terminal as it stands now.
 *
 * @param reader the reader's name, as the agent told it last; null: not since the server started
 * @param lastSeen when the agent last called; null: never
 * @param lease the case for which its reader works
 */
public record TerminalStanding(
    Terminal terminal,
    Connection connection,
    String reader,
    Instant lastSeen,
    Enrolment enrolment,
    Optional<Lease> lease) {

  /** What a terminal lacks before it can serve a case. */
  public enum Connection {
    /** No agent has a good credential. */
    NOT_ENROLLED,
    /** The agent does not call. */
    AWAY,
    /** The agent calls in a form that this server does not speak. */
    OTHER_VERSION,
    /** The agent calls, and has no reader. */
    NO_READER,
    NO_CARD,
    CARD
  }

  /**
   * Whether the terminal's agent may call.
   *
   * @param validUntil until when its credential is good; empty: it has none
   * @param codeWaits a pairing code was given and not used yet
   */
  public record Enrolment(Optional<Instant> validUntil, boolean codeWaits) {}

  static TerminalStanding of(
      Terminal terminal, CardAtReader at, Enrolment enrolment, Optional<Lease> lease, Instant now) {
    return new TerminalStanding(
        terminal,
        connection(at, enrolment, now),
        at.reader().name(),
        at.lastSeen().orElse(terminal.lastSeen()),
        enrolment,
        lease);
  }

  private static Connection connection(CardAtReader at, Enrolment enrolment, Instant now) {
    if (enrolment.validUntil().isEmpty()) {
      return Connection.NOT_ENROLLED;
    }
    if (at.isSilent(now)) {
      return Connection.AWAY;
    }
    if (at.otherVersion()) {
      return Connection.OTHER_VERSION;
    }
    return switch (at.reader().state()) {
      case NONE -> Connection.NO_READER;
      case EMPTY -> Connection.NO_CARD;
      case CARD -> Connection.CARD;
    };
  }
}
