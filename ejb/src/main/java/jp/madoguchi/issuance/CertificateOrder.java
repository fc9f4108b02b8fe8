package jp.madoguchi.issuance;

import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What the counter asks the authority for.
 *
 * @param key the public key that was made on the card and proven to be there
 * @param lastDay the last day of validity; the certificate ends at 23:59:59 in Japan on it
 * @param receptionNumber the case it belongs to
 */
public record CertificateOrder(
    CertificateType type,
    RSAPublicKey key,
    CertificateSubject subject,
    LocalDate lastDay,
    String receptionNumber) {

  public CertificateOrder {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(lastDay, "lastDay");
    Objects.requireNonNull(receptionNumber, "receptionNumber");
  }
}
