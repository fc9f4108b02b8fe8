package jp.madoguchi.agent.reader;

/**
 * What came of sending one command: an expected end is a value, whatever the reader's driver does.
 */
public sealed interface Transmission {

  /**
   * The card answered.
   *
   * @param bytes data and status word, at least two bytes
   */
  record Answer(byte[] bytes) implements Transmission {}

  /** The card left before its answer came; whether it did the command is not known. */
  record CardGone() implements Transmission {}

  /** The reader is gone, and with it the card. */
  record ReaderGone() implements Transmission {}
}
