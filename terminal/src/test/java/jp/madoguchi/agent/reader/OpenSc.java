package jp.madoguchi.agent.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Software that is not ours: OpenSC over PC/SC, with the virtual reader vpcd. {@code
 * -Dmadoguchi.opensc=required} makes a missing program a failure.
 */
public final class OpenSc implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int USUAL_PORT = 35963;
  private static final Path CONFIGURATION = Path.of("/etc/reader.conf.d/vpcd");
  private static final Path PID_FILE = Path.of("/run/pcscd/pcscd.pid");
  private static final String MODULE_PROPERTY = "madoguchi.opensc.module";

  /** Something that becomes possible a little later. */
  public interface Trial {
    void run() throws Exception;
  }

  private final Path directory;
  private final int port;
  private Process pcscd;

  private OpenSc(Path directory, int port, Process pcscd) {
    this.directory = directory;
    this.port = port;
    this.pcscd = pcscd;
  }

  /** Uses a pcscd that runs already; otherwise starts one, with a port that is free. */
  public static OpenSc start(Path directory) throws IOException {
    require(program("pcscd"), "pcscd is not installed");
    require(program("pkcs15-tool"), "OpenSC is not installed");
    require(program("pkcs11-tool"), "OpenSC is not installed");
    require(
        Optional.of(CONFIGURATION).filter(Files::exists),
        "vpcd (package vsmartcard-vpcd) is not installed");
    Files.writeString(
        directory.resolve("opensc.conf"),
        "app default { card_drivers = jpki; framework pkcs15 { use_file_caching = no; } }");
    if (pcscdRuns()) {
      return new OpenSc(directory, USUAL_PORT, null);
    }
    int port = freePort();
    return new OpenSc(directory, port, startPcscd(directory, port));
  }

  /** Where a virtual card is plugged in. */
  public InetSocketAddress reader() {
    return new InetSocketAddress("127.0.0.1", port);
  }

  /** A second virtual reader of the same service. */
  public InetSocketAddress secondReader() {
    return new InetSocketAddress("127.0.0.1", port + 1);
  }

  /** Ends the PC/SC service; a service that was there before the tests is left alone. */
  public void stopService() throws InterruptedException {
    Assumptions.assumeTrue(pcscd != null, "pcscd was running before the tests");
    close();
  }

  /** Starts the PC/SC service again, with the virtual readers, unless it runs. */
  public void startService() throws IOException {
    if (pcscd != null && !pcscd.isAlive()) {
      pcscd = startPcscd(directory, port);
    }
  }

  /** Starts the PC/SC service again, with all readers unplugged. */
  public void startServiceWithoutReaders() throws IOException {
    pcscd = startPcscd(directory, Files.createDirectories(directory.resolve("no-reader.conf.d")));
  }

  /** Tries to plug a card in until pcscd has opened the virtual reader. */
  public void whenTheReaderIsOpen(Trial plug) throws Exception {
    try {
      eventually(plug, IOException.class);
    } catch (IOException never) {
      throw new IllegalStateException("pcscd opens no virtual reader: " + log(), never);
    }
  }

  /** Waits until OpenSC sees the card that was plugged in. */
  public void awaitTheCard() throws Exception {
    eventually(() -> run("pkcs15-tool", "--list-pins"), IllegalStateException.class);
  }

  /** Tries until it succeeds; what it failed with last is thrown when it never does. */
  private void eventually(Trial trial, Class<? extends Exception> notYet) throws Exception {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        trial.run();
        return;
      } catch (Exception e) {
        boolean hopeless = pcscd != null && !pcscd.isAlive();
        if (hopeless || !notYet.isInstance(e) || System.nanoTime() > limit) {
          throw e;
        }
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Has the card sign a file with SHA256withRSA, through PKCS#11. */
  public byte[] sign(String slot, String key, String pin, Path message) throws Exception {
    Path signature = Files.createTempFile(directory, "signature", null);
    List<String> command = new ArrayList<>(List.of("pkcs11-tool"));
    Optional.ofNullable(System.getProperty(MODULE_PROPERTY))
        .ifPresent(module -> command.addAll(List.of("--module", module)));
    command.addAll(List.of("--slot-index", slot, "--login", "--pin", pin, "--id", key));
    command.addAll(List.of("--sign", "--mechanism", "SHA256-RSA-PKCS"));
    command.addAll(List.of("--input-file", message.toString()));
    command.addAll(List.of("--output-file", signature.toString()));
    run(command.toArray(String[]::new));
    return Files.readAllBytes(signature);
  }

  /** A program that uses OpenSC, without its file cache. */
  public ProcessBuilder program(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OPENSC_CONF", directory.resolve("opensc.conf").toString());
    return builder;
  }

  /** Runs one of OpenSC's programs without its file cache and gives what it printed. */
  public String run(String... command) throws Exception {
    Path printed = Files.createTempFile(directory, command[0], ".out");
    Path complained = Files.createTempFile(directory, command[0], ".err");
    Process process =
        program(List.of(command))
            .redirectOutput(printed.toFile())
            .redirectError(complained.toFile())
            .start();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          command[0] + ": " + Files.readString(complained) + Files.readString(printed));
    }
    return Files.readString(printed);
  }

  @Override
  public void close() throws InterruptedException {
    if (pcscd != null) {
      pcscd.destroy();
      if (!pcscd.waitFor(5, TimeUnit.SECONDS)) {
        pcscd.destroyForcibly().waitFor();
      }
    }
  }

  /** The file ends with a null character. */
  private static boolean pcscdRuns() throws IOException {
    return Files.exists(PID_FILE)
        && ProcessHandle.of(Long.parseLong(Files.readString(PID_FILE).replaceAll("\\D", "")))
            .isPresent();
  }

  /** Below the ports that other programs are given by chance; the virtual reader takes two. */
  private static int freePort() throws IOException {
    for (int port = 21_000; port < 30_000; port += 2) {
      try (ServerSocket first = new ServerSocket(port);
          ServerSocket second = new ServerSocket(port + 1)) {
        return first.getLocalPort();
      } catch (BindException taken) {
        continue;
      }
    }
    throw new IOException("no port is free for the virtual reader");
  }

  private static Process startPcscd(Path directory, int port) throws IOException {
    String usual = Integer.toHexString(USUAL_PORT);
    String configuration =
        Files.readString(CONFIGURATION)
            .replaceAll(
                "(?i)0x" + usual, "0x" + Integer.toHexString(port).toUpperCase(Locale.ROOT));
    Path own = Files.createDirectories(directory.resolve("reader.conf.d"));
    Files.writeString(own.resolve("vpcd"), configuration);
    return startPcscd(directory, own);
  }

  private static Process startPcscd(Path directory, Path readers) throws IOException {
    return new ProcessBuilder(
            program("pcscd").orElseThrow().toString(),
            "--foreground",
            "--config",
            readers.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("pcscd.log").toFile())
        .start();
  }

  private String log() throws IOException {
    Path log = directory.resolve("pcscd.log");
    return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
  }

  private static Optional<Path> program(String name) {
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void require(Optional<Path> thing, String reason) {
    if (!"required".equals(System.getProperty("madoguchi.opensc"))) {
      Assumptions.assumeTrue(thing.isPresent(), reason);
    }
    assertThat(thing).as(reason).isPresent();
  }
}
