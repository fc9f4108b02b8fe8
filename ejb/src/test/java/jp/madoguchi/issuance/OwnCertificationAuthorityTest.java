package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.audit.Act;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Severity;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnCertificationAuthorityTest {

  private final TestAuthority authority = TestAuthority.shared();

  @ParameterizedTest
  @EnumSource
  void aCertificateGoesFromPlanToValid(CertificateType type) {
    CertificateOrder order = Orders.order(type, Orders.aResident());
    CertificateSerialNumber serial = authority.at(desk -> desk.authority.plan(order));
    assertThat(stateOf(serial)).isEqualTo(CertificateState.PLANNED);
    authority.at(desk -> desk.authority.issue(serial));
    assertThat(stateOf(serial)).isEqualTo(CertificateState.ISSUED);
    authority.doAt(desk -> desk.authority.publish(serial));
    assertThat(stateOf(serial)).isEqualTo(CertificateState.VALID);
  }

  @Test
  void thePlanIsStoredWithoutASignature() {
    CertificateSerialNumber serial =
        authority.at(desk -> desk.authority.plan(Orders.forSignature()));
    authority.doAt(
        desk -> {
          assertThat(desk.repository.find(serial).orElseThrow().toBeSigned()).isNotEmpty();
          assertThat(desk.repository.find(serial).orElseThrow().signature()).isNull();
          assertThat(desk.certificates.issued(serial)).isEmpty();
        });
  }

  @Test
  void theSameOrderAgainGivesTheSameSerial() {
    CertificateOrder order = Orders.forSignature();
    CertificateSerialNumber serial = authority.at(desk -> desk.authority.plan(order));
    assertThat(authority.<CertificateSerialNumber>at(desk -> desk.authority.plan(order)))
        .isEqualTo(serial);
  }

  @Test
  void aKeyOfAnEarlierCertificateIsRefusedForAnotherCase() {
    CertificateOrder first = Orders.forSignature();
    authority.doAt(desk -> desk.authority.plan(first));
    CertificateOrder second =
        new CertificateOrder(
            first.type(), first.key(), first.subject(), first.lastDay(), "T-other");
    assertRefused(() -> authority.doAt(desk -> desk.authority.plan(second)), "key-used-before");
  }

  @Test
  void aKeyOfAnAbandonedCertificateIsNotCertifiedAgain() {
    CertificateOrder order = Orders.forSignature();
    authority.doAt(desk -> desk.authority.abandon(desk.authority.plan(order)));
    assertRefused(() -> authority.doAt(desk -> desk.authority.plan(order)), "key-used-before");
  }

  @Test
  void issuingAgainGivesTheSameCertificate() {
    CertificateSerialNumber serial =
        authority.at(desk -> desk.authority.plan(Orders.forSignature()));
    byte[] first = authority.at(desk -> desk.authority.issue(serial)).der();
    byte[] second = authority.at(desk -> desk.authority.issue(serial)).der();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void theCardCanReadTheLengthInTheFirstFourBytes() {
    byte[] der = issued(Orders.forSignature()).der();
    assertThat(der).startsWith(0x30, 0x82);
    assertThat((der[2] & 0xFF) << 8 | der[3] & 0xFF).isEqualTo(der.length - 4);
  }

  @Test
  void publishingRevokesWhatItReplacesAsSuperseded() {
    CertificateSubject resident = Orders.aResident();
    CertificateSerialNumber old = valid(Orders.order(CertificateType.SIGNATURE, resident));
    CertificateSerialNumber other =
        valid(Orders.order(CertificateType.USER_AUTHENTICATION, resident));
    CertificateSerialNumber fresh = valid(Orders.order(CertificateType.SIGNATURE, resident));
    assertThat(status(old).state()).isEqualTo(CertificateState.REVOKED);
    assertThat(status(old).reason()).isEqualTo(RevocationReason.SUPERSEDED);
    assertThat(stateOf(other)).isEqualTo(CertificateState.VALID);
    assertThat(stateOf(fresh)).isEqualTo(CertificateState.VALID);
  }

  @Test
  void publishingEndsASuspendedOneToo() {
    CertificateSubject resident = Orders.aResident();
    CertificateSerialNumber old = valid(Orders.order(CertificateType.SIGNATURE, resident));
    authority.doAt(desk -> desk.authority.revoke(old, RevocationReason.CERTIFICATE_HOLD));
    valid(Orders.order(CertificateType.SIGNATURE, resident));
    assertThat(status(old).reason()).isEqualTo(RevocationReason.SUPERSEDED);
  }

  @Test
  void aPlanCannotBePublishedBeforeItIsIssued() {
    CertificateSerialNumber serial =
        authority.at(desk -> desk.authority.plan(Orders.forSignature()));
    assertRefused(
        () -> authority.doAt(desk -> desk.authority.publish(serial)), "certificate-state");
  }

  @Test
  void anAbandonedCertificateIsRevokedAndNeverIssued() {
    CertificateSerialNumber serial =
        authority.at(desk -> desk.authority.plan(Orders.forSignature()));
    authority.doAt(desk -> desk.authority.abandon(serial));
    authority.doAt(desk -> desk.authority.abandon(serial));
    assertThat(status(serial).reason()).isEqualTo(RevocationReason.CESSATION_OF_OPERATION);
    assertRefused(() -> authority.doAt(desk -> desk.authority.issue(serial)), "certificate-state");
  }

  @Test
  void aValidCertificateIsNotAbandonedButRevoked() {
    CertificateSerialNumber serial = valid(Orders.forSignature());
    assertRefused(
        () -> authority.doAt(desk -> desk.authority.abandon(serial)), "certificate-state");
  }

  @Test
  void aRevocationKeepsItsFirstReasonAndTime() {
    CertificateSerialNumber serial = valid(Orders.forSignature());
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.KEY_COMPROMISE));
    Instant first = status(serial).revokedAt();
    authority.doAt(
        desk -> {
          desk.clock.moveTo("2026-12-01T10:00");
          desk.authority.revoke(serial, RevocationReason.AFFILIATION_CHANGED);
        });
    assertThat(status(serial).reason()).isEqualTo(RevocationReason.KEY_COMPROMISE);
    assertThat(status(serial).revokedAt()).isEqualTo(first);
  }

  @Test
  void aSuspensionCanBeLiftedAndARevocationCannot() {
    CertificateSerialNumber serial = valid(Orders.forSignature());
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.CERTIFICATE_HOLD));
    assertThat(stateOf(serial)).isEqualTo(CertificateState.SUSPENDED);
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.REMOVE_FROM_CRL));
    assertThat(stateOf(serial)).isEqualTo(CertificateState.VALID);
    assertThat(status(serial).revokedAt()).isNull();
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.KEY_COMPROMISE));
    assertRefused(
        () ->
            authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.REMOVE_FROM_CRL)),
        "certificate-state");
  }

  @Test
  void nothingIsPlannedDuringAPlannedStop() {
    authority.doAt(
        desk -> {
          desk.settings.with("authority.stops", "2026-11-24T09:00/2026-11-24T11:00");
          assertThat(desk.authority.awayUntil()).isPresent();
          assertThatExceptionOfType(BusinessException.class)
              .isThrownBy(() -> desk.authority.plan(Orders.forSignature()))
              .satisfies(
                  e -> {
                    assertThat(e.problem().code()).isEqualTo("authority-away");
                    assertThat(e.problem().severity()).isEqualTo(Severity.UNAVAILABLE);
                  });
        });
  }

  @Test
  void aLastDayInThePastOrBeyondTheAuthorityIsRefused() {
    for (String day : List.of("2026-11-23", "2046-01-01")) {
      CertificateOrder any = Orders.forSignature();
      CertificateOrder order =
          new CertificateOrder(
              any.type(), any.key(), any.subject(), LocalDate.parse(day), any.receptionNumber());
      assertRefused(
          () -> authority.doAt(desk -> desk.authority.plan(order)), "certificate-not-issuable");
    }
  }

  @Test
  void anAddressOfMoreThan200CharactersIsRefusedWithItsLength() {
    CertificateOrder order =
        Orders.order(
            CertificateType.SIGNATURE, Orders.named("試験\u3000太郎", "神奈川県" + "あ".repeat(197)));
    assertRefused(() -> authority.doAt(desk -> desk.authority.plan(order)), "address-too-long");
  }

  @Test
  void anUnknownSerialIsSaidToBeUnknown() {
    assertRefused(
        () ->
            authority.doAt(
                desk ->
                    desk.authority.revoke(
                        CertificateSerialNumber.random(), RevocationReason.KEY_COMPROMISE)),
        "certificate-unknown");
  }

  @Test
  void everyActIsRecorded() {
    CertificateOrder order = Orders.forSignature();
    authority.doAt(
        desk -> {
          CertificateSerialNumber serial = desk.authority.plan(order);
          desk.authority.issue(serial);
          desk.authority.publish(serial);
          desk.authority.revoke(serial, RevocationReason.CERTIFICATE_HOLD);
          desk.authority.revoke(serial, RevocationReason.REMOVE_FROM_CRL);
          desk.authority.revoke(serial, RevocationReason.AFFILIATION_CHANGED);
          assertThat(desk.acts.all())
              .filteredOn(act -> act.subjectKey().equals(serial.hex()))
              .extracting(Act::name)
              .containsExactly(
                  "certificate.planned",
                  "certificate.issued",
                  "certificate.published",
                  "certificate.suspended",
                  "certificate.reinstated",
                  "certificate.revoked");
        });
  }

  @Test
  void certificatesAreFoundByResidentAndByReception() {
    CertificateOrder order = Orders.forSignature();
    CertificateSerialNumber serial = valid(order);
    authority.doAt(
        desk -> {
          assertThat(desk.certificates.ofResident(order.subject().residentId()))
              .extracting(CertificateStatus::serial)
              .containsExactly(serial);
          assertThat(desk.certificates.ofReception(order.receptionNumber()))
              .extracting(CertificateStatus::serial)
              .containsExactly(serial);
        });
  }

  private IssuedCertificate issued(CertificateOrder order) {
    return authority.at(desk -> desk.authority.issue(desk.authority.plan(order)));
  }

  private CertificateSerialNumber valid(CertificateOrder order) {
    CertificateSerialNumber serial = issued(order).serial();
    authority.doAt(desk -> desk.authority.publish(serial));
    return serial;
  }

  private CertificateStatus status(CertificateSerialNumber serial) {
    return authority.at(desk -> desk.certificates.find(serial).orElseThrow());
  }

  private CertificateState stateOf(CertificateSerialNumber serial) {
    return status(serial).state();
  }

  private static void assertRefused(ThrowingCallable act, String code) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(act)
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
