package jp.madoguchi.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A call of the counter from one of this machine's own addresses, which the JDK's client hides. */
final class RawCall {

  private static final int PATIENCE_MILLIS = 30_000;

  private final InetAddress from;

  private RawCall(InetAddress from) {
    this.from = from;
  }

  static RawCall from(String address) {
    try {
      return new RawCall(InetAddress.getByName(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer as it came over the wire. */
  record Answer(int status, String head, String body) {

    Optional<String> header(String name) {
      String begin = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
          .map(line -> line.substring(begin.length()).strip())
          .findFirst();
    }
  }

  Answer get(String path) {
    return send("GET", path, Map.of(), "");
  }

  Answer send(String method, String path, Map<String, String> headers, String body) {
    URI counter = URI.create(RunningCounter.get().address());
    StringBuilder request = new StringBuilder();
    request.append(method).append(" /").append(path).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(counter.getAuthority()).append("\r\n");
    request.append("Connection: close\r\n");
    request.append("Content-Length: ").append(bytes(body).length).append("\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    request.append("\r\n").append(body);
    try (Socket socket = new Socket(counter.getHost(), counter.getPort(), from, 0)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(bytes(request.toString()));
      return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer read(String answer) {
    String[] parts = answer.split("\r\n\r\n", 2);
    return new Answer(Integer.parseInt(parts[0].split(" ")[1]), parts[0], parts[1]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
