package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import jp.madoguchi.calendar.OfficeClock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A relying party with openssl, GnuTLS or the JDK comes to the same result as the office. */
class RelyingPartyTest {

  private static final Instant CHECKED_AT = Instant.parse("2026-11-24T03:00:00Z");

  private final TestAuthority authority = TestAuthority.shared();
  private String now = "2026-11-24T11:00";

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void opensslVerifiesChainAndListOfAValidCertificate(CertificateType type) {
    CertificateSerialNumber serial = valid(type);
    writeAll(type, serial);
    Command verify = verify();
    assertThat(verify.exit()).as(verify.output()).isZero();
    assertThat(verify.output()).contains("holder.pem: OK");
  }

  @ParameterizedTest
  @EnumSource
  void opensslRefusesARevokedCertificateByItsList(CertificateType type) {
    CertificateSerialNumber serial = valid(type);
    revoke(serial);
    writeAll(type, serial);
    assertThat(verify().output()).contains("certificate revoked");
  }

  /** This tool goes by the machine's clock, and so does the office here. */
  @ParameterizedTest
  @EnumSource
  void gnuTlsVerifiesChainAndList(CertificateType type) {
    now = LocalDateTime.now(OfficeClock.ZONE).minusMinutes(1).toString();
    CertificateSerialNumber good = valid(type);
    writeAll(type, good);
    assertThat(certtool().output()).contains("Chain verification output: Verified");
    revoke(good);
    writeAll(type, good);
    assertThat(certtool().output()).containsIgnoringCase("revoked");
  }

  @ParameterizedTest
  @EnumSource
  void theJdkValidatesThePathWithTheList(CertificateType type) throws Exception {
    CertificateSerialNumber serial = valid(type);
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(certificate(factory, ca(type)), null)));
    X509CRL list = (X509CRL) factory.generateCRL(new ByteArrayInputStream(list(type)));
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(list))));
    // the policy is critical and has a qualifier, as in the national profile
    parameters.setPolicyQualifiersRejected(false);
    parameters.setDate(Date.from(CHECKED_AT));
    byte[] holder = der(serial);
    assertThat(
            CertPathValidator.getInstance("PKIX")
                .validate(
                    factory.generateCertPath(List.of(certificate(factory, holder))), parameters))
        .isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void opensslAsksTheStatusServiceOverHttp(CertificateType type) throws Exception {
    HttpServer server = statusService(type);
    try {
      CertificateSerialNumber serial = valid(type);
      writeAll(type, serial);
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/ocsp";
      assertThat(ocsp(url).output()).contains("Response verify OK", "holder.pem: good");
      assertThat(ocsp(url).output()).doesNotContain("WARNING: no nonce in response");
      revoke(serial);
      assertThat(ocsp(url).output())
          .contains("Response verify OK", "holder.pem: revoked", "Reason: keyCompromise");
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void opensslHearsThatAPlannedOrUnpublishedCertificateIsUnknown(CertificateType type)
      throws Exception {
    HttpServer server = statusService(type);
    try {
      CertificateOrder order = Orders.order(type, Orders.aResident());
      CertificateSerialNumber serial =
          authority.at(desk -> desk.authority.issue(desk.authority.plan(order)).serial());
      writeAll(type, serial);
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/ocsp";
      assertThat(ocsp(url).output()).contains("Response verify OK", "holder.pem: unknown");
    } finally {
      server.stop(0);
    }
  }

  private Command verify() {
    return Command.run(
        directory,
        "openssl",
        "verify",
        "-x509_strict",
        "-crl_check",
        "-attime",
        "" + CHECKED_AT.getEpochSecond(),
        "-CAfile",
        "ca.pem",
        "-CRLfile",
        "list.pem",
        "holder.pem");
  }

  private Command certtool() {
    return Command.run(
        directory,
        "certtool",
        "--verify",
        "--load-ca-certificate",
        "ca.pem",
        "--load-crl",
        "list.pem",
        "--infile",
        "holder.pem");
  }

  /** The period is given leeway, since openssl holds it against its own clock. */
  private Command ocsp(String url) {
    return Command.run(
        directory,
        "openssl",
        "ocsp",
        "-issuer",
        "ca.pem",
        "-cert",
        "holder.pem",
        "-CAfile",
        "ca.pem",
        "-attime",
        "" + CHECKED_AT.getEpochSecond(),
        "-validity_period",
        "1000000000",
        "-url",
        url);
  }

  private HttpServer statusService(CertificateType type) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/ocsp",
        exchange -> {
          byte[] request = exchange.getRequestBody().readAllBytes();
          byte[] answer = authority.at(desk -> desk.responder.answer(type, request).der());
          exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }

  private void writeAll(CertificateType type, CertificateSerialNumber serial) {
    pem("ca.pem", "CERTIFICATE", ca(type));
    pem("holder.pem", "CERTIFICATE", der(serial));
    pem("list.pem", "X509 CRL", list(type));
  }

  private void pem(String name, String kind, byte[] der) {
    String base64 = Base64.getMimeEncoder().encodeToString(der);
    try {
      Files.writeString(
          directory.resolve(name),
          "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static X509Certificate certificate(CertificateFactory factory, byte[] der)
      throws Exception {
    return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
  }

  private CertificateSerialNumber valid(CertificateType type) {
    return authority.at(
        desk -> {
          desk.clock.moveTo(now);
          CertificateSerialNumber serial =
              desk.authority.plan(order(type, desk.clock.today().plusYears(4)));
          desk.authority.issue(serial);
          desk.authority.publish(serial);
          return serial;
        });
  }

  private static CertificateOrder order(CertificateType type, LocalDate lastDay) {
    CertificateOrder any = Orders.order(type, Orders.aResident());
    return new CertificateOrder(type, any.key(), any.subject(), lastDay, any.receptionNumber());
  }

  private void revoke(CertificateSerialNumber serial) {
    authority.doAt(
        desk -> {
          desk.clock.moveTo(now);
          desk.authority.revoke(serial, RevocationReason.KEY_COMPROMISE);
        });
  }

  private byte[] der(CertificateSerialNumber serial) {
    return authority.at(desk -> desk.certificates.issued(serial).orElseThrow().der());
  }

  private byte[] ca(CertificateType type) {
    return authority.at(
        desk -> KeystoreAgreement.encoded(desk.authorities.current(type).certificate()));
  }

  private byte[] list(CertificateType type) {
    return authority.at(
        desk -> {
          desk.clock.moveTo(now);
          return desk.der(desk.list(type));
        });
  }
}
