package jp.madoguchi.agent.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jp.madoguchi.agent.exchange.ExchangeRequest;
import jp.madoguchi.agent.exchange.ExchangeRequest.ReaderReport;
import jp.madoguchi.agent.exchange.Outcome;
import jp.madoguchi.agent.reader.VirtualReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a terminal gets its credential, keeps it and renews it, with time passing. */
class EnrolledServerTest {

  private static final Instant ENROLLED = Instant.parse("2026-11-24T01:00:00Z");
  private static final Duration LIFE = Duration.ofDays(90);

  @TempDir private Path directory;
  private final AtomicReference<Instant> now = new AtomicReference<>(ENROLLED);

  /** The secret that the server takes, and the one that it gives next; null: it gives none. */
  private volatile String taken = "first";

  private volatile String next = "second";

  /** The answer to a renewal is lost on the way. */
  private volatile boolean answersGetLost;

  private HttpServer server;
  private Enrolment enrolment;
  private CredentialFile file;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    server.createContext("/api/terminals/T1/exchange", this::exchange);
    server.createContext("/api/terminals/T1/credential", this::renew);
    server.createContext("/api/terminals/T1/enrolment", this::enrol);
    server.start();
    enrolment =
        new Enrolment(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            "T1",
            new Tls(null),
            now::get);
    file = new CredentialFile(directory.resolve("terminal.json"));
    file.write(new Credential("T1", null, null, "first", ENROLLED, ENROLLED.plus(LIFE)));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void itIsRenewedWhenTwoThirdsAreOver() throws Exception {
    EnrolledServer terminal = terminal();
    pass(LIFE.multipliedBy(2).dividedBy(3).minusSeconds(1));
    assertThat(call(terminal)).isInstanceOf(Outcome.Replied.class);
    assertThat(file.read("T1").secret()).isEqualTo("first");

    pass(Duration.ofSeconds(1));

    assertThat(call(terminal)).isInstanceOf(Outcome.Replied.class);
    assertThat(file.read("T1").secret()).isEqualTo("second");
    assertThat(taken).isEqualTo("second");
    assertThat(file.read("T1").toString()).doesNotContain("second");
  }

  @Test
  void aRenewalWhoseAnswerIsLostIsRepeatedAnHourLater() throws Exception {
    EnrolledServer terminal = terminal();
    pass(Duration.ofDays(61));
    answersGetLost = true;

    assertThat(call(terminal)).isInstanceOf(Outcome.Replied.class);
    answersGetLost = false;
    assertThat(call(terminal)).isInstanceOf(Outcome.Replied.class);
    assertThat(file.read("T1").secret()).isEqualTo("first");
    pass(Duration.ofHours(1));

    assertThat(call(terminal)).isInstanceOf(Outcome.Replied.class);
    assertThat(file.read("T1").secret()).isEqualTo("second");
  }

  @Test
  void whatWasWrittenIsUsedAfterARestart() throws Exception {
    Credential written = enrolment.next(file.read("T1"));
    file.write(written);

    assertThat(call(terminal())).isInstanceOf(Outcome.Replied.class);
    assertThat(taken).isEqualTo("second");
  }

  @Test
  void aTerminalThatIsEnrolledAnewGoesOnByItself() throws Exception {
    EnrolledServer terminal = terminal();
    taken = "revoked";
    assertThat(call(terminal)).isEqualTo(new Outcome.NotAdmitted(401));

    pass(Duration.ofMinutes(3));
    file.write(enrolment.byCode("right"));
    call(terminal);

    assertThat(call(terminal)).isInstanceOf(Outcome.Replied.class);
  }

  @Test
  void aRefusalSaysWhyAndWhatToDo() {
    assertThatThrownBy(() -> enrolment.byCode("wrong"))
        .isInstanceOf(Enrolment.RefusedException.class)
        .hasMessage("The code is wrong. Ask for another one.");
  }

  @Test
  void theFileIsForItsOwnerAndItsTerminalAlone() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> file.read("T2")).hasMessageContaining("no credential of terminal T2");
    Files.writeString(file.path(), "{\"secret\":\"leaks");
    assertThatThrownBy(() -> file.read("T1"))
        .hasMessageContaining("enrol again")
        .hasMessageNotContaining("leaks");
  }

  @Test
  void aCertificateAndItsKeyComeBackFromTheFile() throws Exception {
    byte[] key = {1, 2};
    byte[] certificate = {3};
    file.write(new Credential("T1", key, certificate, null, ENROLLED, ENROLLED.plus(LIFE)));

    Credential read = file.read("T1");

    assertThat(read.key()).isEqualTo(key);
    assertThat(read.certificate()).isEqualTo(certificate);
    assertThat(read.hasCertificate()).isTrue();
    assertThat(read.until()).isEqualTo(ENROLLED.plus(LIFE));
  }

  private EnrolledServer terminal() throws IOException {
    return new EnrolledServer(enrolment, file, "T1", now::get);
  }

  private void pass(Duration duration) {
    now.updateAndGet(before -> before.plus(duration));
  }

  private static Outcome call(EnrolledServer terminal) throws Exception {
    return terminal
        .exchange(new ExchangeRequest("test", ReaderReport.of(new VirtualReader()), null, null))
        .get(10, TimeUnit.SECONDS);
  }

  /** As the real one: the first use of the next secret ends the one before. */
  private void exchange(HttpExchange exchange) throws IOException {
    String secret = secret(exchange);
    if (secret.equals(next) && !taken.equals("revoked")) {
      taken = next;
    }
    if (secret.equals("anew")) {
      taken = "anew";
    }
    answer(exchange, secret.equals(taken) ? 204 : 401, null);
  }

  private void renew(HttpExchange exchange) throws IOException {
    if (answersGetLost) {
      exchange.close();
      return;
    }
    answer(exchange, secret(exchange).equals(taken) ? 200 : 401, credential(next, now.get()));
  }

  private void enrol(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (asked.equals("{\"code\":\"right\"}")) {
      answer(exchange, 200, credential("anew", now.get()));
    } else {
      answer(
          exchange, 422, "{\"title\":\"The code is wrong.\",\"detail\":\"Ask for another one.\"}");
    }
  }

  private static String credential(String secret, Instant from) {
    return "{\"terminal\":\"T1\",\"certificate\":null,\"secret\":\"%s\",\"validUntil\":\"%s\"}"
        .formatted(secret, from.plus(LIFE));
  }

  private static String secret(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    byte[] basic = Base64.getDecoder().decode(header.replaceFirst("^Basic ", ""));
    return new String(basic, StandardCharsets.UTF_8).replaceFirst("^T1:", "");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
