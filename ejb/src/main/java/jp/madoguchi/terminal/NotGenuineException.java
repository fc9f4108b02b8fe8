package jp.madoguchi.terminal;

/** What came through a terminal is provably not what card or server said. */
public final class NotGenuineException extends UnreadableAnswerException {

  private static final long serialVersionUID = 1;

  private final Breach breach;

  /** The message says what was wrong; it never carries the answer's content. */
  public NotGenuineException(Breach breach, String message) {
    super(message);
    this.breach = breach;
  }

  public Breach breach() {
    return breach;
  }
}
