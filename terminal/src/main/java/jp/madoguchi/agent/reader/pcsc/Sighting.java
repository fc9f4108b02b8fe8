package jp.madoguchi.agent.reader.pcsc;

/**
 * What PC/SC sees at a reader.
 *
 * @param state its word for it, to be told when it is asked what has changed since
 * @param atr the card's first answer, empty when there is none
 */
record Sighting(int state, byte[] atr) {

  /** Nothing was seen yet. */
  static final int UNAWARE = 0;

  private static final int CHANGED = 0x0002;
  private static final int UNKNOWN = 0x0004;
  private static final int UNAVAILABLE = 0x0008;
  private static final int PRESENT = 0x0020;
  private static final int MUTE = 0x0200;

  Sighting {
    state &= ~CHANGED;
  }

  boolean readerThere() {
    return (state & (UNKNOWN | UNAVAILABLE)) == 0;
  }

  /** A card that answers; one that lies there the wrong way up does not. */
  boolean cardThere() {
    return (state & PRESENT) != 0 && (state & MUTE) == 0;
  }

  boolean muteCard() {
    return (state & MUTE) != 0;
  }

  /** Counts cards put on and taken off: a card that was exchanged is another one. */
  int count() {
    return state >>> 16;
  }
}
