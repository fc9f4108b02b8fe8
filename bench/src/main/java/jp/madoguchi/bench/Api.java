package jp.madoguchi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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

/** The counter's API as one of the training logins uses it. Safe for several threads. */
final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** One client for all: connections are kept and shared. */
  static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String address;
  private final String authorization;

  Api(String address, String login) {
    this.address = address;
    byte[] credentials = (login + ":kenshu-" + login).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** An answer that is not a success. */
  static final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    RefusedException(int status, String what) {
      super(what + ": HTTP " + status);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  JsonNode get(String path) {
    return send(path, request(path).GET());
  }

  JsonNode post(String path, Object body) {
    return send(path, request(path).POST(BodyPublishers.ofByteArray(bytes(body))));
  }

  JsonNode put(String path, Object body) {
    return send(path, request(path).PUT(BodyPublishers.ofByteArray(bytes(body))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(PATIENCE)
        .header("Authorization", authorization)
        .header("Content-Type", "application/json");
  }

  private static byte[] bytes(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode send(String path, HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new RefusedException(
            answer.statusCode(), path + " " + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return answer.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
