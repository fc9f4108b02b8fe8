package jp.madoguchi.terminal;

/** What a terminal says about its reader. */
public enum ReaderState {
  /** No reader is plugged in. */
  NONE,
  /** The reader is there and empty. */
  EMPTY,
  /** A card lies on it. */
  CARD
}
