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
    /** The agent calls, and has no reader. */
    NO_READER,
    NO_CARD,
    CARD
  }

  static TerminalStanding of(Terminal terminal, CardAtReader at, Instant now) {
    return new TerminalStanding(
        terminal,
        at.isSilent(now) ? Connection.AWAY : connection(at.reader().state()),
        at.reader().name(),
        at.lastSeen().orElse(terminal.lastSeen()));
  }

  private static Connection connection(ReaderState state) {
    return switch (state) {
      case NONE -> Connection.NO_READER;
      case EMPTY -> Connection.NO_CARD;
      case CARD -> Connection.CARD;
    };
  }
}
