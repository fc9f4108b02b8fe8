package jp.madoguchi.issuance;

/** How a key rollover stands that somebody asked for. */
public enum RenewalState {
  /** 決裁待ち. */
  ASKED,
  /** Granted, and cut off before the new key signed: it is resumed. */
  GRANTED,
  DONE,
  REFUSED,
  WITHDRAWN
}
