package jp.madoguchi.web.letter;

/** Why the post brings a letter back, in the words that it usually puts on the envelope. */
public enum EnvelopeNote {
  UNKNOWN_ADDRESS("あて所に尋ねあたりません"),
  NOT_COLLECTED("保管期間経過"),
  REFUSED("受取拒否"),
  /** Anything else, to be copied from the envelope. */
  OTHER("");

  private final String words;

  EnvelopeNote(String words) {
    this.words = words;
  }

  /** What is kept of it, whatever the page's language: the note as it is, or what was copied. */
  String kept(String copied) {
    return this == OTHER ? copied : words;
  }
}
