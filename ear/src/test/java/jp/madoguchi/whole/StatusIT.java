package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The status service over HTTP (RFC 5019, RFC 6960 appendix A). */
class StatusIT {

  private static final BigInteger SERIAL = new BigInteger("4F00000000000000000000000000A11E", 16);
  private static final int FUZZED = Integer.getInteger("madoguchi.fuzz.http", 400);
  private static final int ASKING = 80;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static X509CertificateHolder issuer;

  @BeforeAll
  static void aCertificateIsValid() throws IOException {
    issuer = new X509CertificateHolder(Api.anonymous().get("ca/sign.cer").body());
    Tables.execute(
        "insert into madoguchi.certificate (serial, type, authority_key_id, state, resident_id,"
            + " reception_number, key_hash, to_be_signed, signature, not_before, not_after,"
            + " planned_at, issued_at, published_at) select "
            + SERIAL
            + ", type, key_id, 'VALID', -1, 'status', sha256('status'::bytea), ''::bytea,"
            + " ''::bytea, '2020-01-01', '2040-01-01', '2020-01-01', '2020-01-01', '2020-01-01'"
            + " from madoguchi.authority where type = 'SIGNATURE' and is_current");
  }

  @AfterAll
  static void andGone() {
    Tables.execute("delete from madoguchi.certificate where resident_id = -1");
  }

  @Test
  void anAnswerByGetSaysToCachesHowLongItLasts() throws Exception {
    HttpResponse<byte[]> answer = get();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo("application/ocsp-response");
    var single = basic(answer).getResponses()[0];
    assertThat(date(answer, "last-modified").toInstant())
        .isEqualTo(single.getThisUpdate().toInstant());
    assertThat(date(answer, "expires").toInstant()).isEqualTo(single.getNextUpdate().toInstant());
    assertThat(header(answer, "cache-control"))
        .matches("max-age=[1-9][0-9]*, public, no-transform, must-revalidate");
    HttpResponse<byte[]> again =
        CLIENT.send(
            HttpRequest.newBuilder(getAddress())
                .header("If-None-Match", header(answer, "etag"))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "etag")).isEqualTo(header(answer, "etag"));
  }

  @Test
  void anAnswerByPostIsKeptByNoCache() throws Exception {
    HttpResponse<byte[]> answer = post(request(false));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "cache-control")).isEqualTo("no-store");
    assertThat(basic(answer).getResponses()[0].getCertStatus()).isNull();
  }

  @Test
  void whatIsRevokedIsToldByTheNextAnswerAndHasAnotherTag() throws Exception {
    String before = header(get(), "etag");
    Tables.execute(
        "update madoguchi.certificate set state = 'SUSPENDED', revoked_at = '2026-11-24',"
            + " revocation_reason = 'CERTIFICATE_HOLD' where serial = "
            + SERIAL);
    HttpResponse<byte[]> after = get();
    assertThat(basic(after).getResponses()[0].getCertStatus()).isInstanceOf(RevokedStatus.class);
    assertThat(header(after, "etag")).isNotEqualTo(before);
    Tables.execute(
        "update madoguchi.certificate set state = 'VALID', revoked_at = null,"
            + " revocation_reason = null where serial = "
            + SERIAL);
    assertThat(basic(get()).getResponses()[0].getCertStatus()).isNull();
  }

  /** The timer made it at the start; nobody had to ask. */
  @Test
  void theListIsThereAndWhoHasItIsNotSentItAgain() throws Exception {
    URI address = URI.create(RunningCounter.get().address() + "crl/auth.crl");
    HttpResponse<byte[]> list =
        CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(header(list, "content-type")).isEqualTo("application/pkix-crl");
    assertThat(new X509CRLHolder(list.body()).getExtension(Extension.cRLNumber)).isNotNull();
    HttpRequest again =
        HttpRequest.newBuilder(address).header("If-None-Match", header(list, "etag")).build();
    HttpResponse<byte[]> second = CLIENT.send(again, BodyHandlers.ofByteArray());
    // Another test may have revoked something meanwhile: then there is another list.
    assertThat(second.statusCode())
        .isEqualTo(header(second, "etag").equals(header(list, "etag")) ? 304 : 200);
    for (String none : List.of("crl/sign-0.crl", "crl/sign-00.crl", "crl/sign-.crl")) {
      assertThat(Api.anonymous().get(none).status()).as(none).isEqualTo(404);
    }
  }

  /** A body that is too long is refused before it is read. */
  @Test
  void aBodyThatIsTooLongIsRefused() throws Exception {
    assertThat(post(new byte[20_000]).statusCode()).isEqualTo(413);
  }

  /** All threads and connections of the pages wait for a table, and the engine with them. */
  @Test
  void itAnswersWhileEveryThreadOfThePagesWaits() throws Exception {
    List<CompletableFuture<Api.Reply>> waiting = new ArrayList<>();
    try (Connection connection = Tables.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table madoguchi.resident_import in access exclusive mode");
      Api supervisor = Api.as("supervisor1");
      for (int i = 0; i < ASKING; i++) {
        waiting.add(
            CompletableFuture.supplyAsync(
                () -> supervisor.get("api/residents/imports"), work -> new Thread(work).start()));
      }
      Wait.until("no page answers", StatusIT::aPageAnswers, answers -> !answers);
      for (int i = 0; i < 20; i++) {
        long begun = System.nanoTime();
        assertThat(basic(get()).getResponses()[0].getCertStatus()).isNull();
        assertThat(basic(post(request(true))).getResponses()[0].getCertStatus()).isNull();
        assertThat(new X509CRLHolder(fetched("crl/sign.crl")).getIssuer())
            .isEqualTo(new X509CertificateHolder(fetched("ca/sign.cer")).getSubject());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
      }
      assertThat(aPageAnswers()).isFalse();
      connection.rollback();
    }
    waiting.forEach(CompletableFuture::join);
    Wait.until("pages answer again", StatusIT::aPageAnswers, answers -> answers);
  }

  private static byte[] fetched(String path) throws Exception {
    URI address = URI.create(RunningCounter.get().address() + path);
    return CLIENT
        .send(
            HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(),
            BodyHandlers.ofByteArray())
        .body();
  }

  private static boolean aPageAnswers() {
    try {
      URI address = URI.create(RunningCounter.get().address() + "login.xhtml");
      CLIENT.send(
          HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(1)).build(),
          BodyHandlers.discarding());
      return true;
    } catch (HttpTimeoutException none) {
      return false;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fixed seed; {@code -Dmadoguchi.fuzz.http=N} tries another number. */
  @Test
  void randomAndDamagedRequestsHaveAnOcspAnswerAndNeverAFault() throws Exception {
    Random random = new Random(5019);
    byte[] whole = request(true);
    for (int i = 0; i < FUZZED; i++) {
      byte[] sent = whole.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        sent[random.nextInt(sent.length)] = (byte) random.nextInt(256);
      }
      HttpResponse<byte[]> answer = i % 2 == 0 ? post(sent) : get(sent);
      assertThat(answer.statusCode()).as(Base64.getEncoder().encodeToString(sent)).isEqualTo(200);
      assertThat(new OCSPResp(answer.body()).getStatus()).isIn(0, 1, 6);
    }
  }

  @Test
  void anAddressThatIsNoBase64IsNoFault() throws Exception {
    for (String address : List.of("%", "%zz", "A", "***", "%00", "MDAw%3D%3D%3D%3D")) {
      assertThat(RawCall.from("127.0.0.1").get("ocsp/sign/" + address).status())
          .as(address)
          .isLessThan(500);
    }
  }

  private static HttpResponse<byte[]> get() throws Exception {
    return get(request(false));
  }

  private static HttpResponse<byte[]> get(byte[] request) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(address(request)).timeout(Duration.ofSeconds(10)).build(),
        BodyHandlers.ofByteArray());
  }

  private static URI getAddress() throws Exception {
    return address(request(false));
  }

  private static URI address(byte[] request) {
    String base64 = Base64.getEncoder().encodeToString(request);
    return URI.create(
        RunningCounter.get().address()
            + "ocsp/sign/"
            + URLEncoder.encode(base64, StandardCharsets.US_ASCII));
  }

  private static HttpResponse<byte[]> post(byte[] request) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(RunningCounter.get().address() + "ocsp/sign"))
            .header("Content-Type", "application/ocsp-request")
            .timeout(Duration.ofSeconds(10))
            .POST(BodyPublishers.ofByteArray(request))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static byte[] request(boolean withNonce) throws Exception {
    OCSPReqBuilder request =
        new OCSPReqBuilder()
            .addRequest(
                new CertificateID(
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                    issuer,
                    SERIAL));
    if (withNonce) {
      request.setRequestExtensions(
          new Extensions(
              new Extension(
                  OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                  false,
                  new DEROctetString(new byte[32]).getEncoded())));
    }
    return request.build().getEncoded();
  }

  private static BasicOCSPResp basic(HttpResponse<byte[]> answer) throws Exception {
    return (BasicOCSPResp) new OCSPResp(answer.body()).getResponseObject();
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }

  private static ZonedDateTime date(HttpResponse<byte[]> answer, String name) {
    return ZonedDateTime.parse(header(answer, name), DateTimeFormatter.RFC_1123_DATE_TIME);
  }
}
