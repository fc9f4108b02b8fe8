package jp.madoguchi.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** The counter's API as a program of the office uses it. */
final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String login;
  private final String password;

  private Api(String address, String login, String password) {
    this.address = address;
    this.login = login;
    this.password = password;
  }

  /** Speaks as one of the training logins. */
  static Api as(String login) {
    return as(login, "kenshu-" + login);
  }

  static Api as(String login, String password) {
    return new Api(RunningCounter.get().address(), login, password);
  }

  /** Speaks without any login. */
  static Api anonymous() {
    return new Api(RunningCounter.get().address(), null, null);
  }

  /** An answer; its body is read when asked for. */
  record Reply(int status, String contentType, byte[] body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(text(), e);
      }
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply get(String path, String accepted) {
    return send(request(path).header("Accept", accepted).GET());
  }

  Reply post(String path, Object body) {
    return send(json(request(path)).POST(BodyPublishers.ofByteArray(bytes(body))));
  }

  Reply post(String path, Object body, String idempotencyKey) {
    return send(
        json(request(path))
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofByteArray(bytes(body))));
  }

  Reply put(String path, Object body) {
    return send(json(request(path)).PUT(BodyPublishers.ofByteArray(bytes(body))));
  }

  Reply postBytes(String path, String contentType, byte[] body) {
    return send(
        request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
  }

  /** Any request, also one that no program of the office would send. */
  Reply send(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request = request(path);
    headers.forEach(request::setHeader);
    return send(request.method(method, BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    if (login != null) {
      String credentials = login + ":" + password;
      request.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
    return request;
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request) {
    return request.header("Content-Type", "application/json");
  }

  private static byte[] bytes(Object body) {
    try {
      return body instanceof String text
          ? text.getBytes(StandardCharsets.UTF_8)
          : JSON.writeValueAsBytes(body == null ? Map.of() : body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Reply(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
