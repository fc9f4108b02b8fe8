package jp.madoguchi.issuance;

import static jp.madoguchi.issuance.CertificateType.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
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
    CertificateSerialNumber serial = authority.valid();
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
    CertificateSerialNumber serial = authority.valid();
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.UNSPECIFIED));
    X509CRL list = parsed(listAt("2026-11-24T10:00"));
    assertThat(list.getRevokedCertificate(serial.value()).hasExtensions()).isFalse();
  }

  @Test
  void aLiftedSuspensionLeavesTheList() throws Exception {
    CertificateSerialNumber serial = authority.valid();
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

  /** One of them publishes; the others leave it to that one and see the list before. */
  @RepeatedTest(5)
  void nodesThatLookAtOncePublishOneList() throws Exception {
    CertificateSerialNumber serial = authority.valid();
    long before = listAt("2026-11-24T10:00").number();
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.KEY_COMPROMISE));
    List<CompletableFuture<Long>> looks =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> listAt("2026-11-24T10:00").number()))
            .toList();
    Set<Long> fresh = looks.stream().map(CompletableFuture::join).collect(Collectors.toSet());
    fresh.remove(before);
    RevocationList newest = listAt("2026-11-24T10:00");
    assertThat(fresh).containsExactly(newest.number());
    assertThat(parsed(newest).getRevokedCertificate(serial.value())).isNotNull();
  }

  @Test
  void everyPublicationIsRecorded() {
    CertificateSerialNumber serial = authority.valid();
    authority.doAt(
        desk -> {
          desk.authority.revoke(serial, RevocationReason.KEY_COMPROMISE);
          desk.list(SIGNATURE);
          assertThat(desk.acts.names()).endsWith("revocation-list.published");
        });
  }

  /** At most one a minute: the status service says it meanwhile. */
  @Test
  void aSecondRevocationWaitsForTheMinute() throws Exception {
    CertificateSerialNumber first = authority.valid();
    CertificateSerialNumber second = authority.valid();
    authority.doAt(desk -> desk.authority.revoke(first, RevocationReason.KEY_COMPROMISE));
    long one = publishedAt("2026-11-24T11:00", Map.of()).number();
    authority.doAt(desk -> desk.authority.revoke(second, RevocationReason.KEY_COMPROMISE));
    Map<String, String> usual = Map.of("crl.pause", "60");
    assertThat(publishedAt("2026-11-24T11:00:59", usual).number()).isEqualTo(one);
    RevocationList after = publishedAt("2026-11-24T11:01", usual);
    assertThat(after.number()).isGreaterThan(one);
    assertThat(parsed(after).getRevokedCertificate(second.value())).isNotNull();
  }

  /** A node that ended between the two leaves the list to the next one that looks. */
  @Test
  void whatWasRevokedBeforeACrashIsListedByWhoLooksNext() throws Exception {
    CertificateSerialNumber serial = authority.valid();
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.CESSATION_OF_OPERATION));
    authority.tryOut(
        entities -> authority.desk(entities, "2026-11-24T10:00").lists.publishDue(SIGNATURE));
    RevocationList list = publishedAt("2026-11-24T10:00", Map.of());
    assertThat(parsed(list).getRevokedCertificate(serial.value())).isNotNull();
  }

  /** Nothing is lost and nothing revived, wherever the clock jumps. */
  @Test
  void aClockThatJumpsLosesNothingAndRevivesNothing() throws Exception {
    CertificateSerialNumber serial = authority.valid();
    CertificateSerialNumber held = authority.valid();
    long number = 0;
    authority.doAt(desk -> desk.authority.revoke(held, RevocationReason.CERTIFICATE_HOLD));
    for (String time : List.of("2026-11-24T10:00", "2028-02-29T23:59", "2026-11-24T09:00")) {
      TestDatabase.shared()
          .doInTransaction(
              entities ->
                  authority
                      .desk(entities, time)
                      .authority
                      .revoke(serial, RevocationReason.SUPERSEDED));
      RevocationList list = listAt(time);
      assertThat(list.number()).isGreaterThan(number);
      number = list.number();
      assertThat(parsed(list).getRevokedCertificate(serial.value())).isNotNull();
      assertThat(parsed(list).getRevokedCertificate(held.value())).isNotNull();
    }
  }

  /** Two nodes that revoke and publish all the time, as fast as they can. */
  @Test
  void twoNodesThatPublishAtOnceGiveRisingNumbersAndLoseNothing() throws Exception {
    List<CertificateSerialNumber> all =
        IntStream.range(0, 12).mapToObj(i -> authority.valid()).toList();
    List<CompletableFuture<List<Long>>> nodes =
        IntStream.range(0, 2)
            .mapToObj(
                node ->
                    CompletableFuture.supplyAsync(
                        () ->
                            IntStream.range(0, 6)
                                .mapToObj(i -> revokeAndPublish(all.get(2 * i + node)))
                                .toList()))
            .toList();
    for (CompletableFuture<List<Long>> node : nodes) {
      assertThat(node.join()).isSorted();
    }
    X509CRL last = parsed(listAt("2026-11-24T10:00"));
    assertThat(all).allMatch(serial -> last.getRevokedCertificate(serial.value()) != null);
  }

  private long revokeAndPublish(CertificateSerialNumber serial) {
    authority.doAt(desk -> desk.authority.revoke(serial, RevocationReason.SUPERSEDED));
    return publishedAt("2026-11-24T10:00", Map.of()).number();
  }

  @Test
  void anotherKeyHasNoList() {
    authority.doAt(
        desk -> assertThat(desk.newest(ListScope.full(SIGNATURE), "00".repeat(20))).isEmpty());
  }

  /** What the timer of a node leaves, without waiting for another node's. */
  private RevocationList publishedAt(String time, Map<String, String> settings) {
    ChosenSettings chosen = authority.settings();
    settings.forEach(chosen::with);
    return TestDatabase.shared()
        .inTransaction(entities -> authority.desk(entities, time, chosen).list(SIGNATURE));
  }

  private RevocationList listAt(String time) {
    return TestDatabase.shared()
        .inTransaction(entities -> authority.desk(entities, time).list(SIGNATURE));
  }

  private static String localAfter24Hours(RevocationList list) {
    return list.thisUpdate().atZone(OfficeClock.ZONE).plusHours(24).toLocalDateTime().toString();
  }

  private X509CRL parsed(RevocationList list) throws Exception {
    byte[] der = authority.at(desk -> desk.der(list));
    return (X509CRL)
        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
  }
}
