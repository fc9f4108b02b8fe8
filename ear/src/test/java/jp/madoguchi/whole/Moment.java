package jp.madoguchi.whole;

/**
 * Where the writing of a case's first certificate stands when it is interrupted: what is committed
 * in the journal, and what is on its way.
 */
enum Moment {
  /** The server is about to ask for the key. */
  PLANNED("PLANNED"),
  /** The command for the key is on its way to the card. */
  KEY_REQUESTED("KEY_REQUESTED"),
  /** The card has made the key, and its answer is on its way. */
  KEY_MADE("KEY_REQUESTED"),
  /** The server is about to sign. */
  KEY_KNOWN("KEY_KNOWN"),
  /** The card was torn away with a part of the certificate; the server is about to go on. */
  CERTIFICATE_ISSUED("CERTIFICATE_ISSUED"),
  /** The card was torn away with all of it, not yet in use; the server is about to go on. */
  WRITTEN("WRITTEN"),
  /** The command to take it into use is on its way to the card. */
  ACTIVATION_SENT("ACTIVATION_SENT"),
  /** The card uses it, and its answer is on its way. */
  ACTIVATED("ACTIVATION_SENT"),
  /** The server knows, and is about to note the second certificate's key. */
  ACTIVE("ACTIVE");

  private final String state;

  Moment(String state) {
    this.state = state;
  }

  /** The first certificate's state in the journal. */
  String state() {
    return state;
  }

  /** Whether it is reached by a card that was torn away before. */
  boolean followsATear() {
    return this == CERTIFICATE_ISSUED || this == WRITTEN;
  }
}
