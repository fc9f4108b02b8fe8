package jp.madoguchi.proxy;

/** What a clerk found of the person who came back (R-SAME-PROXY). */
public enum ProxyFinding {
  /** The same proxy, with the same document as at the first visit. */
  SAME_DOCUMENT,
  /** The same proxy with another document, as a supervisor approved. */
  OTHER_DOCUMENT,
  /** Somebody else: sent away, and the case waits for the right one. */
  OTHER_PERSON
}
