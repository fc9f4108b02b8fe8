package jp.madoguchi.agent.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server for tests that answers what the test wants. An exchange is kept open until the test
 * answers it or, as the real server does, until a later one supersedes it.
 */
public final class ScriptedServer implements AutoCloseable {

  public static final String TERMINAL = "T1";
  public static final String SECRET = "correct horse";

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

  /** An exchange the agent has begun. */
  public static final class Asked {

    private final HttpExchange exchange;
    private final JsonNode body;

    private Asked(HttpExchange exchange, JsonNode body) {
      this.exchange = exchange;
      this.body = body;
    }

    public JsonNode body() {
      return body;
    }

    public String readerState() {
      return body.at("/reader/state").asText();
    }

    public String insertion() {
      return body.at("/reader/insertion").asText();
    }

    public JsonNode result() {
      return body.get("result");
    }

    public String rackDone() {
      return body.get("rackDone").asText();
    }

    public void nothingToDo() throws IOException {
      status(204);
    }

    public void status(int status) throws IOException {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    }

    /** Breaks the connection without an answer. */
    public void breakOff() {
      exchange.close();
    }

    public void batch(String id, String insertion, String... commands) throws IOException {
      answer(
          """
          {"batch":{"id":"%s","insertion":"%s","commands":["%s"]},"rack":null}"""
              .formatted(id, insertion, String.join("\",\"", commands)));
    }

    public void rack(String id, String act, String serial, int afterCommand) throws IOException {
      answer(
          """
          {"batch":null,"rack":{"id":"%s","act":"%s","cardSerial":"%s","afterCommand":%d}}"""
              .formatted(id, act, serial, afterCommand));
    }

    public void refuse(int status, String code) throws IOException {
      answer(status, "{\"code\":\"%s\",\"status\":%d}".formatted(code, status));
    }

    public void answer(String json) throws IOException {
      answer(200, json);
    }

    private void answer(int status, String json) throws IOException {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }
  }

  public ScriptedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    server.setExecutor(threads);
    server.createContext("/api/terminals/" + TERMINAL + "/exchange", this::take);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** The next exchange the agent begins. */
  public Asked next() throws InterruptedException {
    Asked next = asked.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("the agent began no exchange");
    }
    return next;
  }

  /** Whether the agent begins no exchange for a moment. */
  public boolean isLeftAlone() throws InterruptedException {
    return asked.poll(300, TimeUnit.MILLISECONDS) == null;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void take(HttpExchange exchange) throws IOException {
    String credential = TERMINAL + ":" + SECRET;
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    asked.add(new Asked(exchange, JSON.readTree(exchange.getRequestBody())));
  }
}
