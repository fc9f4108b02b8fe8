package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import jp.madoguchi.issuance.jpa.OutsideRepository;
import jp.madoguchi.issuance.jpa.OutsideRequest;
import jp.madoguchi.outside.CmpServer;
import jp.madoguchi.outside.OutsideAuthority;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.testing.TestDatabase;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders from another authority, whose CMP server is openssl's. */
class OutsideCertificationAuthorityTest {

  private static final OutsideAuthority OUTSIDE = new OutsideAuthority("Outside CA");
  private static final String SECRET = OutsideAuthority.serial().toString();
  private static final int REQUEST = 0;
  private static final int REVOCATION = 11;
  private static final int CONFIRMATION = 24;

  @TempDir private Path directory;
  private CmpServer server;
  private ChosenSettings settings;
  private OutsideDesk desk;

  @BeforeEach
  void aServerAndADesk() {
    server = new CmpServer(directory);
    pem("outside.pem", "CERTIFICATE", OUTSIDE.certificate);
    settings =
        TestAuthority.shared()
            .settings()
            .with("authority.adapter", "cmp")
            .with("authority.cmp.address", server.address())
            .with("authority.cmp.issuers", directory.resolve("outside.pem").toString())
            .with("authority.cmp.reference", "madoguchi")
            .with("authority.cmp.secret", SECRET)
            .with("authority.cmp.seconds", "5");
    desk = new OutsideDesk(settings);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aSilentAuthorityIsWaitedForAndGivesItsCertificateWhenItAnswers(CertificateType type) {
    CertificateOrder order = askedInSilence(type);
    assertThat(desk.line.silentSince()).isPresent();
    serve(OUTSIDE.issue(desk.request(order).template()));
    assertRefused(order, "authority-silent");
    desk.wait(Duration.ofSeconds(5));
    CertificateSerialNumber serial = desk.plan(order);
    assertThat(desk.line.silentSince()).isEmpty();
    assertThat(server.arrived()).containsExactly(REQUEST, CONFIRMATION);
    IssuedCertificate issued = desk.at(() -> desk.authority.issue(serial));
    pem("holder.pem", "CERTIFICATE", issued.der());
    Command verified =
        Command.run(directory, "openssl", "verify", "-CAfile", "outside.pem", "holder.pem");
    assertThat(verified.output()).contains("holder.pem: OK");
    assertThat(desk.plan(order)).isEqualTo(serial);
  }

  @Test
  void theOfficesSignatureProtectsAsWellAsASecret() {
    KeyPair office = OutsideAuthority.newKeys();
    KeyPair peer = OutsideAuthority.newKeys();
    X509CertificateHolder ra =
        OutsideAuthority.selfSigned("Office", office, KeyUsage.digitalSignature, false);
    X509CertificateHolder cmp =
        OutsideAuthority.selfSigned("CMP server", peer, KeyUsage.digitalSignature, false);
    pem("ra.pem", "CERTIFICATE", ra);
    pem("server.pem", "CERTIFICATE", cmp);
    OutsideAuthority.pem(
        directory.resolve("server.key"), "PRIVATE KEY", peer.getPrivate().getEncoded());
    settings
        .with(
            "authority.cmp.keystore",
            OutsideAuthority.keystore(directory.resolve("ra.p12"), ra, office, "pw").toString())
        .with("authority.cmp.keystore-password", "pw")
        .with("authority.cmp.server", directory.resolve("server.pem").toString());
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    pem("response.pem", "CERTIFICATE", OUTSIDE.issue(desk.request(order).template()));
    server.serve(
        "-srv_cert",
        "server.pem",
        "-srv_key",
        "server.key",
        "-srv_trusted",
        "ra.pem",
        "-rsp_cert",
        "response.pem",
        "-accept_raverified");
    desk.wait(Duration.ofSeconds(5));
    assertThat(desk.status(desk.plan(order)).state()).isEqualTo(CertificateState.ISSUED);
  }

  @Test
  void aServerThatDoesNotKnowTheSecretIsNotBelieved() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    pem("response.pem", "CERTIFICATE", OUTSIDE.issue(desk.request(order).template()));
    server.serve(
        "-srv_ref",
        "madoguchi",
        "-srv_secret",
        "pass:another",
        "-rsp_cert",
        "response.pem",
        "-accept_raverified",
        "-accept_unprotected");
    desk.wait(Duration.ofSeconds(5));
    assertRefused(order, "authority-silent");
    assertThat(desk.certificatesOf(order)).isEmpty();
  }

  @Test
  void anAuthorityThatTakesItsTimeIsAskedAgainWithoutAnyCard() {
    CertificateOrder order = askedInSilence(CertificateType.USER_AUTHENTICATION);
    serve(OUTSIDE.issue(desk.request(order).template()), "-poll_count", "2", "-check_after", "30");
    desk.wait(Duration.ofSeconds(5));
    assertRefused(order, "authority-waiting");
    assertRefused(order, "authority-waiting");
    int asked = server.arrived().size();
    desk.carry();
    assertThat(server.arrived()).hasSize(asked);
    for (int i = 0; i < 3; i++) {
      desk.wait(Duration.ofSeconds(31));
      desk.carry();
    }
    assertThat(desk.request(order).state()).isEqualTo(OutsideState.DONE);
    assertThat(server.transactions()).hasSize(1);
    assertThat(desk.plan(order)).isEqualTo(desk.request(order).serial());
  }

  /** What the server did is not known when its answer is lost; one certificate comes of it. */
  @Test
  void anAnswerThatIsLostIsAskedForOnceMoreInTheSameTransaction() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    String transaction = transaction(order);
    serve(OUTSIDE.issue(desk.request(order).template()));
    desk.wait(Duration.ofSeconds(5));
    server.lost = 1;
    assertRefused(order, "authority-silent");
    desk.restart();
    desk.wait(Duration.ofSeconds(60));
    server.lost = 1;
    assertThat(transaction(order)).isEqualTo(transaction);
    desk.wait(Duration.ofSeconds(60));
    planOrWait(order);
    desk.restart();
    desk.wait(Duration.ofSeconds(60));
    CertificateSerialNumber serial = untilPlanned(order);
    assertThat(desk.certificatesOf(order))
        .extracting(CertificateStatus::serial)
        .containsExactly(serial);
    assertThat(server.arrived()).contains(REQUEST, CONFIRMATION);
  }

  @Test
  void anotherCertificateThanTheOneThatWasAskedForIsRejected() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    CertificateOrder other = askedInSilence(CertificateType.SIGNATURE);
    serve(OUTSIDE.issue(desk.request(other).template()));
    desk.wait(Duration.ofSeconds(5));
    assertRefused(order, "outside-refused");
    assertThat(desk.request(order).fault())
        .contains("key_is_the_ordered_one", "subject_is_the_ordered_one");
    assertThat(server.arrived()).containsExactly(REQUEST, CONFIRMATION);
    assertThat(desk.certificatesOf(order)).isEmpty();
    assertThat(desk.acts.names()).contains("certificate.refused-outside");
  }

  @Test
  void aRefusalIsToldInItsWordsAndCanBeAskedForAnew() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    byte[] template = desk.request(order).template();
    serve(
        OUTSIDE.issue(template),
        "-pkistatus",
        "2",
        "-failure",
        "19",
        "-statusstring",
        "no such unit");
    desk.wait(Duration.ofSeconds(5));
    assertRefused(order, "outside-refused");
    assertThat(desk.request(order).fault()).contains("no such unit");
    server.stop();
    assertRefused(order, "authority-silent");
    serve(OUTSIDE.issue(desk.request(order).template()));
    desk.wait(Duration.ofSeconds(5));
    assertThat(desk.status(desk.plan(order)).state()).isEqualTo(CertificateState.ISSUED);
  }

  @Test
  void aFailureOfTheServerIsWaitedForAndAnErrorMessageIsARefusal() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    byte[] der = OUTSIDE.issue(desk.request(order).template());
    serve(der, "-pkistatus", "2", "-failure", "25");
    desk.wait(Duration.ofSeconds(5));
    assertRefused(order, "authority-silent");
    serve(der, "-send_error");
    desk.wait(Duration.ofSeconds(61));
    assertRefused(order, "outside-refused");
  }

  @Test
  void whatIsNotWantedAnyMoreIsNotConfirmed() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    serve(OUTSIDE.issue(desk.request(order).template()));
    desk.doAt(() -> desk.authority.withdraw(order.receptionNumber(), order.type()));
    desk.wait(Duration.ofSeconds(5));
    desk.carry();
    assertThat(server.arrived()).containsExactly(REQUEST, CONFIRMATION);
    assertThat(desk.request(order).state()).isEqualTo(OutsideState.WITHDRAWN);
    assertThat(desk.certificatesOf(order)).isEmpty();
    assertRefused(order, "key-used-before");
  }

  /** It is in force outside by then, without anybody here who has its key. */
  @Test
  void whatIsGivenUpWhileItIsBeingConfirmedIsRevokedAtOnce() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    serve(OUTSIDE.issue(desk.request(order).template()));
    server.meanwhile = () -> givenUp(order);
    desk.wait(Duration.ofSeconds(5));
    assertRefused(order, "key-used-before");
    desk.carry();
    assertThat(server.arrived()).containsExactly(REQUEST, CONFIRMATION, REVOCATION);
    assertThat(desk.certificatesOf(order))
        .extracting(CertificateStatus::state)
        .containsExactly(CertificateState.REVOKED);
  }

  /** By somebody else at the counter. */
  private static void givenUp(CertificateOrder order) {
    TestDatabase.shared()
        .inTransaction(
            entities -> {
              new OutsideRepository(entities)
                  .lockOf(order.receptionNumber(), order.type())
                  .forEach(OutsideRequest::withdraw);
              return null;
            });
  }

  @Test
  void whatBecomesOfACertificateIsToldOutsideAndStandsOnNoListOfOurs() {
    CertificateSerialNumber serial = live();
    for (RevocationReason reason :
        List.of(
            RevocationReason.CERTIFICATE_HOLD,
            RevocationReason.REMOVE_FROM_CRL,
            RevocationReason.KEY_COMPROMISE)) {
      desk.doAt(() -> desk.authority.revoke(serial, reason));
      assertThat(desk.untold(serial)).isTrue();
      int before = server.arrived().size();
      desk.carry();
      assertThat(server.arrived().subList(before, server.arrived().size()))
          .containsExactly(REVOCATION);
      assertThat(desk.untold(serial)).isFalse();
    }
    assertThat(desk.status(serial).state()).isEqualTo(CertificateState.REVOKED);
    assertThat(desk.listed(CertificateType.SIGNATURE))
        .extracting(RevokedEntry::serial)
        .doesNotContain(serial.value());
  }

  @Test
  void aRevocationThatCannotBeToldIsKeptAndToldLater() {
    CertificateSerialNumber serial = live();
    server.lost = 1;
    desk.doAt(() -> desk.authority.revoke(serial, RevocationReason.KEY_COMPROMISE));
    desk.carry();
    assertThat(desk.untold(serial)).isTrue();
    desk.restart();
    desk.carry();
    assertThat(desk.untold(serial)).isFalse();
  }

  @Test
  void aCertificateThatNeverWentLiveIsRevokedOutsideToo() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    serve(OUTSIDE.issue(desk.request(order).template()));
    desk.wait(Duration.ofSeconds(5));
    CertificateSerialNumber serial = desk.plan(order);
    desk.doAt(() -> desk.authority.abandon(serial));
    desk.carry();
    assertThat(server.arrived()).containsExactly(REQUEST, CONFIRMATION, REVOCATION);
  }

  /** Nobody starts the server for it: the next order goes where the setting says. */
  @Test
  void theSettingIsFollowedAndWhatWasAskedForOutsideIsFinishedThere() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    settings.with("authority.adapter", "own");
    CertificateOrder own = Orders.order(CertificateType.SIGNATURE, Orders.aResident());
    CertificateSerialNumber planned = desk.plan(own);
    assertThat(desk.status(planned).state()).isEqualTo(CertificateState.PLANNED);
    assertRefused(order, "authority-silent");
    serve(OUTSIDE.issue(desk.request(order).template()));
    desk.wait(Duration.ofSeconds(61));
    assertThat(desk.status(desk.plan(order)).state()).isEqualTo(CertificateState.ISSUED);
    assertThat(desk.plan(order)).isEqualTo(desk.request(order).serial());

    settings.with("authority.adapter", "cmp");
    desk.doAt(() -> desk.authority.issue(planned));
    assertThat(desk.status(planned).state()).isEqualTo(CertificateState.ISSUED);
  }

  @Test
  void whatIsNotWantedAnyMoreIsWithdrawnOutsideAfterTheSettingChanged() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    settings.with("authority.adapter", "own");
    desk.doAt(() -> desk.authority.withdraw(order.receptionNumber(), order.type()));
    assertThat(desk.request(order).withdrawn()).isTrue();
  }

  @Test
  void aSettingThatBecameWrongIsWaitedForAndFollowedOnceItIsRight() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    serve(OUTSIDE.issue(desk.request(order).template()));
    settings.with("authority.cmp.secret", "");
    desk.wait(Duration.ofSeconds(5));
    assertRefused(order, "authority-silent");
    assertThat(desk.line.silentSince()).isPresent();
    settings.with("authority.cmp.secret", SECRET);
    desk.wait(Duration.ofSeconds(61));
    assertThat(desk.status(desk.plan(order)).state()).isEqualTo(CertificateState.ISSUED);
  }

  @Test
  void wrongSettingsAreSaidAtTheStart() {
    settings.with("authority.cmp.secret", "");
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> new OutsideDesk(settings).line.peer(CertificateType.SIGNATURE))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo("cmp-settings-wrong"));
  }

  private CertificateSerialNumber live() {
    CertificateOrder order = askedInSilence(CertificateType.SIGNATURE);
    serve(OUTSIDE.issue(desk.request(order).template()));
    desk.wait(Duration.ofSeconds(5));
    CertificateSerialNumber serial = desk.plan(order);
    desk.doAt(() -> desk.authority.issue(serial));
    desk.doAt(() -> desk.authority.publish(serial));
    return serial;
  }

  /** The server answers with one certificate, which is made of what was asked before. */
  private CertificateOrder askedInSilence(CertificateType type) {
    server.stop();
    CertificateOrder order = Orders.order(type, Orders.aResident());
    assertRefused(order, "authority-silent");
    return order;
  }

  private void serve(byte[] certificate, String... more) {
    pem("response.pem", "CERTIFICATE", certificate);
    List<String> options =
        new java.util.ArrayList<>(
            List.of(
                "-srv_ref",
                "madoguchi",
                "-srv_secret",
                "pass:" + SECRET,
                "-rsp_cert",
                "response.pem",
                "-accept_raverified"));
    options.addAll(List.of(more));
    server.serve(options.toArray(String[]::new));
  }

  private String transaction(CertificateOrder order) {
    return java.util.HexFormat.of().formatHex(desk.request(order).transaction().id());
  }

  private void planOrWait(CertificateOrder order) {
    try {
      desk.plan(order);
    } catch (BusinessException e) {
      assertThat(e.problem().code()).startsWith("authority-");
    }
  }

  private CertificateSerialNumber untilPlanned(CertificateOrder order) {
    for (int i = 0; desk.request(order).state() != OutsideState.DONE && i < 5; i++) {
      planOrWait(order);
      desk.wait(Duration.ofSeconds(61));
    }
    return desk.plan(order);
  }

  private void assertRefused(CertificateOrder order, String code) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> desk.plan(order))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private void pem(String name, String kind, X509CertificateHolder certificate) {
    pem(name, kind, KeystoreAgreement.encoded(certificate));
  }

  private void pem(String name, String kind, byte[] der) {
    OutsideAuthority.pem(directory.resolve(name), kind, der);
  }
}
