package jp.madoguchi.whole;

/** How many commands the card has had at each moment of a case's dialogue, from the PINs on. */
record Dialogue(int certificateLength, int issuerLength) {

  private static final int CHUNK = 239;
  private static final int OPENING = 2;
  private static final int KEY_AND_PROOF = 4;

  /** After which command the card is torn away at this moment. */
  int commandsUntil(Moment moment) {
    int selected = OPENING + KEY_AND_PROOF + 1;
    int written = selected + chunks(certificateLength);
    int pinSet = written + 1 + chunks(issuerLength) + 2;
    int activated = pinSet + 1;
    int checked = activated + 3 + chunks(certificateLength) + 2;
    return switch (moment) {
      case PLANNED -> 1;
      case KEY_REQUESTED -> OPENING + KEY_AND_PROOF - 2;
      case KEY_MADE -> OPENING + KEY_AND_PROOF - 1;
      case KEY_KNOWN -> throw new IllegalArgumentException("The card has nothing to do then");
      case CERTIFICATE_ISSUED -> selected + 3;
      case WRITTEN -> written + 2;
      case ACTIVATION_SENT -> pinSet;
      case ACTIVATED -> activated;
      case ACTIVE -> checked + 2 + 3;
    };
  }

  private static int chunks(int length) {
    return (length + CHUNK - 1) / CHUNK;
  }
}
