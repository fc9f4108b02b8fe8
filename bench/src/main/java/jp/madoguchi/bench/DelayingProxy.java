package jp.madoguchi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A way to the counter that takes its time: what is sent arrives later by half of the round trip,
 * in each direction and however much is under way, as on a long line. Connections are opened
 * without delay; they are kept, so that it does not count.
 */
final class DelayingProxy implements AutoCloseable {

  private static final int LARGEST_PART = 16 * 1024;

  private final ServerSocket socket;
  private final URI counter;
  private volatile long oneWay;

  /** Bytes and when they arrive; no bytes: the end. */
  private record Part(byte[] bytes, long due) {}

  DelayingProxy(String counter) throws IOException {
    this.counter = URI.create(counter);
    this.socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    start("delaying proxy", this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  void roundTrip(Duration time) {
    oneWay = time.toNanos() / 2;
  }

  private void accept() throws IOException {
    while (!socket.isClosed()) {
      Socket near = socket.accept();
      Socket far = new Socket(counter.getHost(), counter.getPort());
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      carry(near, far);
      carry(far, near);
    }
  }

  private void carry(Socket from, Socket to) {
    BlockingQueue<Part> way = new LinkedBlockingQueue<>();
    start("delaying proxy in", () -> take(from.getInputStream(), way));
    start("delaying proxy out", () -> hand(way, to));
  }

  private void take(InputStream from, BlockingQueue<Part> way) throws IOException {
    byte[] buffer = new byte[LARGEST_PART];
    try {
      for (int read = from.read(buffer); read > 0; read = from.read(buffer)) {
        way.add(new Part(Arrays.copyOf(buffer, read), System.nanoTime() + oneWay));
      }
    } finally {
      way.add(new Part(new byte[0], System.nanoTime() + oneWay));
    }
  }

  private static void hand(BlockingQueue<Part> way, Socket to) throws IOException {
    try (to) {
      OutputStream out = to.getOutputStream();
      for (Part part = next(way); part.bytes().length > 0; part = next(way)) {
        out.write(part.bytes());
        out.flush();
      }
    }
  }

  private static Part next(BlockingQueue<Part> way) throws IOException {
    try {
      Part part = way.take();
      for (long left = part.due() - System.nanoTime();
          left > 0;
          left = part.due() - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      return part;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                // a connection, or the proxy, was closed
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
