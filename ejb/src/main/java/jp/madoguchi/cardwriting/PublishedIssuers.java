package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import jp.madoguchi.issuance.IssuedCertificate;
import jp.madoguchi.issuance.PublicAuthority;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/** Finds the issuer among the authorities' published certificates, by its key identifier. */
@ApplicationScoped
public class PublishedIssuers implements IssuerCertificates {

  private final PublicAuthority authority;

  protected PublishedIssuers() {
    this(null);
  }

  @Inject
  public PublishedIssuers(PublicAuthority authority) {
    this.authority = authority;
  }

  @Override
  public byte[] issuerOf(IssuedCertificate certificate) {
    String keyId = keyId(certificate.der());
    return authority
        .certificate(certificate.type(), keyId)
        .or(() -> authority.outsideCertificate(keyId))
        .orElseThrow(() -> new IllegalStateException("No authority has the key " + keyId));
  }

  /** The authority's key identifier in lower case hexadecimal, as the certificate names it. */
  static String keyId(byte[] der) {
    try {
      AuthorityKeyIdentifier issuer =
          AuthorityKeyIdentifier.fromExtensions(new X509CertificateHolder(der).getExtensions());
      return HexFormat.of().formatHex(issuer.getKeyIdentifierOctets());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
