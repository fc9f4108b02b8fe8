package jp.madoguchi.cardwriting;

/**
 * The case's process, as card writing tells it what the card has done. Each call is made in a
 * transaction, and the process calls back in that same transaction.
 */
public interface WritingProcess {

  /**
   * The key of the next certificate is on the card and proven; the process calls {@link
   * CardWriting#sign}.
   */
  void keyStaged(String receptionNumber);

  /** The card uses the new certificate; the process calls {@link CardWriting#publish}. */
  void active(String receptionNumber);
}
