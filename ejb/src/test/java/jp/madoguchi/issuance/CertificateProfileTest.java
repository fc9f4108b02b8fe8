package jp.madoguchi.issuance;

import static jp.madoguchi.issuance.CertificateType.SIGNATURE;
import static jp.madoguchi.issuance.CertificateType.USER_AUTHENTICATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.madoguchi.resident.Sex;
import jp.madoguchi.testing.MovableClock;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What other software reads in our certificates: BouncyCastle, the JDK, openssl and GnuTLS. */
class CertificateProfileTest {

  private static final Map<CertificateType, IssuedCertificate> ISSUED = new ConcurrentHashMap<>();

  @TempDir private Path directory;

  private static IssuedCertificate issued(CertificateType type) {
    return ISSUED.computeIfAbsent(type, each -> issued(Orders.order(each, Orders.aResident())));
  }

  private static IssuedCertificate issued(CertificateOrder order) {
    return TestAuthority.shared().at(desk -> desk.authority.issue(desk.authority.plan(order)));
  }

  @Test
  void aSignatureSubjectHasTheCityAndAnId() {
    assertThat(openssl(SIGNATURE, "-subject", "-nameopt", "RFC2253"))
        .matches(
            "(?s)subject=CN=2026112410[0-9]{7}[0-9A-Z]{8}142123[0-9]{4},"
                + "L=Atsugi-shi,L=Kanagawa,C=JP\\s*");
  }

  @Test
  void anAuthenticationSubjectHasAnIdOnly() {
    assertThat(openssl(USER_AUTHENTICATION, "-subject", "-nameopt", "RFC2253"))
        .matches("(?s)subject=CN=[0-9A-Z]{35},C=JP\\s*");
  }

  @Test
  void theIssuerIsTheAuthorityOfTheType() {
    assertThat(openssl(USER_AUTHENTICATION, "-issuer", "-nameopt", "RFC2253").strip())
        .isEqualTo(
            "issuer=OU=Madoguchi Test Certification Body,"
                + "OU=MADOGUCHI-TEST for user authentication,O=MADOGUCHI-TEST,C=JP");
  }

  @Test
  void opensslReadsTheExtensionsForSignature() {
    String text = openssl(SIGNATURE, "-text");
    assertThat(text)
        .contains("Version: 3 (0x2)", "sha256WithRSAEncryption", "Public-Key: (2048 bit)")
        .containsPattern("Key Usage: critical\\s+Digital Signature, Non Repudiation\\s")
        .containsPattern("Certificate Policies: critical\\s+Policy: 2\\.25\\.\\d+\\.1\\s+CPS: http")
        .containsPattern("CRL Distribution Points:[^/]*DirName:.*CRL Distribution Points")
        .containsPattern("URI:http://127.0.0.1:8080/crl/sign.crl\\?keyId=[0-9a-f]{40}")
        .contains("OCSP - URI:http://127.0.0.1:8080/ocsp/sign\n")
        .containsPattern("CA Issuers - URI:http://127.0.0.1:8080/ca/sign.cer\\?keyId=[0-9a-f]{40}")
        .contains("X509v3 Issuer Alternative Name", "X509v3 Authority Key Identifier")
        .doesNotContain("Extended Key Usage", "Basic Constraints");
  }

  @Test
  void opensslReadsTheExtensionsForAuthentication() {
    assertThat(openssl(USER_AUTHENTICATION, "-text"))
        .containsPattern("Key Usage: critical\\s+Digital Signature\\s")
        .containsPattern("Extended Key Usage:\\s+TLS Web Client Authentication\\s")
        .containsPattern("Certificate Policies: critical\\s+Policy: 2\\.25\\.\\d+\\.2\\s")
        .doesNotContain("Subject Alternative Name", "CPS:");
  }

  /** Its printer knows no OID arc above 64 bits, which every arc under 2.25 is; it goes on. */
  @ParameterizedTest
  @EnumSource
  void gnuTlsReadsIt(CertificateType type) {
    Command certtool =
        Command.run(directory, "certtool", "-i", "--inder", "--infile", file(type).toString());
    assertThat(certtool.exit()).as(certtool.output()).isZero();
    assertThat(certtool.output())
        .contains("Key Usage (critical)", "RSA-SHA256", "Authority Key Identifier");
  }

  @ParameterizedTest
  @EnumSource
  void theJdkReadsIt(CertificateType type) throws Exception {
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(issued(type).der()));
    assertThat(certificate.getSerialNumber()).isEqualTo(issued(type).serial().value());
    assertThat(certificate.getKeyUsage()[0]).isTrue();
    assertThat(certificate.getKeyUsage()[1]).isEqualTo(type == SIGNATURE);
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getCriticalExtensionOIDs())
        .containsExactlyInAnyOrder("2.5.29.15", "2.5.29.32");
    assertThat(certificate.getNotAfter().toInstant())
        .isEqualTo(Instant.parse("2031-02-17T14:59:59Z"));
    assertThat(certificate.getNotBefore().toInstant())
        .isEqualTo(Instant.parse("2026-11-24T01:00:00Z"));
  }

  @Test
  void theOtherNamesHoldTheBasicFourItemsInOrder() throws Exception {
    assertThat(otherNames(issued(SIGNATURE)))
        .containsExactly(
            "1=試験\u3000花子",
            "4=319800217",
            "3=2",
            "5=神奈川県厚木市見本町三丁目17番17号",
            "2=00000",
            "6=" + "0".repeat("神奈川県厚木市見本町三丁目17番17号".length()));
  }

  @Test
  void substitutesAreMarkedByPosition() throws Exception {
    CertificateSubject resident = Orders.named("𠮷田\u3000髙", "神奈川県厚木市辻\uDB40\uDD001番");
    assertThat(otherNames(issued(Orders.order(SIGNATURE, resident))))
        .contains("1=吉田\u3000高", "2=1001", "5=神奈川県厚木市辻1番", "6=0000000100");
  }

  @ParameterizedTest
  @CsvSource({
    // the first and the last day of each era
    "1868-01-24, 018680124",
    "1868-01-25, 118680125",
    "1912-07-29, 119120729",
    "1912-07-30, 219120730",
    "1926-12-24, 219261224",
    "1926-12-25, 319261225",
    "1989-01-07, 319890107",
    "1989-01-08, 419890108",
    "2019-04-30, 420190430",
    "2019-05-01, 520190501",
    // not known to the register
    ", 000000000"
  })
  void aBirthDateIsItsErasDigitAndTheGregorianDate(LocalDate date, String form) throws Exception {
    CertificateSubject any = Orders.aResident();
    CertificateSubject resident =
        new CertificateSubject(any.residentId(), any.name(), date, Sex.UNKNOWN, any.address());
    assertThat(HolderNames.birthDate(date)).isEqualTo(form);
    assertThat(HolderNames.of(resident).getNames()).hasSize(6);
  }

  @Test
  void timesAreUtcTimeTo2049AndGeneralizedTimeAfterwards() {
    Profile profile = Profile.of(ProfileConfig.from(new ChosenSettings()));
    SigningProvider signing = new SigningProvider(new ChosenSettings());
    var clock = new MovableClock("2046-11-24T10:00");
    Authority authority =
        new AuthorityCeremony(profile, signing, 12).hold(SIGNATURE, clock.now(), signing.newKeys());
    CertificateTemplate template = new CertificateTemplate(profile, authority);
    for (String day : List.of("2049-12-31", "2050-01-01")) {
      CertificateOrder any = Orders.forSignature();
      CertificateOrder order =
          new CertificateOrder(
              SIGNATURE, any.key(), any.subject(), LocalDate.parse(day), any.receptionNumber());
      PlannedCertificate plan = template.plan(order, clock.now());
      String time =
          day.startsWith("2049") ? "\u0017\r491231145959Z" : "\u0018\u000f20500101145959Z";
      assertThat(new String(plan.toBeSigned(), StandardCharsets.ISO_8859_1)).contains(time);
      assertThat(
              ProfileLinter.broken(
                  plan.toBeSigned(), new LintExpectation(plan, profile, authority)))
          .isEmpty();
    }
  }

  @Test
  void theAuthoritysOwnCertificateIsThatOfTheProfile() {
    byte[] der =
        TestAuthority.shared()
            .at(
                desk ->
                    KeystoreAgreement.encoded(desk.authorities.current(SIGNATURE).certificate()));
    assertThat(openssl(write("ca.der", der), "-text"))
        .containsPattern("Key Usage: critical\\s+Certificate Sign, CRL Sign\\s")
        .containsPattern("Basic Constraints: critical\\s+CA:TRUE\\s")
        .contains("Subject Alternative Name", "CRL Distribution Points", "Subject Key Identifier")
        .doesNotContain("JPKI");
  }

  @Test
  void theRespondersCertificateMayOnlyAnswer() {
    byte[] der =
        TestAuthority.shared()
            .at(
                desk ->
                    KeystoreAgreement.encoded(
                        desk.authorities.current(SIGNATURE).responderCertificate()));
    assertThat(openssl(write("responder.der", der), "-text"))
        .containsPattern("Key Usage: critical\\s+Digital Signature\\s")
        .containsPattern("Extended Key Usage:\\s+OCSP Signing\\s")
        .contains("OCSP No Check");
  }

  private static List<String> otherNames(IssuedCertificate certificate) throws Exception {
    GeneralNames names =
        GeneralNames.fromExtensions(
            new X509CertificateHolder(certificate.der()).getExtensions(),
            Extension.subjectAlternativeName);
    return Arrays.stream(names.getNames()).map(CertificateProfileTest::otherName).toList();
  }

  private static String otherName(GeneralName name) {
    assertThat(name.getTagNo()).isEqualTo(GeneralName.otherName);
    ASN1Sequence other = ASN1Sequence.getInstance(name.getName());
    String oid = other.getObjectAt(0).toString();
    assertThat(oid).startsWith("1.2.392.200149.8.5.5.");
    return oid.substring(oid.lastIndexOf('.') + 1)
        + "="
        + ((ASN1TaggedObject) other.getObjectAt(1)).getExplicitBaseObject();
  }

  private String openssl(CertificateType type, String... words) {
    return openssl(file(type), words);
  }

  private String openssl(Path file, String... words) {
    List<String> all =
        new ArrayList<>(
            List.of("openssl", "x509", "-inform", "DER", "-noout", "-in", file.toString()));
    all.addAll(List.of(words));
    Command openssl = Command.run(directory, all.toArray(String[]::new));
    assertThat(openssl.exit()).as(openssl.output()).isZero();
    return openssl.output();
  }

  private Path file(CertificateType type) {
    return write(type.path() + ".der", issued(type).der());
  }

  private Path write(String name, byte[] bytes) {
    try {
      return Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
