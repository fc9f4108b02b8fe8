package jp.madoguchi.agent.card;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A small certification authority for tests; its certificates are as long as the real ones. */
public final class TestAuthority {

  private static final X500Name NAME = new X500Name("C=JP,O=MADOGUCHI-TEST,OU=Test");
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");

  private final KeyPair keys = KeySource.generating().next();
  private final byte[] certificate;

  public TestAuthority() {
    certificate = issue(NAME, keys.getPublic(), true, 0);
  }

  public byte[] certificate() {
    return certificate.clone();
  }

  /** A certificate of about 1.7 KB. */
  public byte[] certify(PublicKey key) {
    return certify(key, 900);
  }

  public byte[] certify(PublicKey key, int extraBytes) {
    return issue(new X500Name("C=JP,CN=20261124100000ABC14212000001"), key, false, extraBytes);
  }

  public static X509Certificate parse(byte[] der) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private byte[] issue(X500Name subject, PublicKey key, boolean authority, int extraBytes) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              NAME, BigInteger.valueOf(4711), Date.from(FROM), Date.from(TO), subject, key);
      int usage =
          authority
              ? KeyUsage.keyCertSign | KeyUsage.cRLSign
              : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (extraBytes > 0) {
        builder.addExtension(
            new ASN1ObjectIdentifier("2.25.1"), false, new DEROctetString(new byte[extraBytes]));
      }
      return builder
          .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))
          .getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
