package jp.madoguchi.issuance;

import java.time.Instant;

/**
 * What the office knows about a certificate.
 *
 * @param revokedAt since when it is revoked or suspended; null when it is neither
 * @param reason why; null when it is neither
 */
public record CertificateStatus(
    CertificateSerialNumber serial,
    CertificateType type,
    CertificateState state,
    long residentId,
    String receptionNumber,
    Instant notBefore,
    Instant notAfter,
    Instant revokedAt,
    RevocationReason reason) {

  /** Whether a relying party may rely on it at that time. */
  public boolean validAt(Instant time) {
    return state == CertificateState.VALID && !time.isBefore(notBefore) && !time.isAfter(notAfter);
  }
}
