package jp.madoguchi.agent.card;

/** The cards a resident may hold. */
public enum CardKind {
  /** 個人番号カード. */
  MY_NUMBER,
  /** 住民基本台帳カード: it has no application for certificates of today. */
  JUKI
}
