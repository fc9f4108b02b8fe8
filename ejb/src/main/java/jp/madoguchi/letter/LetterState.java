package jp.madoguchi.letter;

/** How an inquiry letter stands (R-LETTER-STATES). */
public enum LetterState {
  PRINTED,
  POSTED,
  /** 返戻: the post brought it back. */
  UNDELIVERED,
  /** The proxy came back with it, and the reply was accepted. */
  ANSWERED,
  /** Nobody came until the due date. */
  OVERDUE,
  /** Replaced by another letter, or its case ended without it. */
  VOID
}
