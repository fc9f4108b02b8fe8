package jp.madoguchi.issuance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;

/**
 * Holds a certificate that came from outside against what was asked for, before it is confirmed and
 * before a card gets it. Issuer, serial number, addresses and policies are the other authority's
 * own; names, key, use and end are ours.
 */
final class OutsideCheck {

  private final CertTemplate asked;
  private final List<X509CertificateHolder> issuers;
  private final Instant now;

  /** What a check looks at. */
  private record Received(
      byte[] der, X509CertificateHolder certificate, Optional<X509CertificateHolder> issuer) {}

  private record Check(String name, Predicate<Received> holds) {}

  /** Either a certificate that is fit, or the names of what does not hold. */
  record Outcome(Optional<OutsideCertificate> fit, List<String> broken) {}

  OutsideCheck(byte[] template, List<X509CertificateHolder> issuers, Instant now) {
    this.asked = CertTemplate.getInstance(template);
    this.issuers = issuers;
    this.now = now;
  }

  private List<Check> checks() {
    return List.of(
        new Check("is_signed_by_a_known_issuer", one -> one.issuer().isPresent()),
        new Check("is_read_alike_by_another_parser", OutsideCheck::isReadAlike),
        new Check("fits_the_card", one -> one.der()[0] == 0x30 && one.der()[1] == (byte) 0x82),
        new Check("is_canonical_der", OutsideCheck::isCanonical),
        new Check("version_is_3", one -> one.certificate().getVersionNumber() == 3),
        new Check(
            "serial_is_positive_and_fits",
            one -> CertificateSerialNumber.of(one.certificate().getSerialNumber()).isPresent()),
        new Check(
            "algorithm_is_sha256_with_rsa",
            one -> one.certificate().getSignatureAlgorithm().equals(Profile.SIGNATURE_ALGORITHM)),
        new Check(
            "key_is_the_ordered_one",
            one -> same(one.certificate().getSubjectPublicKeyInfo(), asked.getPublicKey())),
        new Check(
            "subject_is_the_ordered_one",
            one -> same(one.certificate().getSubject(), asked.getSubject())),
        new Check(
            "names_are_the_ordered_ones",
            one -> sameExtension(one, Extension.subjectAlternativeName)),
        new Check("key_usage_is_the_ordered_one", this::isKeyUsage),
        new Check(
            "purpose_is_the_ordered_one", one -> sameExtension(one, Extension.extendedKeyUsage)),
        new Check("is_no_authority", OutsideCheck::isNoAuthority),
        new Check("validity_has_begun", one -> !notBefore(one).isAfter(now)),
        new Check("ends_no_later_than_ordered", this::endsInTime),
        new Check("has_not_ended", one -> notAfter(one).isAfter(now)));
  }

  Outcome of(byte[] der) {
    Received received;
    try {
      X509CertificateHolder certificate = new X509CertificateHolder(der);
      received = new Received(der, certificate, issuerOf(certificate));
    } catch (IOException | RuntimeException e) {
      return new Outcome(Optional.empty(), List.of("is_readable_der"));
    }
    List<String> broken =
        checks().stream().filter(check -> !holds(check, received)).map(Check::name).toList();
    return broken.isEmpty()
        ? new Outcome(Optional.of(fit(received)), List.of())
        : new Outcome(Optional.empty(), broken);
  }

  private static boolean holds(Check check, Received received) {
    try {
      return check.holds().test(received);
    } catch (RuntimeException e) {
      return false;
    }
  }

  private Optional<X509CertificateHolder> issuerOf(X509CertificateHolder certificate) {
    return issuers.stream()
        .filter(issuer -> issuer.getSubject().equals(certificate.getIssuer()))
        .filter(issuer -> isSignedBy(issuer, certificate))
        .findFirst();
  }

  private static boolean isSignedBy(X509CertificateHolder issuer, X509CertificateHolder signed) {
    try {
      X509Certificate certificate = parsed(signed.getEncoded());
      certificate.verify(new JcaX509CertificateConverter().getCertificate(issuer).getPublicKey());
      return true;
    } catch (GeneralSecurityException | IOException e) {
      return false;
    }
  }

  /** The JDK's parser shares nothing with the one that reads here otherwise. */
  private static X509Certificate parsed(byte[] der) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static boolean isReadAlike(Received one) {
    try {
      X509Certificate other = parsed(one.der());
      return other.getSerialNumber().equals(one.certificate().getSerialNumber())
          && Arrays.equals(other.getEncoded(), one.der())
          && Arrays.equals(
              other.getPublicKey().getEncoded(),
              FieldLints.der(one.certificate().getSubjectPublicKeyInfo()));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean isCanonical(Received one) {
    return Arrays.equals(
        CertificateTemplate.certificate(toBeSigned(one), one.certificate().getSignature()),
        one.der());
  }

  private static byte[] toBeSigned(Received one) {
    return FieldLints.der(one.certificate().toASN1Structure().getTBSCertificate());
  }

  private static boolean same(ASN1Encodable one, ASN1Encodable other) {
    return Arrays.equals(FieldLints.der(one), FieldLints.der(other));
  }

  private boolean sameExtension(Received one, ASN1ObjectIdentifier oid) {
    Extension given = one.certificate().getExtension(oid);
    Extension wanted = asked.getExtensions().getExtension(oid);
    return wanted == null
        ? given == null
        : given != null && given.getExtnValue().equals(wanted.getExtnValue());
  }

  private boolean isKeyUsage(Received one) {
    return one.certificate().getExtension(Extension.keyUsage).isCritical()
        && KeyUsage.fromExtensions(one.certificate().getExtensions())
            .equals(KeyUsage.fromExtensions(asked.getExtensions()));
  }

  private static boolean isNoAuthority(Received one) {
    BasicConstraints constraints =
        BasicConstraints.fromExtensions(one.certificate().getExtensions());
    return constraints == null || !constraints.isCA();
  }

  /** R-VALIDITY-AUTH, R-VALIDITY-SIGN: earlier is the other authority's business, later is not. */
  private boolean endsInTime(Received one) {
    Instant latest = asked.getValidity().getNotAfter().getDate().toInstant();
    return !notAfter(one).isAfter(latest);
  }

  private static Instant notBefore(Received one) {
    return one.certificate().getNotBefore().toInstant();
  }

  private static Instant notAfter(Received one) {
    return one.certificate().getNotAfter().toInstant();
  }

  private static OutsideCertificate fit(Received one) {
    X509CertificateHolder issuer = one.issuer().orElseThrow();
    return new OutsideCertificate(
        new CertificateSerialNumber(one.certificate().getSerialNumber()),
        KeyIdentifier.hexOf(issuer.getSubjectPublicKeyInfo()),
        KeystoreAgreement.encoded(issuer),
        toBeSigned(one),
        one.certificate().getSignature(),
        notBefore(one),
        notAfter(one));
  }
}
