package jp.madoguchi.terminal;

/** How the agent came out of a batch. */
public enum BatchEnd {
  /** Every command was answered by 9000. */
  DONE,
  /** The last answer that came is not 9000; what followed was not sent. */
  STATUS,
  /** The card went away; the last command sent may or may not have been carried out. */
  CARD_GONE,
  /** The reader went away; as {@link #CARD_GONE}. */
  READER_GONE
}
