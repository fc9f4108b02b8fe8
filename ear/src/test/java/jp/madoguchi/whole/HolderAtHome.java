package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.agent.reader.OpenSc;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSSignedDataGenerator;

/** Whoever took a card home, with software that is not ours, and openssl as the judge of it. */
final class HolderAtHome {

  /** Where OpenSC finds what belongs to a certificate on the card. */
  private enum Purpose {
    AUTHENTICATION("auth", "0", "01", SameDayCase.AUTHENTICATION_PIN),
    SIGNATURE("sign", "1", "02", SameDayCase.SIGNATURE_PIN);

    final String path;
    final String slot;
    final String id;
    final String pin;

    Purpose(String path, String slot, String id, String pin) {
      this.path = path;
      this.slot = slot;
      this.id = id;
      this.pin = pin;
    }

    String certificate() {
      return path + ".pem";
    }

    String authority() {
      return path + "-ca.pem";
    }
  }

  private static final String DOCUMENT = "document";

  private final OpenSc openSc;
  private final Path folder;

  HolderAtHome(OpenSc openSc, Path folder) throws IOException {
    this.openSc = openSc;
    this.folder = folder;
    Files.writeString(folder.resolve(DOCUMENT), "確定申告書");
  }

  void seesBothKeysAndCertificates() throws Exception {
    assertThat(openSc.run("pkcs15-tool", "-D"))
        .contains("PKCS#15 Card [JPKI]")
        .contains("Private RSA Key [User Authentication Key]")
        .contains("Private RSA Key [Digital Signature Key]")
        .contains("X.509 Certificate [User Authentication Certificate]")
        .contains("X.509 Certificate [Digital Signature Certificate]");
  }

  /** The 利用者証明用 certificate is free; the 署名用 one tells who the holder is, and is not. */
  void readsTheCertificates() throws Exception {
    Files.writeString(folder.resolve(Purpose.AUTHENTICATION.certificate()), read("01"));
    assertThatThrownBy(() -> read("02")).isInstanceOf(IllegalStateException.class);
    String pin = Purpose.SIGNATURE.pin;
    Files.writeString(
        folder.resolve(Purpose.SIGNATURE.certificate()),
        read("02", "--verify-pin", "--auth-id", "02", "--pin", pin));
    for (Purpose purpose : Purpose.values()) {
      String holder = purpose.certificate();
      getTheIssuer(purpose);
      assertThat(
              judge(
                  "verify",
                  "-x509_strict",
                  "-attime",
                  Certificates.ATTIME,
                  "-CAfile",
                  purpose.authority(),
                  holder))
          .contains(holder + ": OK");
    }
  }

  private void getTheIssuer(Purpose purpose) throws IOException {
    judge("x509", "-in", purpose.certificate(), "-outform", "DER", "-out", "holder.cer");
    byte[] holder = Files.readAllBytes(folder.resolve("holder.cer"));
    Files.write(folder.resolve("ca.cer"), Certificates.issuerOf(purpose.path, holder));
    judge("x509", "-in", "ca.cer", "-out", purpose.authority());
  }

  void signsWithBothKeys() throws Exception {
    for (Purpose purpose : Purpose.values()) {
      byte[] signature =
          openSc.sign(purpose.slot, purpose.id, purpose.pin, folder.resolve(DOCUMENT));
      Files.write(folder.resolve("signature"), signature);
      judge("x509", "-in", purpose.certificate(), "-pubkey", "-noout", "-out", "key.pem");
      assertThat(
              judge("dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", DOCUMENT))
          .contains("Verified OK");
    }
  }

  /** A signed document (CMS) by the JDK's PKCS#11 with the 署名用 key. */
  void signsADocument() throws Exception {
    Command signed = software(Purpose.SIGNATURE, "cms", DOCUMENT, "signed.p7m");
    assertThat(signed.exit()).as(signed.output()).isZero();
    assertThat(
            judge(
                "cms",
                "-verify",
                "-inform",
                "DER",
                "-in",
                "signed.p7m",
                "-CAfile",
                Purpose.SIGNATURE.authority(),
                "-purpose",
                "any",
                "-attime",
                Certificates.ATTIME,
                "-out",
                "read"))
        .contains("CMS Verification successful");
    assertThat(folder.resolve("read")).hasSameBinaryContentAs(folder.resolve(DOCUMENT));
  }

  /** At a server that lets nobody in without a certificate of the 利用者証明用 authority. */
  void logsIn() throws Exception {
    judge(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "server.key",
        "-out",
        "server.pem",
        "-subj",
        "/CN=server",
        "-addext",
        "subjectAltName=IP:127.0.0.1");
    String port = Integer.toString(freePort());
    Process server =
        new ProcessBuilder(
                "openssl",
                "s_server",
                "-accept",
                "127.0.0.1:" + port,
                "-cert",
                "server.pem",
                "-key",
                "server.key",
                "-CAfile",
                Purpose.AUTHENTICATION.authority(),
                "-Verify",
                "1",
                "-verify_return_error",
                "-attime",
                Certificates.ATTIME,
                "-tls1_2",
                "-www")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    try {
      Wait.until("the server listens", this::said, said -> said.contains("ACCEPT"));
      Command answer = software(Purpose.AUTHENTICATION, "tls", port, "server.pem");
      assertThat(answer.output())
          .contains("Client certificate", "TLS Web Client Authentication")
          .contains(firstLineOf(Purpose.AUTHENTICATION));
    } finally {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("server.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String firstLineOf(Purpose purpose) throws IOException {
    String pem = Files.readString(folder.resolve(purpose.certificate()));
    return pem.substring(pem.indexOf("-----BEGIN")).lines().skip(1).findFirst().orElseThrow();
  }

  private String read(String id, String... more) throws Exception {
    return openSc.run(
        Stream.concat(Stream.of("pkcs15-tool", "--read-certificate", id), Stream.of(more))
            .toArray(String[]::new));
  }

  private Command software(Purpose purpose, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                classPath(),
                HolderSoftware.class.getName(),
                module(),
                purpose.slot));
    command.addAll(List.of(words));
    return Command.run(openSc.program(command).directory(folder.toFile()), purpose.pin + "\n");
  }

  private static String classPath() {
    return Stream.of(
            HolderSoftware.class,
            CMSSignedDataGenerator.class,
            ContentInfo.class,
            ASN1Encodable.class)
        .map(HolderAtHome::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Paths.get(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String module() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
      return folders
          .map(one -> one.resolve("opensc-pkcs11.so"))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow()
          .toString();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String judge(String... words) {
    return Command.openssl(folder, words);
  }
}
