package jp.madoguchi.eligibility;

/** Why a certificate is issued again; it decides the fee (R-FEE). */
public enum ReissueReason {
  /** The card was lost or the like (紛失等). */
  LOSS,
  /** The record changed and the certificate lapsed (記載事項の変更による失効). */
  RECORD_CHANGE,
  /** Any other reason. */
  OTHER
}
