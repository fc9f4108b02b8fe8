package jp.madoguchi.issuance;

import static jp.madoguchi.issuance.CertificateType.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.stream.IntStream;
import jp.madoguchi.testing.MovableClock;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;

/** Lists by issuing distribution point (RFC 5280 5.2.5), by the setting crl.partitions. */
class PartitionedListsTest {

  private final TestAuthority authority = TestAuthority.shared();

  @Test
  void aCertificateNamesItsPartitionWhoseListSaysThatItIsRevoked() {
    authority.tryOut(
        entities -> {
          TestAuthority.Desk desk = desk(entities, 3);
          List<CertificateSerialNumber> serials =
              IntStream.range(0, 12).mapToObj(i -> valid(desk)).toList();
          serials.forEach(serial -> desk.authority.revoke(serial, RevocationReason.KEY_COMPROMISE));
          desk.lists.publishDue(SIGNATURE);
          for (CertificateSerialNumber serial : serials) {
            int own = serial.value().mod(BigInteger.valueOf(3)).intValue();
            for (int partition = 0; partition < 3; partition++) {
              X509CRLHolder list = list(desk, ListScope.partition(SIGNATURE, partition));
              assertThat(list.getRevokedCertificate(serial.value()) != null)
                  .isEqualTo(partition == own);
              if (partition == own) {
                assertThat(addressIn(desk, serial)).contains(addressOf(list));
              }
            }
            assertThat(list(desk, ListScope.full(SIGNATURE)).getRevokedCertificate(serial.value()))
                .isNotNull();
          }
        });
  }

  @Test
  void thePointIsCriticalAndTheFullListHasNone() {
    authority.tryOut(
        entities -> {
          TestAuthority.Desk desk = desk(entities, 1);
          desk.lists.publishDue(SIGNATURE);
          X509CRLHolder part = list(desk, ListScope.partition(SIGNATURE, 0));
          assertThat(part.getExtension(Extension.issuingDistributionPoint).isCritical()).isTrue();
          assertThat(addressOf(part)).startsWith("http://127.0.0.1:8080/crl/sign-0.crl?keyId=");
          assertThat(
                  list(desk, ListScope.full(SIGNATURE))
                      .getExtension(Extension.issuingDistributionPoint))
              .isNull();
        });
  }

  /** What nothing changed in stays as it is: a phone fetches a small list, and seldom. */
  @Test
  void onlyThePartitionInWhichSomethingChangedIsNew() {
    authority.tryOut(
        entities -> {
          TestAuthority.Desk desk = desk(entities, 4);
          CertificateSerialNumber serial = valid(desk);
          desk.lists.publishDue(SIGNATURE);
          List<Long> before = numbers(desk);
          desk.authority.revoke(serial, RevocationReason.KEY_COMPROMISE);
          desk.lists.publishDue(SIGNATURE);
          List<Long> after = numbers(desk);
          int own = serial.value().mod(BigInteger.valueOf(4)).intValue();
          for (int partition = 0; partition < 4; partition++) {
            assertThat(after.get(partition).equals(before.get(partition)))
                .isEqualTo(partition != own);
          }
        });
  }

  /** A certificate's partition stands in it for years. */
  @Test
  void fewerPartitionsLeaveThoseThatCertificatesName() {
    authority.tryOut(
        entities -> {
          TestAuthority.Desk desk = desk(entities, 5);
          CertificateSerialNumber serial = valid(desk);
          desk.lists.publishDue(SIGNATURE);
          TestAuthority.Desk later = desk(entities, 0);
          later.authority.revoke(serial, RevocationReason.KEY_COMPROMISE);
          later.lists.publishDue(SIGNATURE);
          int own = serial.value().mod(BigInteger.valueOf(5)).intValue();
          assertThat(
                  list(later, ListScope.partition(SIGNATURE, own))
                      .getRevokedCertificate(serial.value()))
              .isNotNull();
        });
  }

  @Test
  void theJdkReadsAPartition() {
    authority.tryOut(
        entities -> {
          TestAuthority.Desk desk = desk(entities, 1);
          CertificateSerialNumber serial = valid(desk);
          desk.authority.revoke(serial, RevocationReason.AFFILIATION_CHANGED);
          desk.lists.publishDue(SIGNATURE);
          X509CRL list = jdk(list(desk, ListScope.partition(SIGNATURE, 0)));
          assertThat(list.getRevokedCertificate(serial.value()).getRevocationReason().ordinal())
              .isEqualTo(3);
          assertThat(list.getCriticalExtensionOIDs()).containsExactly("2.5.29.28");
        });
  }

  private static X509CRL jdk(X509CRLHolder list) {
    try {
      return (X509CRL)
          CertificateFactory.getInstance("X.509")
              .generateCRL(new ByteArrayInputStream(list.getEncoded()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private TestAuthority.Desk desk(EntityManager entities, int partitions) {
    TestAuthority.Desk desk =
        new TestAuthority.Desk(
            entities,
            authority.settings().with("crl.partitions", Integer.toString(partitions)),
            new MovableClock("2026-11-24T10:00"));
    desk.authorities.load();
    return desk;
  }

  private static CertificateSerialNumber valid(TestAuthority.Desk desk) {
    CertificateSerialNumber serial = desk.authority.plan(Orders.forSignature());
    desk.authority.issue(serial);
    desk.authority.publish(serial);
    return serial;
  }

  private static List<Long> numbers(TestAuthority.Desk desk) {
    return IntStream.range(0, 4)
        .mapToObj(number -> ListScope.partition(SIGNATURE, number))
        .map(scope -> desk.newest(scope).number())
        .toList();
  }

  private static X509CRLHolder list(TestAuthority.Desk desk, ListScope scope) {
    try {
      return new X509CRLHolder(desk.der(desk.newest(scope)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String addressOf(X509CRLHolder list) {
    IssuingDistributionPoint point =
        IssuingDistributionPoint.getInstance(
            list.getExtension(Extension.issuingDistributionPoint).getParsedValue());
    return GeneralNames.getInstance(point.getDistributionPoint().getName())
        .getNames()[0]
        .getName()
        .toString();
  }

  /** As text: an address stands in DER as it is. */
  private static String addressIn(TestAuthority.Desk desk, CertificateSerialNumber serial) {
    try {
      byte[] der = desk.certificates.issued(serial).orElseThrow().der();
      return new String(
          new X509CertificateHolder(der)
              .getExtension(Extension.cRLDistributionPoints)
              .getExtnValue()
              .getOctets(),
          StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
