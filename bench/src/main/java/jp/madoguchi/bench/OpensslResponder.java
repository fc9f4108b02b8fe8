package jp.madoguchi.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.cert.X509CertificateHolder;

/** The status service of openssl, with as many processes as there are cores. */
final class OpensslResponder implements AutoCloseable {

  private final Process process;
  private final int port;
  private final X509CertificateHolder issuer;

  private OpensslResponder(Process process, int port, X509CertificateHolder issuer) {
    this.process = process;
    this.port = port;
    this.issuer = issuer;
  }

  /** For certificates with serial numbers from the given one on. */
  static OpensslResponder start(Path folder, BigInteger first, int count)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("index.txt"),
        IntStream.range(0, count)
            .mapToObj(i -> first.add(BigInteger.valueOf(i)).toString(16).toUpperCase())
            .map(serial -> "V\t401231235959Z\t\t" + serial + "\tunknown\t/CN=" + serial + "\n")
            .collect(Collectors.joining()));
    run(
        folder,
        "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=bench -days 30 -keyout key.pem -out ca.pem");
    run(folder, "openssl x509 -in ca.pem -outform DER -out ca.cer");
    int port = freePort();
    int cores = Runtime.getRuntime().availableProcessors();
    String command =
        "openssl ocsp -index index.txt -port %d -rsigner ca.pem -rkey key.pem -CA ca.pem -nmin 10 -multi %d"
            .formatted(port, cores);
    Process process =
        new ProcessBuilder(command.split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("responder.log").toFile())
            .start();
    Thread.sleep(1000);
    X509CertificateHolder issuer =
        new X509CertificateHolder(Files.readAllBytes(folder.resolve("ca.cer")));
    return new OpensslResponder(process, port, issuer);
  }

  int port() {
    return port;
  }

  X509CertificateHolder issuer() {
    return issuer;
  }

  private static void run(Path folder, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command.split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("failed: " + command);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
