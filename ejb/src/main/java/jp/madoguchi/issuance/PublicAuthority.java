package jp.madoguchi.issuance;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import jp.madoguchi.issuance.jpa.OutsideRepository;

/** The certificates of the authorities that issued something for this office. */
@Stateless
@PermitAll
public class PublicAuthority {

  @Inject private Authorities authorities;
  @Inject private OutsideRepository outside;

  /** In DER. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<byte[]> certificate(CertificateType type, String keyId) {
    return authorities.withKey(type, keyId).map(PublicAuthority::encoded);
  }

  /** Of another authority that issued something for this office. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<byte[]> outsideCertificate(String keyId) {
    return outside.issuer(keyId);
  }

  private static byte[] encoded(Authority authority) {
    try {
      return authority.certificate().getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
