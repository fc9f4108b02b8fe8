package jp.madoguchi.issuance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import jp.madoguchi.calendar.OfficeClock;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Writes to-be-signed certificates of one key generation; its fixed parts are made once. */
final class CertificateTemplate {

  private static final DERTaggedObject VERSION_3 = new DERTaggedObject(true, 0, new ASN1Integer(2));
  private static final AlgorithmIdentifier RSA =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);

  private static final DateTimeFormatter TWO_DIGITS =
      DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'");
  private static final DateTimeFormatter FOUR_DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");
  private static final byte[] ALGORITHM = der(Profile.SIGNATURE_ALGORITHM);
  private static final int LONGEST_HEAD = 6;

  private final Authority authority;
  private final Profile profile;
  private final List<Extension> leading;

  /** One for each partition, or for the full list alone. */
  private final List<ListScope> lists;

  private final List<List<Extension>> trailing;

  CertificateTemplate(Profile profile, Authority authority) {
    this.authority = authority;
    this.profile = profile;
    leading = FixedExtensions.leading(profile, authority.type());
    lists = lists(profile, authority.type());
    trailing =
        lists.stream().map(list -> FixedExtensions.trailing(profile, authority, list)).toList();
  }

  private static List<ListScope> lists(Profile profile, CertificateType type) {
    return profile.listPartitions() == 0
        ? List.of(ListScope.full(type))
        : IntStream.range(0, profile.listPartitions())
            .mapToObj(number -> ListScope.partition(type, number))
            .toList();
  }

  Authority authority() {
    return authority;
  }

  /** Everything that is to be signed, for a key that is already checked. */
  PlannedCertificate plan(CertificateOrder order, ZonedDateTime now) {
    CertificateSerialNumber serial = CertificateSerialNumber.random();
    SubjectPublicKeyInfo key = info(order);
    Instant notBefore = now.toInstant().truncatedTo(ChronoUnit.SECONDS);
    Instant notAfter = endOf(order.lastDay());
    int list = serial.value().mod(BigInteger.valueOf(lists.size())).intValue();
    byte[] toBeSigned = encode(order, serial, key, now, validity(notBefore, notAfter), list);
    return new PlannedCertificate(
        serial,
        order,
        authority.keyId(),
        hashOf(key),
        toBeSigned,
        notBefore,
        notAfter,
        lists.get(list));
  }

  /** SHA-256 of the order's SubjectPublicKeyInfo. */
  static byte[] keyHash(CertificateOrder order) {
    return hashOf(info(order));
  }

  /** R-BIRTHDAY: a certificate ends with the last second of its last day in Japan. */
  static Instant endOf(LocalDate lastDay) {
    return lastDay.atTime(LocalTime.of(23, 59, 59)).atZone(OfficeClock.ZONE).toInstant();
  }

  private byte[] encode(
      CertificateOrder order,
      CertificateSerialNumber serial,
      SubjectPublicKeyInfo key,
      ZonedDateTime now,
      DERSequence validity,
      int list) {
    ASN1EncodableVector certificate = new ASN1EncodableVector(8);
    certificate.add(VERSION_3);
    certificate.add(new ASN1Integer(serial.value()));
    certificate.add(Profile.SIGNATURE_ALGORITHM);
    certificate.add(authority.certificate().getSubject());
    certificate.add(validity);
    certificate.add(
        profile.subjectName(
            authority.type(), SubjectId.next(now, profile.config().municipalityCode())));
    certificate.add(key);
    certificate.add(new DERTaggedObject(true, 3, extensions(order, key, list)));
    return der(new DERSequence(certificate));
  }

  private static DERSequence validity(Instant notBefore, Instant notAfter) {
    ASN1EncodableVector times = new ASN1EncodableVector(2);
    times.add(time(notBefore));
    times.add(time(notAfter));
    return new DERSequence(times);
  }

  /** UTCTime to 2049 and GeneralizedTime from 2050 (RFC 5280 4.1.2.5). */
  private static ASN1Primitive time(Instant instant) {
    OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
    return utc.getYear() < 2050
        ? new DERUTCTime(utc.format(TWO_DIGITS))
        : new DERGeneralizedTime(utc.format(FOUR_DIGITS));
  }

  private DERSequence extensions(CertificateOrder order, SubjectPublicKeyInfo key, int list) {
    ASN1EncodableVector extensions = new ASN1EncodableVector(9);
    leading.forEach(extensions::add);
    if (order.type() == CertificateType.SIGNATURE) {
      extensions.add(
          FixedExtensions.extension(
              Extension.subjectAlternativeName, false, HolderNames.of(order.subject())));
    }
    trailing.get(list).forEach(extensions::add);
    extensions.add(
        FixedExtensions.extension(
            Extension.subjectKeyIdentifier,
            false,
            new SubjectKeyIdentifier(KeyIdentifier.of(key))));
    return new DERSequence(extensions);
  }

  static SubjectPublicKeyInfo info(CertificateOrder order) {
    try {
      RSAPublicKey key =
          new RSAPublicKey(order.key().getModulus(), order.key().getPublicExponent());
      return new SubjectPublicKeyInfo(RSA, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] hashOf(SubjectPublicKeyInfo key) {
    return KeyIdentifier.hash("SHA-256", der(key));
  }

  /**
   * The certificate that a plan and its signature make. The signed bytes are taken as they are:
   * they were read once when they were planned, and are read again by another parser.
   */
  static byte[] certificate(byte[] toBeSigned, byte[] signature) {
    byte[] bits = der(new DERBitString(signature));
    int length = toBeSigned.length + ALGORITHM.length + bits.length;
    ByteArrayOutputStream certificate = new ByteArrayOutputStream(length + LONGEST_HEAD);
    certificate.write(BERTags.SEQUENCE | BERTags.CONSTRUCTED);
    writeLength(length, certificate);
    certificate.writeBytes(toBeSigned);
    certificate.writeBytes(ALGORITHM);
    certificate.writeBytes(bits);
    return certificate.toByteArray();
  }

  /** X.690 10.1: in as few octets as it takes. */
  private static void writeLength(int length, ByteArrayOutputStream out) {
    if (length < 0x80) {
      out.write(length);
      return;
    }
    byte[] octets = BigInteger.valueOf(length).toByteArray();
    int leading = octets[0] == 0 ? 1 : 0;
    out.write(0x80 | octets.length - leading);
    out.write(octets, leading, octets.length - leading);
  }

  private static byte[] der(ASN1Object value) {
    try {
      return value.getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
