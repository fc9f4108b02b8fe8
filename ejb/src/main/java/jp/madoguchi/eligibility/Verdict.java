package jp.madoguchi.eligibility;

/** What one rule says of an application. */
public enum Verdict {
  /** It cannot be done. */
  REFUSE,
  /** It can be done, and this should be known. */
  NOTE,
  /** The rule was looked at and holds. */
  PASS
}
