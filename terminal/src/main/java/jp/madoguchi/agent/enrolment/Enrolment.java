package jp.madoguchi.agent.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import jp.madoguchi.agent.exchange.ServerOverHttp;

/**
 * Asks the server for this terminal's credential: at first by a pairing code, later by the
 * credential that it has. By https it is a certificate for a key made here; by http, which only a
 * server in training takes, a secret.
 */
public final class Enrolment {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private final URI server;
  private final String terminal;
  private final Tls tls;
  private final InstantSource time;

  private record Asked(String code, byte[] request) {}

  /** The server does not give a credential, and says why. */
  public static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
      super(reason);
    }
  }

  public Enrolment(URI server, String terminal, Tls tls, InstantSource time) {
    this.server = server;
    this.terminal = terminal;
    this.tls = tls;
    this.time = time;
  }

  /**
   * Enrols by a one-time code.
   *
   * @throws RefusedException when the server does not take the code
   */
  public Credential byCode(String code) throws IOException, RefusedException {
    return ask("enrolment", code, null);
  }

  /**
   * The next credential, by the present one, which stays good until the next one is used.
   *
   * @throws RefusedException when the present one is good no more
   */
  public Credential next(Credential present) throws IOException, RefusedException {
    return ask("credential", null, present);
  }

  /** Talks to the server as this terminal. */
  ServerOverHttp server(Credential credential) throws IOException {
    return new ServerOverHttp(client(credential), server, terminal, credential.secret());
  }

  private Credential ask(String what, String code, Credential present)
      throws IOException, RefusedException {
    OwnKey key = "https".equals(server.getScheme()) ? OwnKey.fresh() : null;
    Asked asked = new Asked(code, key == null ? null : key.request(terminal));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ServerOverHttp.address(server, terminal, what))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, application/problem+json")
            .header("Accept-Language", "en")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(asked)));
    if (present != null && !present.hasCertificate()) {
      request.header("Authorization", ServerOverHttp.basic(terminal, present.secret()));
    }
    Instant now = time.instant();
    try {
      HttpResponse<byte[]> answer =
          client(present).send(request.build(), BodyHandlers.ofByteArray());
      return answered(answer, key, now);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  private Credential answered(HttpResponse<byte[]> answer, OwnKey key, Instant now)
      throws IOException, RefusedException {
    int status = answer.statusCode();
    JsonNode body = read(answer.body());
    if (status >= 400 && status < 500) {
      String why = body.path("title").asText() + " " + body.path("detail").asText();
      throw new RefusedException(why.isBlank() ? "HTTP " + status : why.strip());
    }
    String certificate = body.path("certificate").asText(null);
    String secret = body.path("secret").asText(null);
    if (status != 200 || (key == null ? secret == null : certificate == null)) {
      throw new IOException("HTTP " + status + ": the server gave no credential");
    }
    try {
      return new Credential(
          terminal,
          key == null ? null : key.encoded(),
          key == null ? null : Base64.getDecoder().decode(certificate),
          key == null ? secret : null,
          now,
          Instant.parse(body.path("validUntil").asText()));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new IOException("the server's answer is no credential");
    }
  }

  /** What is no JSON says nothing. */
  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  private HttpClient client(Credential credential) throws IOException {
    HttpClient.Builder client =
        HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER);
    return "https".equals(server.getScheme())
        ? client.sslContext(tls.context(credential)).build()
        : client.build();
  }
}
