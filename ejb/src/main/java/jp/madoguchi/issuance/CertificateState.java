package jp.madoguchi.issuance;

/**
 * The life of a certificate: planned, issued, valid, and at last revoked; a valid one may be
 * suspended for a while.
 */
public enum CertificateState {
  /** The plan is stored; nothing is signed. To relying parties it is unknown. */
  PLANNED,
  /** Signed, not yet live on the card. To relying parties it is still unknown, never good. */
  ISSUED,
  /** Live on the card. */
  VALID,
  /** 一時保留. */
  SUSPENDED,
  /** 失効. Nothing leads out of it. */
  REVOKED
}
