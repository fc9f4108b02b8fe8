package jp.madoguchi.terminal;

/** A card or its terminal answered something that its protocol does not allow. */
public class UnreadableAnswerException extends RuntimeException {

  /** The message says what was wrong with the form; it never carries the answer's content. */
  public UnreadableAnswerException(String message) {
    super(message);
  }
}
