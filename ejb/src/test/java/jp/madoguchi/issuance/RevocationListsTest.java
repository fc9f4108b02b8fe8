package jp.madoguchi.issuance;

import static jp.madoguchi.issuance.CertificateType.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.testing.TestDatabase;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevocationListsTest {

  private final TestAuthority authority = TestAuthority.shared();

  @Test
  void aListStaysWhileNothingIsRevoked() {
    RevocationList first = listAt("2026-11-24T10:00");
    assertThat(listAt("2026-11-24T10:00").number()).isEqualTo(first.number());
    assertThat(listAt("2026-11-25T09:59").number()).isEqualTo(first.number());
  }

  @Test
  void aListIsNewAfter24HoursWithAHigherNumber() {
    RevocationList first = listAt("2026-11-24T10:00");
    RevocationList second = listAt(localAfter24Hours(first));
    assertThat(second.number()).isGreaterThan(first.number());
    assertThat(second.nextUpdate()).isAfter(second.thisUpdate());
  }

  @Test
  void aClockThatWasMovedBackDoesNotLowerTheNumber() {
    RevocationList late = listAt("2027-06-01T10:00");
    RevocationList early = listAt("2026-11-24T10:00");
    assertThat(early.number()).isGreaterThan(late.number());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "KEY_COMPROMISE",
        "AFFILIATION_CHANGED",
        "SUPERSEDED",
        "CESSATION_OF_OPERATION",
        "CERTIFICATE_HOLD"
      })
  void aRevocationMakesANewListWithItsReason(RevocationReason reason) throws Exception {
    CertificateSerialNumber serial = valid();
    RevocationList before = listAt("2026-11-24T10:00");
    authority.doAt(desk -> desk.authority.revoke(serial, reason));
    RevocationList after = listAt("2026-11-24T10:00");
    assertThat(after.number()).isGreaterThan(before.number());
    assertThat(parsed(before).getRevokedCertificate(serial.value())).isNull();
    assertThat(parsed(after).getRevokedCertificate(serial.value()).getRevocationReason().ordinal())
        .isEqualTo(reason.code());
    assertThat(parsed(after).getRevokedCertificate(serial.value()).getRevocationDate().toInstant())
        .isEqualTo(Instant.parse("2026-11-24T01:00:00Z"));
  }

  @Test
  void anUnspecifiedReasonIsLeftOut() throws Exception {
    CertificateSerialNumber serial = valid();
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.UNSPECIFIED));
    X509CRL list = parsed(listAt("2026-11-24T10:00"));
    assertThat(list.getRevokedCertificate(serial.value()).hasExtensions()).isFalse();
  }

  @Test
  void aLiftedSuspensionLeavesTheList() throws Exception {
    CertificateSerialNumber serial = valid();
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.CERTIFICATE_HOLD));
    RevocationList held = listAt("2026-11-24T10:00");
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.REMOVE_FROM_CRL));
    RevocationList lifted = listAt("2026-11-24T10:00");
    assertThat(lifted.number()).isGreaterThan(held.number());
    assertThat(parsed(held).getRevokedCertificate(serial.value())).isNotNull();
    assertThat(parsed(lifted).getRevokedCertificate(serial.value())).isNull();
  }

  @Test
  void theNumberIsInTheListItself() throws Exception {
    RevocationList list = listAt("2026-11-24T10:00");
    byte[] extension = parsed(list).getExtensionValue(Extension.cRLNumber.getId());
    ASN1Integer number =
        ASN1Integer.getInstance(ASN1OctetString.getInstance(extension).getOctets());
    assertThat(number.getValue().longValueExact()).isEqualTo(list.number());
  }

  /** Two nodes asked at once publish one list. */
  @RepeatedTest(5)
  void thoseWhoAskAtOnceGetOneList() {
    CertificateSerialNumber serial = valid();
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.KEY_COMPROMISE));
    List<CompletableFuture<Long>> asked =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> listAt("2026-11-24T10:00").number()))
            .toList();
    assertThat(asked.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  @Test
  void everyPublicationIsRecorded() {
    CertificateSerialNumber serial = valid();
    authority.doAt(
        desk -> {
          desk.authority.revoke(serial, RevocationReason.KEY_COMPROMISE);
          desk.lists.current(SIGNATURE);
          assertThat(desk.acts.names()).endsWith("revocation-list.published");
        });
  }

  @Test
  void anotherKeyHasNoList() {
    authority.doAt(desk -> assertThat(desk.lists.current(SIGNATURE, "00".repeat(20))).isEmpty());
  }

  private RevocationList listAt(String time) {
    return TestDatabase.shared()
        .inTransaction(entities -> authority.desk(entities, time).lists.current(SIGNATURE));
  }

  private static String localAfter24Hours(RevocationList list) {
    return list.thisUpdate().atZone(OfficeClock.ZONE).plusHours(24).toLocalDateTime().toString();
  }

  private CertificateSerialNumber valid() {
    return authority.at(
        desk -> {
          CertificateSerialNumber serial = desk.authority.plan(Orders.forSignature());
          desk.authority.issue(serial);
          desk.authority.publish(serial);
          return serial;
        });
  }

  private static X509CRL parsed(RevocationList list) throws Exception {
    return (X509CRL)
        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list.der()));
  }
}
