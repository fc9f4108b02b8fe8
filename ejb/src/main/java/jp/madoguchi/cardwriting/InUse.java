package jp.madoguchi.cardwriting;

/** Which certificate of a type the holder can use with a card in the middle of its writing. */
public enum InUse {
  /** The new one. */
  NEW,
  /** The one that stood on the card before. */
  OLD,
  /** One of them: the card was told to switch, and has not said whether it has. */
  OLD_OR_NEW,
  /** As {@link #OLD_OR_NEW}, where there was none before. */
  NEW_OR_NONE,
  /** None: there was none before. */
  NONE;

  /**
   * As far as the journal knows.
   *
   * @param former whether a certificate of before still works on the card
   * @param notSwitched whether a switch that was to be sent surely did not reach the card
   */
  static InUse of(CertificateWriting writing, boolean former, boolean notSwitched) {
    if (writing.state() == WritingState.ACTIVE) {
      return NEW;
    }
    if (writing.state() == WritingState.ACTIVATION_SENT && !notSwitched) {
      return former ? OLD_OR_NEW : NEW_OR_NONE;
    }
    return former ? OLD : NONE;
  }
}
