package jp.madoguchi.resident;

/** The card that the applicant holds (R-CARD-ONLY). */
public enum CardKind {
  /** マイナンバーカード. */
  MY_NUMBER,
  /** 住民基本台帳カード: takes no new certificate. */
  JUKI,
  /** No card at all. */
  NONE
}
