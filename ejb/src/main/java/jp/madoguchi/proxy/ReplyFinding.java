package jp.madoguchi.proxy;

/** What a clerk found of the reply form and the power of attorney (R-PROXY-DOCS-2). */
public enum ReplyFinding {
  ACCEPTED,
  /** The envelope was not sealed, or had been opened. */
  UNSEALED,
  /** A field that the applicant fills in is empty or cannot be read. */
  INCOMPLETE,
  /** The applicant did not sign. */
  UNSIGNED,
  NO_POWER_OF_ATTORNEY,
  /** The form in the envelope belongs to another letter. */
  OTHER_LETTER
}
