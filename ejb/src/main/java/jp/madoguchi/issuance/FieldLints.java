package jp.madoguchi.issuance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.ASN1UTF8String;

/** The lints of the basic fields: version, serial, names, validity, key. */
final class FieldLints {

  private static final String COUNTRY = "2.5.4.6";
  private static final String LOCALITY = "2.5.4.7";
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String SHA256_WITH_RSA = "1.2.840.113549.1.1.11";
  private static final String RSA = "1.2.840.113549.1.1.1";
  private static final Duration SIX_YEARS = Duration.ofDays(6 * 365 + 3);

  /** Time of issue, random part, municipality, sequence. */
  private static final Pattern ID_FORM = Pattern.compile("[0-9]{17}[0-9A-Z]{8}[0-9]{6}[0-9]{4}");

  private static final int ID_MUNICIPALITY = 25;
  private static final Pattern UTC_FORM = Pattern.compile("[0-9]{12}Z");
  private static final Pattern GENERAL_FORM = Pattern.compile("[0-9]{14}Z");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");

  static final List<Lint> ALL =
      List.of(
          new Lint("certificate_is_canonical_der", "X.690 10", FieldLints::isCanonical),
          new Lint("fields_are_those_of_version_3", "RFC 5280 4.1", FieldLints::hasVersion3Fields),
          new Lint(
              "serial_is_positive_and_long",
              "RFC 5280 4.1.2.2; 64 bits or more",
              (draft, expected) -> isLong(draft.serial().getValue())),
          new Lint(
              "serial_is_the_planned_one",
              "the plan is what is signed",
              (draft, expected) -> draft.serial().getValue().equals(expected.serial().value())),
          new Lint(
              "algorithm_is_sha256_with_rsa",
              "RFC 4055 5",
              (draft, expected) -> isAlgorithm(draft.algorithm(), SHA256_WITH_RSA)),
          new Lint(
              "issuer_is_the_authority",
              "RFC 5280 4.1.2.4",
              (draft, expected) ->
                  Arrays.equals(der(draft.issuer()), der(expected.authority().getSubject()))),
          new Lint(
              "organization_is_not_the_national_service",
              "certificates are never mistaken for real ones",
              (draft, expected) ->
                  attributes((ASN1Sequence) draft.issuer().toASN1Primitive()).stream()
                      .noneMatch(each -> each.endsWith("=JPKI"))),
          new Lint(
              "times_are_utc_to_2049",
              "RFC 5280 4.1.2.5",
              (draft, expected) -> isInForm(draft.validity(0)) && isInForm(draft.validity(1))),
          new Lint(
              "validity_begins_at_the_plan",
              "R-VALIDITY-AUTH: from issue",
              (draft, expected) -> time(draft, 0).equals(expected.notBefore())),
          new Lint(
              "validity_ends_with_the_last_day_in_japan",
              "R-BIRTHDAY",
              (draft, expected) ->
                  text(draft.validity(1)).endsWith("145959Z")
                      && time(draft, 1)
                          .atOffset(ZoneOffset.ofHours(9))
                          .toLocalDate()
                          .equals(lastDay(expected))),
          new Lint(
              "validity_is_at_most_six_birthdays",
              "R-RENEWAL",
              (draft, expected) -> length(draft).compareTo(SIX_YEARS) <= 0),
          new Lint(
              "validity_is_not_negative",
              "RFC 5280 4.1.2.5",
              (draft, expected) -> !length(draft).isNegative()),
          new Lint(
              "validity_is_within_the_authority",
              "X.509 8.5.2; shell model",
              (draft, expected) ->
                  !time(draft, 1).isAfter(expected.authority().getNotAfter().toInstant())
                      && !time(draft, 0).isBefore(expected.authority().getNotBefore().toInstant())),
          new Lint(
              "subject_has_the_form_of_its_type", "certificates: subject", FieldLints::isSubject),
          new Lint(
              "subject_country_is_printable_jp",
              "RFC 5280 appendix A.1",
              (draft, expected) ->
                  value(draft.subject(), 0) instanceof ASN1PrintableString country
                      && country.getString().equals("JP")),
          new Lint(
              "subject_id_holds_no_personal_data",
              "certificates: CN id",
              (draft, expected) ->
                  value(draft.subject(), draft.subject().size() - 1) instanceof ASN1UTF8String id
                      && ID_FORM.matcher(id.getString()).matches()
                      && id.getString()
                          .startsWith(expected.profile().municipalityCode(), ID_MUNICIPALITY)),
          new Lint("key_is_rsa_2048", "RFC 3279 2.3.1", FieldLints::isRsa2048),
          new Lint("key_is_the_ordered_one", "the proven key is certified", FieldLints::isOrdered));

  private FieldLints() {}

  private static boolean isCanonical(Draft draft, LintExpectation expected) {
    return Arrays.equals(der(draft.whole()), draft.bytes());
  }

  /** Version, then six untagged fields, then [3]: neither unique identifier is there. */
  private static boolean hasVersion3Fields(Draft draft, LintExpectation expected) {
    List<ASN1Encodable> fields = draft.fields();
    return fields.size() == 8
        && fields.get(0) instanceof ASN1TaggedObject version
        && version.hasContextTag(0)
        && ((ASN1Integer) version.getExplicitBaseObject()).hasValue(2)
        && fields.get(7) instanceof ASN1TaggedObject extensions
        && extensions.hasContextTag(3);
  }

  private static boolean isLong(BigInteger serial) {
    return serial.signum() > 0 && serial.bitLength() >= 64 && serial.bitLength() < 160;
  }

  private static boolean isAlgorithm(ASN1Sequence algorithm, String oid) {
    return algorithm.size() == 2
        && ((ASN1ObjectIdentifier) algorithm.getObjectAt(0)).getId().equals(oid)
        && algorithm.getObjectAt(1) instanceof ASN1Null;
  }

  private static boolean isInForm(ASN1Encodable time) {
    if (time instanceof ASN1UTCTime) {
      return UTC_FORM.matcher(utcText((ASN1UTCTime) time)).matches();
    }
    return time instanceof ASN1GeneralizedTime
        && GENERAL_FORM.matcher(text(time)).matches()
        && text(time).compareTo("2050") >= 0;
  }

  private static String utcText(ASN1UTCTime time) {
    byte[] encoded = der(time);
    return new String(encoded, 2, encoded.length - 2, StandardCharsets.US_ASCII);
  }

  /** With a year of four digits; two digits below 50 are in this century. */
  private static String text(ASN1Encodable time) {
    if (time instanceof ASN1UTCTime utc) {
      String digits = utcText(utc);
      return (digits.compareTo("50") < 0 ? "20" : "19") + digits;
    }
    return ((ASN1GeneralizedTime) time).getTimeString();
  }

  private static Instant time(Draft draft, int which) {
    return draft.once(draft.validity(which), FieldLints::time);
  }

  private static Instant time(ASN1Encodable time) {
    return LocalDateTime.parse(text(time), SECONDS).toInstant(ZoneOffset.UTC);
  }

  private static LocalDate lastDay(LintExpectation expected) {
    return expected.order().lastDay();
  }

  private static Duration length(Draft draft) {
    return Duration.between(time(draft, 0), time(draft, 1));
  }

  private static boolean isSubject(Draft draft, LintExpectation expected) {
    List<String> attributes = attributes(draft.subject());
    ProfileConfig profile = expected.profile();
    List<String> first =
        expected.forSignature()
            ? List.of(
                COUNTRY + "=JP",
                LOCALITY + "=" + profile.prefecture(),
                LOCALITY + "=" + profile.city())
            : List.of(COUNTRY + "=JP");
    return attributes.size() == first.size() + 1
        && attributes.subList(0, first.size()).equals(first)
        && attributes.get(first.size()).startsWith(COMMON_NAME + "=");
  }

  /** Each relative name as {@code oid=value}; one of several values has no such form. */
  private static List<String> attributes(ASN1Sequence name) {
    return IntStream.range(0, name.size())
        .mapToObj(i -> ((ASN1Sequence) single(name, i)).getObjectAt(0) + "=" + value(name, i))
        .toList();
  }

  private static ASN1Encodable value(ASN1Sequence name, int index) {
    return ((ASN1Sequence) single(name, index)).getObjectAt(1);
  }

  private static ASN1Encodable single(ASN1Sequence name, int index) {
    ASN1Set set = (ASN1Set) name.getObjectAt(index);
    if (set.size() != 1) {
      throw new IllegalArgumentException("a relative name of several values");
    }
    return set.getObjectAt(0);
  }

  private static ASN1Sequence rsaKey(Draft draft) {
    return draft.once(
        (ASN1BitString) draft.key().getObjectAt(1),
        bits -> ASN1Sequence.getInstance(bits.getOctets()));
  }

  private static boolean isRsa2048(Draft draft, LintExpectation expected) {
    ASN1Sequence key = rsaKey(draft);
    return isAlgorithm((ASN1Sequence) draft.key().getObjectAt(0), RSA)
        && key.size() == 2
        && ((ASN1Integer) key.getObjectAt(0)).getValue().bitLength() == 2048
        && ((ASN1Integer) key.getObjectAt(1)).hasValue(65537);
  }

  private static boolean isOrdered(Draft draft, LintExpectation expected) {
    ASN1Sequence key = rsaKey(draft);
    return ((ASN1Integer) key.getObjectAt(0)).getValue().equals(expected.order().key().getModulus())
        && ((ASN1Integer) key.getObjectAt(1))
            .getValue()
            .equals(expected.order().key().getPublicExponent());
  }

  static byte[] der(ASN1Encodable value) {
    try {
      return value.toASN1Primitive().getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
