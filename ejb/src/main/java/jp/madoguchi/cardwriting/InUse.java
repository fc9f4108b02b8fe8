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

  static InUse of(CertificateWriting writing, boolean former) {
    return switch (writing.state()) {
      case ACTIVE -> NEW;
      case ACTIVATION_SENT -> former ? OLD_OR_NEW : NEW_OR_NONE;
      default -> former ? OLD : NONE;
    };
  }
}
