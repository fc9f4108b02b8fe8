package jp.madoguchi.issuance;

import static jp.madoguchi.issuance.CertificateType.SIGNATURE;
import static jp.madoguchi.issuance.CertificateType.USER_AUTHENTICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.madoguchi.calendar.OfficeClock;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileLinterTest {

  private static final ZonedDateTime NOW =
      LocalDate.of(2026, 11, 24).atTime(10, 0).atZone(OfficeClock.ZONE);
  private static final Map<CertificateType, Fixture> FIXTURES = new ConcurrentHashMap<>();

  /** A plan that breaks nothing, and what it is held against. */
  private record Fixture(byte[] toBeSigned, LintExpectation expectation) {}

  private static Fixture fixture(CertificateType type) {
    return FIXTURES.computeIfAbsent(
        type,
        each -> {
          Profile profile = Profile.of(ProfileConfig.from(new ChosenSettings()));
          SigningProvider signing = new SigningProvider(new ChosenSettings());
          Authority authority =
              new AuthorityCeremony(profile, signing, 12)
                  .hold(type, NOW.minusDays(1), signing.newKeys());
          PlannedCertificate plan =
              new CertificateTemplate(profile, authority)
                  .plan(Orders.order(type, Orders.aResident()), NOW);
          return new Fixture(plan.toBeSigned(), new LintExpectation(plan, profile, authority));
        });
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateOfTheProfileBreaksNothing(CertificateType type) {
    Fixture fixture = fixture(type);
    assertThat(ProfileLinter.broken(fixture.toBeSigned(), fixture.expectation())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutations")
  void eachLintFindsWhatItIsFor(String lint, CertificateType type, UnaryOperator<byte[]> change) {
    Fixture fixture = fixture(type);
    byte[] tampered = change.apply(fixture.toBeSigned());
    assertThat(ProfileLinter.broken(tampered, fixture.expectation())).contains(lint);
  }

  @Test
  void everyLintHasItsMutation() {
    assertThat(mutations().map(row -> (String) row.get()[0]))
        .containsAll(ProfileLinter.LINTS.stream().map(Lint::name).toList());
  }

  @Test
  void everyLintNamesItsSourceAndHasANameOfItsOwn() {
    assertThat(ProfileLinter.LINTS).extracting(Lint::name).doesNotHaveDuplicates();
    assertThat(ProfileLinter.LINTS).noneMatch(lint -> lint.source().isBlank());
  }

  static Stream<Arguments> mutations() {
    return Stream.of(fieldMutations(), extensionMutations(), holderMutations())
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> fieldMutations() {
    return Stream.of(
        // half of the bytes
        row("certificate_is_readable_der", bytes -> Arrays.copyOf(bytes, 200)),
        // indefinite length
        row("certificate_is_canonical_der", Tampered::inBer),
        // version 2
        row(
            "fields_are_those_of_version_3",
            Tampered.field(0, new DERTaggedObject(true, 0, new ASN1Integer(1)))),
        // a serial that can be guessed
        row("serial_is_positive_and_long", Tampered.field(1, new ASN1Integer(12345))),
        // another serial than the stored one
        row(
            "serial_is_the_planned_one",
            Tampered.field(1, new ASN1Integer(BigInteger.ONE.shiftLeft(100)))),
        // sha1WithRSAEncryption
        row("algorithm_is_sha256_with_rsa", Tampered.field(2, algorithm("1.2.840.113549.1.1.5"))),
        row("issuer_is_the_authority", Tampered.field(3, new X500Name("C=JP,O=ANOTHER"))),
        row(
            "organization_is_not_the_national_service",
            Tampered.field(3, new X500Name("C=JP,O=JPKI,OU=JPKI for digital signature"))),
        // GeneralizedTime before 2050
        row("times_are_utc_to_2049", Tampered.time(1, new DERGeneralizedTime("20310217145959Z"))),
        // an hour before the plan
        row("validity_begins_at_the_plan", Tampered.time(0, new DERUTCTime("261124000000Z"))),
        // a second into the next day
        row(
            "validity_ends_with_the_last_day_in_japan",
            Tampered.time(1, new DERUTCTime("310217150000Z"))),
        // the day after the sixth birthday
        row("validity_is_at_most_six_birthdays", Tampered.time(1, new DERUTCTime("330218145959Z"))),
        row("validity_is_not_negative", Tampered.time(1, new DERUTCTime("200217145959Z"))),
        // longer than the authority's own
        row("validity_is_within_the_authority", Tampered.time(1, new DERUTCTime("490217145959Z"))),
        // the subject of the other type
        row("subject_has_the_form_of_its_type", Tampered.field(5, new X500Name("C=JP,CN=1"))),
        row(
            "subject_country_is_printable_jp",
            Tampered.field(5, subject(new DERUTF8String("JP"), "1"))),
        // a name where the id belongs
        row(
            "subject_id_holds_no_personal_data",
            Tampered.field(5, subject(new DERPrintableString("JP"), "試験花子"))),
        // exponent 3
        row("key_is_rsa_2048", Tampered.field(6, key(Orders.aKey().getModulus(), 3))),
        row("key_is_the_ordered_one", Tampered.field(6, key(Orders.aKey().getModulus(), 65537))));
  }

  private static Stream<Arguments> extensionMutations() {
    return Stream.of(
        // one too many
        row(
            "extensions_are_those_of_the_type",
            Tampered.added("2.5.29.19", new BasicConstraints(false))),
        row(
            "critical_are_key_usage_and_policies",
            Tampered.extension("2.5.29.15", false, new KeyUsage(0xC0))),
        // no nonRepudiation
        row(
            "key_usage_is_that_of_the_type",
            Tampered.extension("2.5.29.15", true, new KeyUsage(KeyUsage.digitalSignature))),
        row(
            "purpose_is_client_authentication_or_none",
            USER_AUTHENTICATION,
            Tampered.extension(
                "2.5.29.37", false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))),
        // the national service's policy
        row("policy_is_the_one_of_the_type", nationalPolicy("1.2.392.200149.8.5.1.1.20")),
        row(
            "policy_is_the_one_of_the_type",
            USER_AUTHENTICATION,
            nationalPolicy("1.2.392.200149.8.5.1.3.30")),
        row(
            "issuer_alternative_name_is_the_authoritys",
            Tampered.extension("2.5.29.18", false, names(directory("C=JP,O=ANOTHER")))),
        // an address alone
        row(
            "distribution_point_has_name_and_address",
            Tampered.extension("2.5.29.31", false, point(address("http://127.0.0.1:8080/crl")))),
        // the status service of the other authority
        row(
            "access_names_status_and_issuer",
            Tampered.extension("1.3.6.1.5.5.7.1.1", false, access("/ocsp/auth", "/ca/sign.cer"))),
        row(
            "authority_key_is_the_issuers",
            Tampered.extension("2.5.29.35", false, new AuthorityKeyIdentifier(new byte[20]))),
        row(
            "subject_key_is_the_hash_of_the_key",
            Tampered.extension("2.5.29.14", false, new DEROctetString(new byte[20]))));
  }

  private static Stream<Arguments> holderMutations() {
    return Stream.of(
        row(
            "authentication_certificate_names_nobody",
            USER_AUTHENTICATION,
            Tampered.added("2.5.29.17", names(new GeneralName(GeneralName.dNSName, "a")))),
        // 4 before 1
        row("other_names_are_six_in_order", Tampered.otherNamesSwapped(0, 1)),
        row("name_is_the_holders", Tampered.otherName(0, "試験\u3000太郎")),
        row("birth_date_is_the_holders", Tampered.otherName(1, "319800218")),
        // the right date in the wrong era
        row("birth_date_is_the_holders", Tampered.otherName(1, "419800217")),
        row("sex_is_the_holders", Tampered.otherName(2, "1")),
        row("address_is_the_holders", Tampered.otherName(3, "神奈川県厚木市見本町三丁目17番18号")),
        row("address_has_at_most_200_characters", Tampered.otherName(3, "あ".repeat(201))),
        row("address_has_no_postal_code", Tampered.otherName(3, "〒243-8511神奈川県厚木市")),
        row("address_has_no_postal_code", Tampered.otherName(3, "２４３－８５１１神奈川県厚木市")),
        row("characters_are_in_jis_x_0208_or_0212", Tampered.otherName(0, "𠮷験\u3000花子")),
        // one digit short
        row("name_positions_are_one_for_each_character", Tampered.otherName(4, "0000")),
        row("name_positions_are_one_for_each_character", Tampered.otherName(4, "00002")),
        row("address_positions_are_one_for_each_character", Tampered.otherName(5, "0")));
  }

  private static Arguments row(String lint, UnaryOperator<byte[]> change) {
    return row(lint, SIGNATURE, change);
  }

  private static Arguments row(String lint, CertificateType type, UnaryOperator<byte[]> change) {
    return arguments(lint, type, change);
  }

  private static AlgorithmIdentifier algorithm(String oid) {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid), DERNull.INSTANCE);
  }

  private static X500Name subject(ASN1Encodable country, String id) {
    return new X500NameBuilder()
        .addRDN(BCStyle.C, country)
        .addRDN(BCStyle.L, new DERUTF8String("Kanagawa"))
        .addRDN(BCStyle.L, new DERUTF8String("Atsugi-shi"))
        .addRDN(BCStyle.CN, new DERUTF8String(id))
        .build();
  }

  private static SubjectPublicKeyInfo key(BigInteger modulus, int exponent) {
    try {
      return new SubjectPublicKeyInfo(
          algorithm("1.2.840.113549.1.1.1"),
          new RSAPublicKey(modulus, BigInteger.valueOf(exponent)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnaryOperator<byte[]> nationalPolicy(String oid) {
    return Tampered.extension(
        "2.5.29.32",
        true,
        new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(oid))));
  }

  private static GeneralNames names(GeneralName... names) {
    return new GeneralNames(names);
  }

  private static GeneralName directory(String name) {
    return new GeneralName(new X500Name(name));
  }

  private static GeneralName address(String address) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, address);
  }

  private static CRLDistPoint point(GeneralName... names) {
    return new CRLDistPoint(
        new DistributionPoint[] {
          new DistributionPoint(new DistributionPointName(names(names)), null, null)
        });
  }

  private static AuthorityInformationAccess access(String status, String issuer) {
    String base = "http://127.0.0.1:8080";
    return new AuthorityInformationAccess(
        List.of(
                new AccessDescription(AccessDescription.id_ad_ocsp, address(base + status)),
                new AccessDescription(AccessDescription.id_ad_caIssuers, address(base + issuer)))
            .toArray(AccessDescription[]::new));
  }
}
