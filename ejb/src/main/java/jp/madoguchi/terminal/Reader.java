package jp.madoguchi.terminal;

/**
 * The reader as its agent reports it.
 *
 * @param insertion names one insertion of a card; null without a card
 */
public record Reader(String name, ReaderState state, String insertion, String atr) {

  static final Reader ABSENT = new Reader(null, ReaderState.NONE, null, null);

  public Reader {
    requireShort(name, 120, "reader's name");
    requireShort(insertion, 64, "insertion");
    requireShort(atr, 66, "ATR");
    if (state == null) {
      throw new UnreadableAnswerException("The reader's state is missing");
    }
    if ((state == ReaderState.CARD) != (insertion != null)) {
      throw new UnreadableAnswerException("An insertion is named if and only if there is a card");
    }
  }

  boolean holdsCard() {
    return state == ReaderState.CARD;
  }

  private static void requireShort(String text, int longest, String what) {
    if (text == null) {
      return;
    }
    if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
      throw new UnreadableAnswerException("The " + what + " is too long, or no text");
    }
  }
}
