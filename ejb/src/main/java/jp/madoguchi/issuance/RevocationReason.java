package jp.madoguchi.issuance;

import java.util.Arrays;

/** Why a certificate is revoked (RFC 5280 5.3.1; the code is the value in CRL and OCSP). */
public enum RevocationReason {
  UNSPECIFIED(0),
  /** 秘密鍵の漏えい等. */
  KEY_COMPROMISE(1),
  /** The resident record changed (R-LAPSE-SIGN). */
  AFFILIATION_CHANGED(3),
  /** A newer certificate took its place (R-NO-DUPLICATE). */
  SUPERSEDED(4),
  /** Death, moving away, the card's end, or a certificate that never went live on a card. */
  CESSATION_OF_OPERATION(5),
  /** 一時保留: can be lifted again, and can be turned into any final reason. */
  CERTIFICATE_HOLD(6),
  /** Lifts a hold: the certificate leaves the list and is valid again. */
  REMOVE_FROM_CRL(8);

  private final int code;

  RevocationReason(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  static RevocationReason of(int code) {
    return Arrays.stream(values())
        .filter(reason -> reason.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such reason: " + code));
  }
}
