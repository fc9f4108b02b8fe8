package jp.madoguchi.issuance;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What relying parties ask of the authorities, without a login. */
@Stateless
@PermitAll
public class PublicAuthority {

  @Inject private Authorities authorities;
  @Inject private OcspResponder responder;
  @Inject private RevocationLists lists;

  /** Reads one row and needs no transaction of its own. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public OcspAnswer status(CertificateType type, byte[] request) {
    return responder.answer(type, request);
  }

  /** Of the newest key. */
  public RevocationList revocationList(CertificateType type) {
    return lists.current(type);
  }

  /**
   * @param keyId subject key identifier in lower case hexadecimal
   */
  public Optional<RevocationList> revocationList(CertificateType type, String keyId) {
    return lists.current(type, keyId);
  }

  /** In DER, of the newest key. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public byte[] certificate(CertificateType type) {
    return encoded(authorities.current(type));
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<byte[]> certificate(CertificateType type, String keyId) {
    return authorities.withKey(type, keyId).map(PublicAuthority::encoded);
  }

  private static byte[] encoded(Authority authority) {
    try {
      return authority.certificate().getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
