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

/** What relying parties ask of the authorities, without a login. */
@Stateless
@PermitAll
public class PublicAuthority {

  @Inject private Authorities authorities;
  @Inject private RevocationLists lists;
  @Inject private OutsideRepository outside;

  /** The newest one that was published, of the newest key. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<RevocationList> revocationList(ListScope scope) {
    return lists.newest(scope);
  }

  /**
   * @param keyId subject key identifier in lower case hexadecimal
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<RevocationList> revocationList(ListScope scope, String keyId) {
    return lists.newest(scope, keyId);
  }

  /** Each part is read by itself, so that a slow reader holds nothing of ours. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<byte[]> part(RevocationList list, int position) {
    return lists.part(list, position);
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

  /** The link between that key and the former one; empty where there is none. */
  public Optional<byte[]> link(CertificateType type, String keyId, AuthorityLink link) {
    return authorities.link(type, keyId, link);
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
