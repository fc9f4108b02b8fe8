package jp.madoguchi.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The network between a terminal's agent and the server: it can hold back what it carries, and be
 * cut.
 */
final class Relay implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 60;
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect");

  /** What is on its way, from the server or to it. */
  enum Load {
    COMMANDS,
    ANSWERS
  }

  /** The first load for which a condition holds, held back until it is let go. */
  static final class Held {

    private final Load load;
    private final BooleanSupplier condition;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    private Held(Load load, BooleanSupplier condition) {
      this.load = load;
      this.condition = condition;
    }

    void await() {
      try {
        reached.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new AssertionError("Nothing came that was to be held back", e);
      }
    }

    void letGo() {
      released.complete(null);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<CompletableFuture<?>> calls = ConcurrentHashMap.newKeySet();
  private volatile Held held;
  private volatile boolean cut;

  Relay() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::carry);
    server.start();
  }

  /** What the agent takes for the server. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Held hold(Load load, BooleanSupplier condition) {
    held = new Held(load, condition);
    return held;
  }

  /** Nothing comes through any more, neither what is on its way. */
  void cut() {
    cut = true;
    calls.forEach(call -> call.cancel(true));
  }

  void mend() {
    cut = false;
  }

  private void carry(HttpExchange call) throws IOException {
    try (call) {
      byte[] asked = call.getRequestBody().readAllBytes();
      if (has(asked, "result")) {
        holdBack(Load.ANSWERS);
      }
      HttpResponse<byte[]> reply = cut ? null : passOn(call, asked);
      if (reply != null && has(reply.body(), "batch")) {
        holdBack(Load.COMMANDS);
      }
      if (reply != null && !cut) {
        answer(call, reply);
      }
    }
  }

  private void holdBack(Load load) {
    Held now = held;
    if (now != null && now.load == load && !now.reached.isDone() && now.condition.getAsBoolean()) {
      now.reached.complete(null);
      now.released.join();
    }
  }

  /** The server's reply, or null when none came. */
  private HttpResponse<byte[]> passOn(HttpExchange call, byte[] asked) {
    URI to = URI.create(RunningCounter.get().address()).resolve(call.getRequestURI());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .method(call.getRequestMethod(), BodyPublishers.ofByteArray(asked));
    call.getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    CompletableFuture<HttpResponse<byte[]>> onward =
        client.sendAsync(request.build(), BodyHandlers.ofByteArray());
    calls.add(onward);
    try {
      return onward.join();
    } catch (CompletionException | java.util.concurrent.CancellationException e) {
      return null;
    } finally {
      calls.remove(onward);
    }
  }

  private static void answer(HttpExchange call, HttpResponse<byte[]> reply) throws IOException {
    reply
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> call.getResponseHeaders().set("Content-Type", type));
    byte[] body = reply.body();
    call.sendResponseHeaders(reply.statusCode(), body.length == 0 ? -1 : body.length);
    call.getResponseBody().write(body);
  }

  private static boolean has(byte[] body, String field) {
    try {
      JsonNode json = body.length == 0 ? null : JSON.readTree(body);
      return json != null && json.hasNonNull(field);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    cut();
    server.stop(0);
    threads.shutdownNow();
  }
}
