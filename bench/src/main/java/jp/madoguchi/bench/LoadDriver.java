package jp.madoguchi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Asks a server over connections that are kept busy: as soon as an answer is whole, the next
 * request follows. One thread serves all connections, so that it takes little from the server.
 */
final class LoadDriver {

  private static final int LARGEST_ANSWER = 1 << 20;
  private static final int OK = 200;

  private final InetSocketAddress server;
  private final List<byte[]> requests;
  private final Predicate<ByteBuffer> right;
  private long answers;
  private long failures;
  private int next;

  /**
   * @param requests whole HTTP requests, sent in turn
   * @param right whether a body is a right answer
   */
  LoadDriver(InetSocketAddress server, List<byte[]> requests, Predicate<ByteBuffer> right) {
    this.server = server;
    this.requests = requests;
    this.right = right;
  }

  /** What came of a stretch. */
  record Load(double answersPerSecond, long failures) {}

  Load drive(int connections, Duration warmUp, Duration measured) throws IOException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        new Line(selector).open();
      }
      run(selector, warmUp);
      answers = 0;
      failures = 0;
      long took = run(selector, measured);
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      return new Load(answers / (took / 1e9), failures);
    }
  }

  private long run(Selector selector, Duration duration) throws IOException {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < duration.toNanos()) {
      selector.select(key -> ((Line) key.attachment()).ready(), 100);
    }
    return System.nanoTime() - begun;
  }

  /** One connection, asking or waiting for its answer. */
  private final class Line {

    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer out;
    private int head = -1;
    private int length;

    Line(Selector selector) {
      this.selector = selector;
    }

    void open() throws IOException {
      channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      boolean connected = channel.connect(server);
      key = channel.register(selector, connected ? 0 : SelectionKey.OP_CONNECT, this);
      if (connected) {
        ask();
      }
    }

    void ready() {
      try {
        if (key.isConnectable()) {
          channel.finishConnect();
          ask();
        } else if (key.isWritable()) {
          write();
        } else if (key.isReadable()) {
          read();
        }
      } catch (IOException e) {
        failures++;
        again();
      }
    }

    private void again() {
      try {
        key.cancel();
        channel.close();
        open();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void ask() throws IOException {
      out = ByteBuffer.wrap(requests.get(next++ % requests.size()));
      in.clear();
      head = -1;
      write();
    }

    private void write() throws IOException {
      channel.write(out);
      key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private void read() throws IOException {
      boolean ended = channel.read(in) < 0;
      if (head < 0) {
        findHead();
      }
      if (head >= 0 && in.position() >= head + length) {
        count();
        if (ended || closes()) {
          again();
        } else {
          ask();
        }
      } else if (ended) {
        failures++;
        again();
      }
    }

    private void findHead() {
      for (int i = 0; i + 3 < in.position(); i++) {
        if (in.get(i) == '\r' && in.get(i + 2) == '\r' && in.get(i + 3) == '\n') {
          head = i + 4;
          length = lengthIn(new String(in.array(), 0, head, StandardCharsets.ISO_8859_1));
          return;
        }
      }
    }

    private static int lengthIn(String head) {
      String name = "content-length:";
      int at = head.toLowerCase(Locale.ROOT).indexOf(name);
      int end = head.indexOf('\r', at);
      return at < 0 ? 0 : Integer.parseInt(head.substring(at + name.length(), end).strip());
    }

    /** HTTP/1.0 closes after each answer. */
    private boolean closes() {
      return in.get(7) == '0';
    }

    private void count() {
      int status = (in.get(9) - '0') * 100 + (in.get(10) - '0') * 10 + in.get(11) - '0';
      if (status == OK && right.test(in.slice(head, length))) {
        answers++;
      } else {
        failures++;
      }
    }
  }
}
