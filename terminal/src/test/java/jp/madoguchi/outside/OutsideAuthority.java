package jp.madoguchi.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The keys of another authority, and what it would issue. */
public final class OutsideAuthority {

  public static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

  public final KeyPair keys = newKeys();
  public final X509CertificateHolder certificate;

  /** What it issues; each part as it was asked for, unless a test changes it. */
  public record Draft(
      X500Name issuer,
      BigInteger serial,
      Instant from,
      Instant to,
      X500Name subject,
      SubjectPublicKeyInfo key,
      Extension[] extensions,
      String algorithm) {}

  public OutsideAuthority(String name) {
    certificate = selfSigned(name, keys, KeyUsage.keyCertSign | KeyUsage.cRLSign, true);
  }

  public static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static X509CertificateHolder selfSigned(
      String name, KeyPair keys, int usage, boolean authority) {
    try {
      X500Name subject = new X500Name("C=JP,O=OUTSIDE-TEST,CN=" + name);
      SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
      return new X509v3CertificateBuilder(
              subject,
              serial(),
              Date.from(BEGUN),
              Date.from(Instant.parse("2046-01-01T00:00:00Z")),
              subject,
              key)
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
          .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key))
          .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] issue(byte[] template) {
    return issue(template, UnaryOperator.identity());
  }

  public byte[] issue(byte[] template, UnaryOperator<Draft> change) {
    CertTemplate asked = CertTemplate.getInstance(template);
    java.util.List<Extension> extensions = new java.util.ArrayList<>();
    for (org.bouncycastle.asn1.ASN1ObjectIdentifier oid :
        asked.getExtensions().getExtensionOIDs()) {
      extensions.add(asked.getExtensions().getExtension(oid));
    }
    Draft draft =
        change.apply(
            new Draft(
                certificate.getSubject(),
                serial(),
                BEGUN,
                asked.getValidity().getNotAfter().getDate().toInstant(),
                asked.getSubject(),
                asked.getPublicKey(),
                extensions.toArray(Extension[]::new),
                "SHA256withRSA"));
    try {
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              draft.issuer(),
              draft.serial(),
              Date.from(draft.from()),
              Date.from(draft.to()),
              draft.subject(),
              draft.key());
      for (Extension extension : draft.extensions()) {
        builder.addExtension(extension);
      }
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils()
              .createAuthorityKeyIdentifier(certificate.getSubjectPublicKeyInfo()));
      return builder
          .build(new JcaContentSignerBuilder(draft.algorithm()).build(keys.getPrivate()))
          .getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static BigInteger serial() {
    return new BigInteger(120, new SecureRandom()).setBit(119);
  }

  public static Path pem(Path file, String kind, byte[] der) {
    try {
      return Files.writeString(
          file,
          "-----BEGIN %s-----%n%s%n-----END %s-----%n"
              .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path keystore(
      Path file, X509CertificateHolder certificate, KeyPair keys, String password) {
    try (var out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate parsed =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new java.io.ByteArrayInputStream(certificate.getEncoded()));
      store.setKeyEntry(
          "ra", keys.getPrivate(), password.toCharArray(), new Certificate[] {parsed});
      store.store(out, password.toCharArray());
      return file;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
