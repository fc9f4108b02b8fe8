package jp.madoguchi.web.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.madoguchi.issuance.AuthorityLink;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.ListScope;
import jp.madoguchi.issuance.PublishedFiles;
import jp.madoguchi.issuance.PublishedFiles.AwayException;
import jp.madoguchi.issuance.RevocationList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists of any size are served by the network's threads, part by part, from tables of the test. */
class PublishedHandlerTest {

  private static final int PART = 1 << 19;
  private static final int PARTS = 100;
  private static final Instant UPDATED = Instant.parse("2026-11-24T01:00:00Z");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final AtomicInteger READ = new AtomicInteger();

  private static Undertow server;
  private static int port;

  /** Fifty megabytes for 署名用, a broken list for 利用者証明用. */
  private static final class Tables extends PublishedFiles {

    @Override
    public Optional<RevocationList> list(ListScope scope, Optional<String> keyId) {
      return scope.partition().isPresent()
          ? Optional.empty()
          : Optional.of(
              new RevocationList(
                  scope, "key", 17, UPDATED, UPDATED.plusSeconds(60), (long) PART * PARTS));
    }

    @Override
    public Optional<byte[]> part(RevocationList list, int position) {
      READ.incrementAndGet();
      if (list.scope().type() == CertificateType.USER_AUTHENTICATION && position == 3) {
        throw new AwayException(new IOException("away"));
      }
      byte[] part = new byte[PART];
      Arrays.fill(part, (byte) position);
      return Optional.of(part);
    }

    @Override
    public Optional<byte[]> certificate(CertificateType type, Optional<String> keyId) {
      if (type == CertificateType.USER_AUTHENTICATION) {
        throw new AwayException(new IOException("away"));
      }
      return Optional.of(new byte[] {1, 2, 3});
    }

    @Override
    public Optional<byte[]> link(CertificateType type, String keyId, AuthorityLink link) {
      return Optional.empty();
    }
  }

  /** The application's part, without its measure for each caller. */
  private static final class Front extends PublicFront {

    private final PublishedFiles files = new Tables();

    @Override
    PublishedFiles files() {
      return files;
    }

    @Override
    boolean admits(HttpServerExchange exchange, String resource) {
      return true;
    }

    @Override
    void answered(HttpServerExchange exchange, String resource, long nanos) {
      // no figures
    }
  }

  @BeforeAll
  static void aServerWithTwoThreads() {
    Front front = new Front();
    server =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(1)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(
                new PublishedHandler(
                    exchange -> {
                      exchange.setStatusCode(404);
                      exchange.endExchange();
                    },
                    () -> front))
            .build();
    server.start();
    port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  @AfterAll
  static void andStopsIt() {
    server.stop();
  }

  @Test
  void aListArrivesWholeAndInOrder() throws Exception {
    HttpResponse<InputStream> list =
        CLIENT.send(request("crl/sign.crl").build(), BodyHandlers.ofInputStream());
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.headers().firstValue("content-type")).contains("application/pkix-crl");
    assertThat(list.headers().firstValueAsLong("content-length")).hasValue((long) PART * PARTS);
    assertThat(list.headers().firstValue("x-content-type-options")).contains("nosniff");
    try (InputStream body = list.body()) {
      for (int part = 0; part < PARTS; part++) {
        byte[] bytes = body.readNBytes(PART);
        assertThat(bytes).hasSize(PART);
        assertThat(bytes[0]).isEqualTo((byte) part);
        assertThat(bytes[PART - 1]).isEqualTo((byte) part);
      }
      assertThat(body.read()).isEqualTo(-1);
    }
  }

  @Test
  void whoHasItIsNotSentItAgain() throws Exception {
    HttpResponse<Void> head =
        CLIENT.send(
            request("crl/sign.crl").method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
            BodyHandlers.discarding());
    String tag = head.headers().firstValue("etag").orElseThrow();
    String since = head.headers().firstValue("last-modified").orElseThrow();
    assertThat(head.headers().firstValueAsLong("content-length")).hasValue((long) PART * PARTS);
    assertThat(status("If-None-Match", tag)).isEqualTo(304);
    assertThat(status("If-None-Match", "\"sign-16\", W/" + tag)).isEqualTo(304);
    assertThat(status("If-None-Match", "\"sign-16\"")).isEqualTo(200);
    assertThat(status("If-Modified-Since", since)).isEqualTo(304);
    assertThat(status("If-Modified-Since", "Tue, 24 Nov 2026 01:00:01 GMT"))
        .as("the list of a clock that was moved back is another one")
        .isEqualTo(200);
    assertThat(status("If-None-Match", "\"sign-16\"", "If-Modified-Since", since))
        .as("the tag says more than the time")
        .isEqualTo(200);
  }

  /** Nobody who does not read holds a thread, or more than a part or two of a list. */
  @Test
  void slowReadersKeepNobodyWaiting() throws Exception {
    List<Socket> slow = new ArrayList<>();
    int before = READ.get();
    for (int i = 0; i < 40; i++) {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket
          .getOutputStream()
          .write(
              "GET /crl/sign.crl HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      slow.add(socket);
    }
    try {
      long begun = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        assertThat(status("If-None-Match", "\"sign-17\"")).isEqualTo(304);
        HttpResponse<byte[]> certificate =
            CLIENT.send(request("ca/sign.cer").build(), BodyHandlers.ofByteArray());
        assertThat(certificate.body()).containsExactly(1, 2, 3);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
      assertThat(READ.get() - before).isLessThan(40 * PARTS / 4);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void aListThatCannotBeReadToItsEndIsNotTakenForWhole() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> CLIENT.send(request("crl/auth.crl").build(), BodyHandlers.ofByteArray()));
  }

  @Test
  void withoutTheTablesTheAnswerIsLater() throws Exception {
    HttpResponse<Void> later =
        CLIENT.send(request("ca/auth.cer").build(), BodyHandlers.discarding());
    assertThat(later.statusCode()).isEqualTo(503);
    assertThat(later.headers().firstValue("retry-after")).isPresent();
  }

  @Test
  void whatIsNotThereIsRefusedByThePages() throws Exception {
    for (String path : List.of("crl/sign-3.crl", "crl/sign", "ca/other.cer", "login.xhtml")) {
      HttpResponse<Void> none = CLIENT.send(request(path).build(), BodyHandlers.discarding());
      assertThat(none.statusCode()).as(path).isEqualTo(404);
    }
  }

  private static int status(String... headers) throws Exception {
    HttpResponse<InputStream> answer =
        CLIENT.send(request("crl/sign.crl").headers(headers).build(), BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
        .timeout(Duration.ofSeconds(30));
  }
}
