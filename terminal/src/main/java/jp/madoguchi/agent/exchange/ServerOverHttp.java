package jp.madoguchi.agent.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The server over HTTP: {@code POST /api/terminals/{id}/exchange}, as api.md has it. */
public final class ServerOverHttp implements Server {

  /** The server answers after 25 seconds at the latest; the rest is for the way. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Several times the longest batch, in bytes. */
  private static final int LARGEST = 1024 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9-]{1,60}");

  private final HttpClient client;
  private final URI address;
  private final String authorization;

  /**
   * @param server such as {@code http://127.0.0.1:8080}
   */
  public ServerOverHttp(URI server, String terminal, String secret) {
    this(HttpClient.newHttpClient(), server, terminal, secret);
  }

  /**
   * With a client of one's own, which proves the terminal by TLS or is shared by several.
   *
   * @param client follows no redirects
   * @param secret null where the client has the terminal's certificate
   */
  public ServerOverHttp(HttpClient client, URI server, String terminal, String secret) {
    this.client = client;
    this.address = address(server, terminal, "exchange");
    this.authorization = secret == null ? null : basic(terminal, secret);
  }

  /** What the server has for a terminal. */
  public static URI address(URI server, String terminal, String what) {
    String base = server.toString().replaceFirst("/+$", "");
    String id = URLEncoder.encode(terminal, StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(base + "/api/terminals/" + id + "/" + what);
  }

  /** The header by which a secret is sent. */
  public static String basic(String terminal, String secret) {
    byte[] credential = (terminal + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credential);
  }

  @Override
  public CompletableFuture<Outcome> exchange(ExchangeRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(post(request), response -> new LimitedBody(LARGEST));
    // the request's own time-out ends with the answer's head
    return answer
        .copy()
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((response, failure) -> answer.cancel(true))
        .thenApply(ServerOverHttp::outcome)
        .exceptionally(ServerOverHttp::unreachable);
  }

  private HttpRequest post(ExchangeRequest request) {
    try {
      HttpRequest.Builder post =
          HttpRequest.newBuilder(address)
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .header("Accept", "application/json")
              .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)));
      if (authorization != null) {
        post.header("Authorization", authorization);
      }
      return post.build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an exchange is always JSON", e);
    }
  }

  private static Outcome outcome(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    return switch (status) {
      case 200 -> replied(response.body());
      case 204 -> new Outcome.Replied(ExchangeReply.NOTHING);
      case 401, 403 -> new Outcome.NotAdmitted(status);
      case 408, 425, 429 -> new Outcome.Unreachable("HTTP " + status);
      default ->
          status >= 400 && status < 500
              ? new Outcome.Refused(status, code(response.body()))
              : new Outcome.Unreachable("HTTP " + status);
    };
  }

  static Outcome replied(byte[] body) {
    try {
      return new Outcome.Replied(JSON.readValue(body, ExchangeReply.class));
    } catch (IOException | RuntimeException e) {
      return new Outcome.Unreachable("the answer is not what an exchange answers");
    }
  }

  static String code(byte[] problem) {
    try {
      String code = JSON.readTree(problem).path("code").asText();
      return CODE.matcher(code).matches() ? code : "";
    } catch (IOException noProblemDocument) {
      return "";
    }
  }

  private static Outcome unreachable(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new Outcome.Unreachable(cause.getClass().getSimpleName() + message);
  }
}
