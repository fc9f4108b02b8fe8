package jp.madoguchi.terminal;

/**
 * What a terminal did that an honest agent with a genuine card does not do. Its code stands in the
 * trail; the words are those of the problem of this code, or in the bundle under {@code
 * breach.<code>}.
 */
public enum Breach {
  /** An answer is not the card's own: changed, replayed, in another order, or of another card. */
  ANSWER_NOT_GENUINE("answer-not-genuine"),
  /** The card did not take what reached it for the server's commands. */
  COMMAND_NOT_GENUINE("command-not-genuine"),
  /** A result of a batch that the terminal was never given. */
  BATCH_UNKNOWN("batch-unknown"),
  /** A second result of a batch, other than the first. */
  RESULT_CHANGED("result-changed"),
  /** Answers that do not fit the commands in number. */
  ANSWERS_MISCOUNTED("answers-miscounted"),
  /** A batch is fetched again and again, and nothing comes of it. */
  RESULT_WITHHELD("result-withheld"),
  MESSAGE_MALFORMED("exchange-malformed"),
  MESSAGE_TOO_LARGE("body-too-large"),
  /** The agent speaks the exchange in a form that this server does not. */
  AGENT_VERSION("agent-version");

  private final String code;

  Breach(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
