package jp.madoguchi.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cmp.PKIMessage;

/**
 * The CMP server of openssl, which can be told no address to listen on, and before it a wire on
 * which answers can be lost: so that what the server got and what we heard can differ.
 */
public final class CmpServer implements AutoCloseable {

  private static final int CONFIRMATION = 24;

  private final Path directory;
  private final HttpServer wire;
  private final List<Integer> types = new ArrayList<>();
  private final List<String> transactions = new ArrayList<>();
  private Process server;
  private int port;

  /** What happens while the answer to a confirmation is on its way. */
  public Runnable meanwhile = () -> {};

  /** How many of the next answers are lost. */
  public int lost;

  public CmpServer(Path directory) {
    this.directory = directory;
    try {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
      wire = HttpServer.create(free, 0);
      wire.createContext("/", this::carry);
      wire.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + wire.getAddress().getPort() + "/cmp/{type}";
  }

  /** The bodies' types that arrived (RFC 4210 5.1.2): 0 ir, 11 rr, 24 certConf, 25 pollReq. */
  public List<Integer> arrived() {
    return types;
  }

  /** The transactions under which they arrived. */
  public List<String> transactions() {
    return transactions.stream().distinct().toList();
  }

  /** Starts openssl's server with these options; one that ran is ended. */
  public void serve(String... options) {
    stop();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> words = new ArrayList<>(List.of("openssl", "cmp", "-port", "" + port));
    words.addAll(List.of(options));
    try {
      File log = directory.resolve("cmp-server.log").toFile();
      server =
          new ProcessBuilder(words)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("The tests need openssl 3: apt-get install openssl", e);
    }
    awaitPort();
  }

  private void awaitPort() {
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException e) {
        pause();
      }
    }
    throw new IllegalStateException("openssl cmp does not listen");
  }

  private static void pause() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public void stop() {
    if (server != null) {
      server.destroyForcibly();
      server = null;
    }
  }

  private void carry(HttpExchange exchange) throws IOException {
    byte[] request = exchange.getRequestBody().readAllBytes();
    if (server == null) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    PKIMessage message = PKIMessage.getInstance(request);
    types.add(message.getBody().getType());
    transactions.add(message.getHeader().getTransactionID().toString());
    byte[] answer = forward(request);
    if (message.getBody().getType() == CONFIRMATION) {
      meanwhile.run();
    }
    if (lost > 0) {
      lost--;
      exchange.sendResponseHeaders(504, -1);
    } else {
      exchange.getResponseHeaders().set("Content-Type", "application/pkixcmp");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
    exchange.close();
  }

  private byte[] forward(byte[] request) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/pkixcmp");
    connection.setFixedLengthStreamingMode(request.length);
    connection.getOutputStream().write(request);
    return connection.getInputStream().readAllBytes();
  }

  @Override
  public void close() {
    stop();
    wire.stop(0);
  }
}
