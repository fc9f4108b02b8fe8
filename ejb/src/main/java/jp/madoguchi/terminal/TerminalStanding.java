package jp.madoguchi.terminal;

import java.time.Instant;

/**
 * A terminal as it stands now.
 *
 * @param reader the reader's name, as the agent told it last; null: not since the server started
 * @param lastSeen when the agent last called; null: never
 */
public record TerminalStanding(
    Terminal terminal, Connection connection, String reader, Instant lastSeen) {

  /** What a terminal lacks before it can serve a case. */
  public enum Connection {
    /** The agent does not call. */
    AWAY,
    /** The agent calls in a form that this server does not speak. */
    OTHER_VERSION,
    /** The agent calls, and has no reader. */
    NO_READER,
    NO_CARD,
    CARD
  }

  static TerminalStanding of(Terminal terminal, CardAtReader at, Instant now) {
    return new TerminalStanding(
        terminal,
        connection(at, now),
        at.reader().name(),
        at.lastSeen().orElse(terminal.lastSeen()));
  }

  private static Connection connection(CardAtReader at, Instant now) {
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
