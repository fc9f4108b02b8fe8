package jp.madoguchi.agent.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.madoguchi.agent.card.Cards;
import jp.madoguchi.agent.card.IssuingHost;
import jp.madoguchi.agent.card.Slot;
import jp.madoguchi.agent.card.TestAuthority;
import jp.madoguchi.agent.card.VirtualCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Software that is not ours reads the card and signs with it: OpenSC over PC/SC, through the
 * virtual reader vpcd. {@code -Dmadoguchi.opensc=required} makes a missing program a failure.
 */
@Timeout(120)
class OpenScTest {

  private static final int USUAL_PORT = 35963;
  private static final Path CONFIGURATION = Path.of("/etc/reader.conf.d/vpcd");
  private static final Path PID_FILE = Path.of("/run/pcscd/pcscd.pid");
  private static final String MODULE_PROPERTY = "madoguchi.opensc.module";
  private static final TestAuthority AUTHORITY = new TestAuthority();

  @TempDir private static Path directory;

  private static Process pcscd;
  private static VpcdPlug plug;
  private static Thread serving;

  @BeforeAll
  static void plugAnIssuedCardIn() throws Exception {
    require(program("pcscd"), "pcscd is not installed");
    require(program("pkcs15-tool"), "OpenSC is not installed");
    require(program("pkcs11-tool"), "OpenSC is not installed");
    require(vpcdDriver(), "vpcd (package vsmartcard-vpcd) is not installed");
    Files.writeString(
        directory.resolve("opensc.conf"),
        "app default { card_drivers = jpki; framework pkcs15 { use_file_caching = no; } }");
    plug = connect();
    serving = new Thread(OpenScTest::serve);
    serving.start();
    awaitTheCard();
  }

  @AfterAll
  static void stop() throws Exception {
    if (plug != null) {
      plug.close();
      serving.join(5_000);
    }
    if (pcscd != null) {
      pcscd.destroy();
      if (!pcscd.waitFor(5, TimeUnit.SECONDS)) {
        pcscd.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void showsWhatIsOnTheCard() throws Exception {
    String shown = run("pkcs15-tool", "-D");
    assertThat(shown)
        .contains("PKCS#15 Card [JPKI]")
        .contains("PIN [User Authentication PIN]", "PIN [Digital Signature PIN]")
        .contains("Tries left     : 3", "Tries left     : 5")
        .contains("User Authentication Certificate CA", "Digital Signature Certificate CA");
  }

  @Test
  void readsTheFreeCertificates() throws Exception {
    X509Certificate holder = certificate(run("pkcs15-tool", "--read-certificate", "01"));
    X509Certificate authority = certificate(run("pkcs15-tool", "--read-certificate", "03"));
    assertThat(authority.getEncoded()).isEqualTo(AUTHORITY.certificate());
    holder.verify(authority.getPublicKey());
  }

  @Test
  void readsTheCertificateForSignatureAfterItsPin() throws Exception {
    X509Certificate holder = signatureCertificate();
    X509Certificate authority = certificate(run("pkcs15-tool", "--read-certificate", "04"));
    holder.verify(authority.getPublicKey());
  }

  @Test
  void signsForUserAuthentication() throws Exception {
    X509Certificate holder = certificate(run("pkcs15-tool", "--read-certificate", "01"));
    assertThat(isSignedBy(holder, sign("0", "01", Cards.AUTHENTICATION_PIN))).isTrue();
  }

  @Test
  void signsDocuments() throws Exception {
    assertThat(isSignedBy(signatureCertificate(), sign("1", "02", Cards.SIGNATURE_PIN))).isTrue();
  }

  private static X509Certificate signatureCertificate() throws Exception {
    return certificate(
        run(
            "pkcs15-tool",
            "--read-certificate",
            "02",
            "--verify-pin",
            "--auth-id",
            "02",
            "--pin",
            Cards.SIGNATURE_PIN));
  }

  private static byte[] sign(String slot, String key, String pin) throws Exception {
    Path signature = Files.createTempFile(directory, "signature", null);
    List<String> command = new ArrayList<>(List.of("pkcs11-tool"));
    Optional.ofNullable(System.getProperty(MODULE_PROPERTY))
        .ifPresent(module -> command.addAll(List.of("--module", module)));
    command.addAll(List.of("--slot-index", slot, "--login", "--pin", pin, "--id", key));
    command.addAll(List.of("--sign", "--mechanism", "SHA256-RSA-PKCS"));
    command.addAll(List.of("--input-file", message().toString()));
    command.addAll(List.of("--output-file", signature.toString()));
    run(command.toArray(String[]::new));
    return Files.readAllBytes(signature);
  }

  private static boolean isSignedBy(X509Certificate holder, byte[] bytes) throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(holder.getPublicKey());
    signature.update(Files.readAllBytes(message()));
    return signature.verify(bytes);
  }

  private static Path message() throws IOException {
    return Files.writeString(directory.resolve("message"), "申請書");
  }

  private static VirtualCard issuedCard() {
    VirtualCard card = Cards.fresh();
    IssuingHost host = IssuingHost.open(Cards.aMyNumberCard(), card::transmit);
    int transaction = 0;
    for (Slot slot : Slot.values()) {
      host.issue(slot, IssuingHost.transaction(++transaction), AUTHORITY::certify);
      host.writeAuthority(slot, AUTHORITY.certificate());
    }
    host.setPin(Slot.USER_AUTHENTICATION, Cards.AUTHENTICATION_PIN);
    host.setPin(Slot.SIGNATURE, Cards.SIGNATURE_PIN);
    card.reset();
    return card;
  }

  /** Uses a pcscd that runs already; otherwise starts one, with a port that is free. */
  private static VpcdPlug connect() throws Exception {
    VirtualCard card = issuedCard();
    if (pcscdRuns()) {
      return VpcdPlug.connect(card, new InetSocketAddress("127.0.0.1", USUAL_PORT));
    }
    int port = freePort();
    startPcscd(port);
    for (int attempt = 0; ; attempt++) {
      try {
        return VpcdPlug.connect(card, new InetSocketAddress("127.0.0.1", port));
      } catch (IOException notYet) {
        if (attempt == 100 || !pcscd.isAlive()) {
          throw new IllegalStateException("pcscd opens no virtual reader: " + log(), notYet);
        }
        Thread.sleep(100);
      }
    }
  }

  private static boolean pcscdRuns() throws IOException {
    return Files.exists(PID_FILE)
        && ProcessHandle.of(Long.parseLong(Files.readString(PID_FILE).strip())).isPresent();
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

  private static void startPcscd(int port) throws IOException {
    String usual = Integer.toHexString(USUAL_PORT);
    String configuration =
        Files.readString(CONFIGURATION)
            .replaceAll(
                "(?i)0x" + usual, "0x" + Integer.toHexString(port).toUpperCase(Locale.ROOT));
    Path own = Files.createDirectories(directory.resolve("reader.conf.d"));
    Files.writeString(own.resolve("vpcd"), configuration);
    pcscd =
        new ProcessBuilder(
                program("pcscd").orElseThrow().toString(),
                "--foreground",
                "--config",
                own.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("pcscd.log").toFile())
            .start();
  }

  private static void awaitTheCard() throws Exception {
    for (int attempt = 0; ; attempt++) {
      try {
        run("pkcs15-tool", "--list-pins");
        return;
      } catch (IllegalStateException notYet) {
        if (attempt == 40) {
          throw notYet;
        }
        Thread.sleep(250);
      }
    }
  }

  private static void serve() {
    try {
      plug.serve();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Runs one of OpenSC's programs without its file cache and gives what it printed. */
  private static String run(String... command) throws Exception {
    Path printed = Files.createTempFile(directory, command[0], ".out");
    Path complained = Files.createTempFile(directory, command[0], ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(printed.toFile())
            .redirectError(complained.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("OPENSC_CONF", directory.resolve("opensc.conf").toString());
    Process process = builder.start();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          command[0] + ": " + Files.readString(complained) + Files.readString(printed));
    }
    return Files.readString(printed);
  }

  private static String log() throws IOException {
    return Files.readString(directory.resolve("pcscd.log"), StandardCharsets.UTF_8);
  }

  private static X509Certificate certificate(String pem) throws Exception {
    String from = pem.substring(pem.indexOf("-----BEGIN"));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(from.getBytes(StandardCharsets.US_ASCII)));
  }

  private static Optional<Path> program(String name) {
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> vpcdDriver() {
    return Optional.of(CONFIGURATION).filter(Files::exists);
  }

  private static void require(Optional<Path> thing, String reason) {
    if (!"required".equals(System.getProperty("madoguchi.opensc"))) {
      Assumptions.assumeTrue(thing.isPresent(), reason);
    }
    assertThat(thing).as(reason).isPresent();
  }
}
