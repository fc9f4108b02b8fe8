package jp.madoguchi.proxy;

/** Why the reply form that came with the expiry notice cannot be taken (R-PROXY-NOTICE). */
public enum NoticeFinding {
  /** The day until which it could be brought is over. */
  OUT_OF_DATE,
  /** The envelope was not sealed, or had been opened. */
  UNSEALED,
  /** A field that the applicant fills in is empty or cannot be read. */
  INCOMPLETE,
  /** The applicant did not sign. */
  UNSIGNED
}
