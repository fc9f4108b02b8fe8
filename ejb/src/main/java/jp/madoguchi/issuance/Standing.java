package jp.madoguchi.issuance;

import java.time.Instant;

/**
 * What a status answer needs of a certificate, read without the rest of its row.
 *
 * @param keyId the generation that signed it
 */
public record Standing(
    String keyId, CertificateState state, Instant revokedAt, RevocationReason reason) {

  /** Of what is planned or not yet live nobody may know more than of what was never issued. */
  boolean known() {
    return state != CertificateState.PLANNED && state != CertificateState.ISSUED;
  }
}
