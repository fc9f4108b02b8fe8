package jp.madoguchi.issuance;

import static jp.madoguchi.issuance.CertificateType.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.madoguchi.issuance.jpa.StatusTable;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.Mutation;
import jp.madoguchi.testing.TestDatabase;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes that keep signed answers, over one database. */
class StatusDeskTest {

  private static final int KEPT = 15;
  private static final int FUZZED = Integer.getInteger("madoguchi.fuzz", 20_000);

  private final TestAuthority authority = TestAuthority.shared();
  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private StatusDesk one;
  private StatusDesk other;
  private X509CertificateHolder issuer;

  @BeforeEach
  void open() {
    issuer = authority.at(desk -> desk.authorities.current(SIGNATURE).certificate());
    one = desk(TestDatabase.shared().dataSource());
    other = desk(TestDatabase.shared().dataSource());
  }

  private StatusDesk desk(DataSource source) {
    OcspResponder responder =
        authority.at(
            desk ->
                new OcspResponder(
                    desk.authorities,
                    null,
                    new JudgedSignatures(desk.settings),
                    clock,
                    desk.settings));
    StatusDesk opened = new StatusDesk(responder, new StatusTable(source), clock, KEPT);
    opened.open();
    return opened;
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void theSameAnswerIsGivenUntilHalfOfItsTimeIsOver() throws Exception {
    CertificateSerialNumber serial = authority.valid();
    OcspAnswer first = ask(one, request(serial));
    clock.moveTo("2026-11-24T10:04:59");
    assertThat(ask(one, request(serial)).der()).isEqualTo(first.der());
    clock.moveTo("2026-11-24T10:05");
    OcspAnswer second = ask(one, request(serial));
    assertThat(second.period().orElseThrow().from()).isEqualTo(clock.instant());
    assertThat(ask(one, request(serial)).der()).isEqualTo(second.der());
    clock.moveTo("2026-11-24T09:00");
    assertThat(ask(one, request(serial)).period().orElseThrow().from()).isEqualTo(clock.instant());
  }

  @Test
  void aRevocationOnAnyNodeIsToldByAllAtOnce() throws Exception {
    CertificateSerialNumber serial = authority.valid();
    for (StatusDesk node : List.of(one, other)) {
      assertThat(status(node, serial)).isNull();
    }
    revoke(serial, RevocationReason.CERTIFICATE_HOLD);
    for (StatusDesk node : List.of(one, other)) {
      assertThat(status(node, serial)).isInstanceOf(RevokedStatus.class);
    }
    revoke(serial, RevocationReason.REMOVE_FROM_CRL);
    for (StatusDesk node : List.of(one, other)) {
      assertThat(status(node, serial)).isNull();
    }
  }

  /** Both nodes are asked all the time, so that answers are signed and kept in every moment. */
  @Test
  void noAnswerIsGoodOnceARevocationIsConfirmed() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<CertificateSerialNumber> serials =
        IntStream.range(0, 12).mapToObj(i -> authority.valid()).toList();
    List<byte[]> requests = serials.stream().map(this::request).toList();
    List<CompletableFuture<Void>> askers =
        IntStream.range(0, 4)
            .mapToObj(
                number ->
                    CompletableFuture.runAsync(
                        () -> {
                          Random random = new Random(number);
                          while (!over.get()) {
                            ask(
                                number % 2 == 0 ? one : other,
                                requests.get(random.nextInt(requests.size())));
                          }
                        }))
            .toList();
    for (CertificateSerialNumber serial : serials) {
      revoke(serial, RevocationReason.KEY_COMPROMISE);
      for (int again = 0; again < 3; again++) {
        assertThat(status(one, serial)).isInstanceOf(RevokedStatus.class);
        assertThat(status(other, serial)).isInstanceOf(RevokedStatus.class);
      }
    }
    over.set(true);
    askers.forEach(CompletableFuture::join);
  }

  /** A transaction with an older number may commit after one with a newer number. */
  @Test
  void transactionsThatCommitInAnotherOrderAreSeenAsWell() throws Exception {
    CertificateSerialNumber early = authority.valid();
    CertificateSerialNumber late = authority.valid();
    assertThat(status(one, early)).isNull();
    assertThat(status(one, late)).isNull();
    DataSource source = TestDatabase.shared().dataSource();
    try (Connection first = source.getConnection();
        Connection second = source.getConnection()) {
      first.setAutoCommit(false);
      revoke(first, early);
      revoke(second, late);
      assertThat(status(one, late)).isInstanceOf(RevokedStatus.class);
      assertThat(status(one, early)).isNull();
      first.commit();
      assertThat(status(one, early)).isInstanceOf(RevokedStatus.class);
    }
  }

  private static void revoke(Connection connection, CertificateSerialNumber serial)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update madoguchi.certificate set state = 'REVOKED', revoked_at = now(),"
                + " revocation_reason = 'SUPERSEDED' where serial = ?")) {
      update.setBigDecimal(1, new java.math.BigDecimal(serial.value()));
      assertThat(update.executeUpdate()).isOne();
    }
  }

  @Test
  void whatIsPublishedLaterIsGoodAsSoonAsItIs() throws Exception {
    CertificateSerialNumber serial =
        authority.at(desk -> desk.authority.plan(Orders.forSignature()));
    assertThat(status(one, serial)).isInstanceOf(UnknownStatus.class);
    authority.doAt(
        desk -> {
          desk.authority.issue(serial);
          desk.authority.publish(serial);
        });
    assertThat(status(one, serial)).isNull();
  }

  @Test
  void aNonceAndSeveralCertificatesGetAnAnswerOfTheirOwn() throws Exception {
    CertificateSerialNumber serial = authority.valid();
    Extension nonce =
        new Extension(
            OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
            false,
            new DEROctetString(new byte[32]).getEncoded());
    byte[] request =
        new OCSPReqBuilder()
            .addRequest(id(serial.value()))
            .addRequest(id(BigInteger.TEN))
            .setRequestExtensions(new Extensions(nonce))
            .build()
            .getEncoded();
    BasicOCSPResp answer = basic(ask(one, request));
    assertThat(answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)).isEqualTo(nonce);
    assertThat(answer.getResponses())
        .extracting(SingleResp::getCertStatus)
        .satisfiesExactly(
            good -> assertThat(good).isNull(),
            unknown -> assertThat(unknown).isInstanceOf(UnknownStatus.class));
  }

  /** The memory is bounded: the eldest is read and signed anew. */
  @Test
  void moreCertificatesThanAreKeptAreAnsweredAsWell() throws Exception {
    List<CertificateSerialNumber> many =
        IntStream.range(0, KEPT + 4).mapToObj(i -> authority.valid()).toList();
    for (int round = 0; round < 2; round++) {
      for (CertificateSerialNumber serial : many) {
        assertThat(status(one, serial)).isNull();
      }
    }
  }

  /** Without the database nobody can say that nothing was revoked meanwhile. */
  @Test
  void withoutTheDatabaseItIsTryLaterAndAfterwardsGoodAgain() throws Exception {
    AtomicBoolean away = new AtomicBoolean();
    CertificateSerialNumber serial = authority.valid();
    try (StatusDesk node = desk(Interrupted.source(away))) {
      assertThat(status(node, serial)).isNull();
      away.set(true);
      assertThat(new OCSPResp(ask(node, request(serial)).der()).getStatus())
          .isEqualTo(OCSPRespBuilder.TRY_LATER);
      away.set(false);
      assertThat(status(node, serial)).isNull();
      revoke(serial, RevocationReason.SUPERSEDED);
      assertThat(status(node, serial)).isInstanceOf(RevokedStatus.class);
    }
  }

  /**
   * Random bytes, and true requests with some bytes changed, cut off or put in: each has an answer
   * that an OCSP client can read. {@code -Dmadoguchi.fuzz=N} tries another number.
   */
  @Test
  void whateverIsSentHasAnOcspAnswer() throws Exception {
    Random random = new Random(20261126);
    byte[] plain = request(authority.valid());
    byte[] withNonce =
        new OCSPReqBuilder()
            .addRequest(id(authority.valid().value()))
            .setRequestExtensions(
                new Extensions(
                    new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                        false,
                        new DEROctetString(new byte[32]).getEncoded())))
            .build()
            .getEncoded();
    int[] statuses = new int[7];
    for (int i = 0; i < FUZZED; i++) {
      byte[] sent = Mutation.of(i % 2 == 0 ? plain : withNonce, random);
      statuses[new OCSPResp(ask(one, sent).der()).getStatus()]++;
    }
    assertThat(statuses[OCSPRespBuilder.INTERNAL_ERROR]).isZero();
    assertThat(statuses[OCSPRespBuilder.TRY_LATER]).isZero();
    assertThat(statuses[OCSPRespBuilder.MALFORMED_REQUEST]).isPositive();
    assertThat(statuses[OCSPRespBuilder.UNAUTHORIZED]).isPositive();
    assertThat(statuses[OCSPRespBuilder.SUCCESSFUL]).isPositive();
  }

  private org.bouncycastle.cert.ocsp.CertificateStatus status(
      StatusDesk node, CertificateSerialNumber serial) throws Exception {
    return basic(ask(node, request(serial))).getResponses()[0].getCertStatus();
  }

  private static BasicOCSPResp basic(OcspAnswer answer) throws Exception {
    return (BasicOCSPResp) new OCSPResp(answer.der()).getResponseObject();
  }

  private static OcspAnswer ask(StatusDesk node, byte[] request) {
    CompletableFuture<OcspAnswer> answer = new CompletableFuture<>();
    node.ask(SIGNATURE, request, answer::complete);
    return answer.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private byte[] request(CertificateSerialNumber serial) {
    try {
      return new OCSPReqBuilder().addRequest(id(serial.value())).build().getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private CertificateID id(BigInteger serial) throws Exception {
    return new CertificateID(
        new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
        issuer,
        serial);
  }

  private void revoke(CertificateSerialNumber serial, RevocationReason reason) {
    authority.doAt(desk -> desk.authority.revoke(serial, reason));
  }
}
