package jp.madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.terminal.jpa.CredentialRepository;
import jp.madoguchi.terminal.jpa.PairingCodeRepository;
import jp.madoguchi.terminal.jpa.TerminalRepository;
import jp.madoguchi.testing.BoundEntityManager;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.MovableTime;
import jp.madoguchi.testing.RecordedActs;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the pairing code to the end of a credential, on the real tables and with time passing. */
class EnrolmentTest {

  private static final String TERMINAL = "ENROL-1";
  private static final String OTHER = "ENROL-2";
  private static final Optional<byte[]> NO_REQUEST = Optional.empty();

  private final BoundEntityManager database = new BoundEntityManager();
  private final MovableTime time = new MovableTime("2026-11-24T01:00:00Z");
  private final RecordedActs trail = new RecordedActs();
  private final FiredEvents<TerminalEnded> ended = new FiredEvents<>();
  private final Terminals terminals =
      new Terminals(
          new TerminalRepository(database.entityManager()), new MovableClock("2026-11-24T10:00"));
  private final CredentialRepository table = new CredentialRepository(database.entityManager());
  private final PairingCodes codes =
      new PairingCodes(new PairingCodeRepository(database.entityManager()), time);

  @TempDir private Path directory;
  private Credentials credentials;
  private TerminalEnrolment enrolment;

  @BeforeEach
  void twoTerminals() throws Exception {
    credentials = credentials("embedded");
    enrolment = new TerminalEnrolment(terminals, codes, credentials, trail);
    for (String terminal : new String[] {TERMINAL, OTHER}) {
      run(
          () -> {
            if (terminals.find(terminal).isEmpty()) {
              terminals.add(terminal, "窓口");
            }
            codes.end(terminal);
            credentials.end(terminal);
          });
    }
  }

  @Test
  void aCodeEnrolsItsTerminalOnce() {
    String code = code(TERMINAL);

    IssuedCredential issued = enrol(TERMINAL, code).orElseThrow();

    assertThat(bySecret(TERMINAL, issued)).contains(TERMINAL);
    assertThat(bySecret(OTHER, issued)).isEmpty();
    assertThat(enrol(TERMINAL, code)).isEmpty();
    assertThat(trail.names()).containsExactly("terminal.enrolled", "terminal.enrolled");
    assertThat(trail.all().get(1).details()).containsEntry("code", "pairing-code-refused");
    assertThat(trail.all().toString())
        .doesNotContain(code)
        .doesNotContain(issued.secret().orElseThrow());
  }

  @Test
  void aCodeIsReadHoweverItIsTyped() {
    String code = code(TERMINAL);

    assertThat(enrol(TERMINAL, " " + code.toLowerCase().replace("-", "ー"))).isPresent();
  }

  @Test
  void aCodeOpensNoOtherTerminal() {
    String code = code(TERMINAL);

    assertThat(enrol(OTHER, code)).isEmpty();
    assertThat(enrol("NOWHERE", code)).isEmpty();
    assertThat(enrol(TERMINAL, code)).isPresent();
  }

  @Test
  void aCodeLivesForAQuarterOfAnHour() {
    String first = code(TERMINAL);
    time.pass(PairingCodes.WAITS.minusSeconds(1));
    assertThat(enrol(TERMINAL, first)).isPresent();

    String second = code(TERMINAL);
    time.pass(PairingCodes.WAITS);

    assertThat(enrol(TERMINAL, second)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "4, true", // the fifth try may still be right
    "5, false"
  })
  void aCodeIsVoidAfterFiveWrongTries(int wrong, boolean good) {
    String code = code(TERMINAL);
    String other = PairingCode.random(new java.util.Random(7)).value();

    for (int i = 0; i < wrong; i++) {
      assertThat(enrol(TERMINAL, other)).isEmpty();
    }

    assertThat(enrol(TERMINAL, code).isPresent()).isEqualTo(good);
  }

  @Test
  void aTypingMistakeIsNoWrongTry() {
    String code = code(TERMINAL);
    char last = code.charAt(code.length() - 1);
    String mistyped = code.substring(0, code.length() - 1) + (last == '7' ? '8' : '7');

    for (int i = 0; i < 9; i++) {
      assertThat(enrol(TERMINAL, mistyped)).isEmpty();
    }

    assertThat(enrol(TERMINAL, code)).isPresent();
  }

  @Test
  void aNewCodeTakesTheOldOnesPlace() {
    String old = code(TERMINAL);
    String fresh = code(TERMINAL);

    assertThat(enrol(TERMINAL, old)).isEmpty();
    assertThat(enrol(TERMINAL, fresh)).isPresent();
  }

  @Test
  void aCredentialEndsAfterNinetyDays() {
    IssuedCredential issued = enrolled();

    time.pass(Duration.ofDays(90).minusSeconds(1));
    assertThat(bySecret(TERMINAL, issued)).isPresent();
    time.pass(Duration.ofSeconds(1));

    assertThat(bySecret(TERMINAL, issued)).isEmpty();
    assertThat(in(() -> credentials.validUntil(TERMINAL))).isEmpty();
  }

  @Test
  void theOldCredentialIsGoodUntilTheNewOneWasUsed() {
    IssuedCredential old = enrolled();

    IssuedCredential next = renewed();

    assertThat(bySecret(TERMINAL, old)).isPresent();
    assertThat(bySecret(TERMINAL, next)).isPresent();
    assertThat(bySecret(TERMINAL, old)).isEmpty();
    assertThat(bySecret(TERMINAL, next)).isPresent();
  }

  @Test
  void aRenewalWhoseAnswerWasLostIsRepeated() {
    IssuedCredential old = enrolled();

    IssuedCredential lost = renewed();
    IssuedCredential next = renewed();

    assertThat(bySecret(TERMINAL, old)).isPresent();
    assertThat(bySecret(TERMINAL, lost)).isEmpty();
    assertThat(bySecret(TERMINAL, next)).isPresent();
  }

  @Test
  void anEnrolmentWhoseAnswerWasLostLeavesTheOldCredential() {
    IssuedCredential old = enrolled();

    enrol(TERMINAL, code(TERMINAL)).orElseThrow();

    assertThat(bySecret(TERMINAL, old)).isPresent();
  }

  @Test
  void whatIsRevokedOpensNothingNorRenews() {
    IssuedCredential used = enrolled();
    IssuedCredential next = renewed();

    run(() -> credentials.end(TERMINAL));

    assertThat(bySecret(TERMINAL, used)).isEmpty();
    assertThat(bySecret(TERMINAL, next)).isEmpty();
    assertThat(ended.all()).contains(new TerminalEnded(TERMINAL));
    assertThatThrownBy(this::renewed).hasMessageContaining("terminal-revoked");
  }

  @Test
  void aSecretIsForTrainingAlone() throws Exception {
    IssuedCredential issued = enrolled();
    Credentials elsewhere = credentials("production");

    assertThat(in(() -> elsewhere.bySecret(TERMINAL, issued.secret().orElseThrow()))).isEmpty();
    assertThatThrownBy(() -> in(() -> elsewhere.issue(TERMINAL, NO_REQUEST)))
        .hasMessageContaining("enrolment-needs-request");
  }

  @Test
  void aCertificateIsForTheTerminalWhateverTheRequestSays() throws Exception {
    KeyPair key = key("secp256r1");
    byte[] der =
        enrol(TERMINAL, code(TERMINAL), Optional.of(request("CN=T1,OU=ADMIN", key, key)))
            .orElseThrow()
            .certificate()
            .orElseThrow();
    X509Certificate certificate = certificate(der);

    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=" + TERMINAL);
    assertThat(certificate.getPublicKey()).isEqualTo(key.getPublic());
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(certificate.getNotAfter().toInstant())
        .isEqualTo(time.instant().plus(Duration.ofDays(90)));
    assertThat(in(() -> credentials.byCertificate(certificate))).contains(TERMINAL);
  }

  @Test
  void aCertificateThatWasNotIssuedHereOpensNothing() throws Exception {
    KeyPair key = key("secp256r1");
    enrol(TERMINAL, code(TERMINAL), Optional.of(request("CN=x", key, key)));
    X509Certificate ofTheSameKey = selfSigned("CN=" + TERMINAL, key);

    assertThat(in(() -> credentials.byCertificate(ofTheSameKey))).isEmpty();
  }

  @Test
  void aBadRequestDoesNotUseTheCodeUp() throws Exception {
    String code = code(TERMINAL);
    KeyPair key = key("secp256r1");
    KeyPair large = key("secp384r1");

    for (byte[] bad :
        new byte[][] {
          new byte[0],
          {0x30, 0x03, 0x02, 0x01, 0x01},
          request("CN=x", key, key("secp256r1")), // signed by another key
          request("CN=x", large, large)
        }) {
      assertThatThrownBy(() -> enrol(TERMINAL, code, Optional.of(bad)))
          .hasMessageContaining("terminal-request-malformed");
    }

    assertThat(enrol(TERMINAL, code, Optional.of(request("CN=x", key, key)))).isPresent();
  }

  @Test
  void aRetiredTerminalComesBackWithoutWhatItHad() {
    IssuedCredential issued = enrolled();
    String code = code(TERMINAL);
    run(
        () -> {
          credentials.end(TERMINAL);
          terminals.retire(TERMINAL);
        });
    assertThat(enrol(TERMINAL, code)).isEmpty();
    assertThat(in(terminals::all)).extracting(Terminal::id).doesNotContain(TERMINAL);

    run(() -> terminals.add(TERMINAL, "窓口2"));

    assertThat(bySecret(TERMINAL, issued)).isEmpty();
    assertThat(in(() -> terminals.require(TERMINAL)).name()).isEqualTo("窓口2");
    assertThatThrownBy(() -> run(() -> terminals.add(TERMINAL, "窓口3")))
        .hasMessageContaining("terminal-taken");
  }

  private Credentials credentials(String stage) throws Exception {
    Path file = directory.resolve("authority.p12");
    if (!Files.exists(file)) {
      KeyPair key = key("secp256r1");
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "key",
          key.getPrivate(),
          "secret".toCharArray(),
          new Certificate[] {selfSigned("CN=Madoguchi terminals", key)});
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, "secret".toCharArray());
      }
    }
    ChosenSettings settings =
        new ChosenSettings()
            .with("stage", stage)
            .with("terminals.authority-file", file.toString())
            .with("terminals.password", "secret");
    return new Credentials(
        table, new FirstUse(table), new TerminalAuthority(settings), time, ended, settings);
  }

  private String code(String terminal) {
    return in(() -> codes.fresh(terminal)).value();
  }

  private IssuedCredential enrolled() {
    IssuedCredential issued = enrol(TERMINAL, code(TERMINAL)).orElseThrow();
    assertThat(bySecret(TERMINAL, issued)).isPresent();
    return issued;
  }

  private IssuedCredential renewed() {
    return in(() -> enrolment.renew(TERMINAL, NO_REQUEST));
  }

  private Optional<IssuedCredential> enrol(String terminal, String code) {
    return enrol(terminal, code, NO_REQUEST);
  }

  private Optional<IssuedCredential> enrol(String terminal, String code, Optional<byte[]> request) {
    return in(() -> enrolment.enrol(terminal, code, request));
  }

  private Optional<String> bySecret(String terminal, IssuedCredential issued) {
    return in(() -> credentials.bySecret(terminal, issued.secret().orElseThrow()));
  }

  private static KeyPair key(String curve) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static byte[] request(String name, KeyPair key, KeyPair signer) throws Exception {
    return new JcaPKCS10CertificationRequestBuilder(new X500Name(name), key.getPublic())
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate()))
        .getEncoded();
  }

  private static X509Certificate selfSigned(String name, KeyPair key) throws Exception {
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    new X500Name(name),
                    BigInteger.ONE,
                    Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                    Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                    new X500Name(name),
                    key.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
  }

  private static X509Certificate certificate(byte[] der) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private void run(Runnable work) {
    in(
        () -> {
          work.run();
          return null;
        });
  }

  private <T> T in(Supplier<T> work) {
    return database.inNewTransaction(work);
  }
}
