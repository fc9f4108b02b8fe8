package jp.madoguchi.issuance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import jp.madoguchi.calendar.OfficeClock;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Makes a key generation of an authority: its keys, its certificate, and its OCSP responder's. */
final class AuthorityCeremony {

  private final Profile profile;
  private final SigningProvider signing;

  /** Longer than a certificate's six years and the years for which one key is used. */
  private final int years;

  AuthorityCeremony(Profile profile, SigningProvider signing, int years) {
    this.profile = profile;
    this.signing = signing;
    this.years = years;
  }

  /** A key for the file of the authority. */
  KeyPair newKeys() {
    return signing.newKeys();
  }

  /** With a key that its home has made. */
  Authority hold(CertificateType type, ZonedDateTime from, KeyPair authorityKeys) {
    KeyPair responderKeys = signing.newKeys();
    SubjectPublicKeyInfo key = info(authorityKeys);
    String keyId = KeyIdentifier.hexOf(key);
    X509CertificateHolder certificate =
        sign(authorityCertificate(type, key, keyId, from), authorityKeys);
    X509CertificateHolder responder =
        responder(
            type,
            info(responderKeys),
            certificate,
            certificate.getNotBefore().toInstant(),
            certificate.getNotAfter().toInstant(),
            authorityKeys.getPrivate());
    return new Authority(
        type,
        keyId,
        certificate,
        authorityKeys.getPrivate(),
        responder,
        responderKeys.getPrivate());
  }

  /** The same generation with a new key and certificate of its responder. */
  Authority withNewResponder(Authority authority, Instant from, Instant to) {
    KeyPair keys = signing.newKeys();
    X509CertificateHolder certificate =
        responder(authority.type(), info(keys), authority.certificate(), from, to, authority.key());
    return new Authority(
        authority.type(),
        authority.keyId(),
        authority.certificate(),
        authority.key(),
        certificate,
        keys.getPrivate());
  }

  private X509CertificateHolder responder(
      CertificateType type,
      SubjectPublicKeyInfo key,
      X509CertificateHolder authority,
      Instant from,
      Instant to,
      PrivateKey authorityKey) {
    return responderCertificate(type, key, authority, from, to)
        .build(signing.with(signing.own(authorityKey)));
  }

  /**
   * A link certificate (RFC 4210 4.4): one generation's key, signed by another one under the same
   * name, so that whoever trusts the one finds the way to the other.
   */
  X509CertificateHolder link(Authority subject, Authority signer, Instant from, Instant to) {
    X509CertificateHolder own = subject.certificate();
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            own.getSubject(),
            serial(),
            Date.from(from),
            Date.from(to),
            own.getSubject(),
            own.getSubjectPublicKeyInfo());
    for (ASN1ObjectIdentifier copied :
        List.of(
            Extension.keyUsage,
            Extension.subjectAlternativeName,
            Extension.basicConstraints,
            Extension.subjectKeyIdentifier)) {
      Extension extension = own.getExtension(copied);
      add(builder, copied, extension.isCritical(), extension.getParsedValue());
    }
    add(
        builder,
        Extension.cRLDistributionPoints,
        false,
        FixedExtensions.distributionPoints(
            profile, ListScope.full(subject.type()), signer.keyId()));
    add(
        builder,
        Extension.authorityKeyIdentifier,
        false,
        new AuthorityKeyIdentifier(
            KeyIdentifier.of(signer.certificate().getSubjectPublicKeyInfo())));
    return builder.build(signing.with(signing.own(signer.key())));
  }

  private X509v3CertificateBuilder authorityCertificate(
      CertificateType type, SubjectPublicKeyInfo key, String keyId, ZonedDateTime validFrom) {
    X500Name name = profile.authorityName(type);
    Instant from = validFrom.toInstant().truncatedTo(ChronoUnit.SECONDS);
    Instant to =
        validFrom
            .plusYears(years)
            .toLocalDate()
            .atTime(LocalTime.of(23, 59, 59))
            .atZone(OfficeClock.ZONE)
            .toInstant();
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(name, serial(), Date.from(from), Date.from(to), name, key);
    add(builder, Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    add(
        builder,
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(profile.japaneseName(type))));
    add(builder, Extension.basicConstraints, true, new BasicConstraints(true));
    add(
        builder,
        Extension.cRLDistributionPoints,
        false,
        FixedExtensions.distributionPoints(profile, ListScope.full(type), keyId));
    add(
        builder,
        Extension.subjectKeyIdentifier,
        false,
        new SubjectKeyIdentifier(KeyIdentifier.of(key)));
    return builder;
  }

  private X509v3CertificateBuilder responderCertificate(
      CertificateType type,
      SubjectPublicKeyInfo key,
      X509CertificateHolder authority,
      Instant from,
      Instant to) {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            authority.getSubject(),
            serial(),
            Date.from(from),
            Date.from(to),
            profile.responderName(type),
            key);
    add(builder, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    add(
        builder,
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
    add(builder, OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
    add(
        builder,
        Extension.authorityKeyIdentifier,
        false,
        new AuthorityKeyIdentifier(KeyIdentifier.of(authority.getSubjectPublicKeyInfo())));
    add(
        builder,
        Extension.subjectKeyIdentifier,
        false,
        new SubjectKeyIdentifier(KeyIdentifier.of(key)));
    return builder;
  }

  private X509CertificateHolder sign(X509v3CertificateBuilder builder, KeyPair authorityKeys) {
    return builder.build(signing.with(signing.own(authorityKeys.getPrivate())));
  }

  private static BigInteger serial() {
    return CertificateSerialNumber.random().value();
  }

  private static SubjectPublicKeyInfo info(KeyPair keys) {
    return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
  }

  private static void add(
      X509v3CertificateBuilder builder,
      ASN1ObjectIdentifier oid,
      boolean critical,
      ASN1Encodable value) {
    try {
      builder.addExtension(oid, critical, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
