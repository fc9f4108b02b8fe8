package jp.madoguchi.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What the listener for terminals needs: the server's own key and the terminals' authority, made
 * once by the JDK's keytool as docs/terminal.md tells it for other stages.
 */
record TerminalKeys(Path folder) {

  private static final String PASSWORD = "MADOGUCHI_TERMINALS_PASSWORD";

  Path server() {
    return folder.resolve("server.p12");
  }

  /** The authority's key, for the application alone. */
  Path authority() {
    return folder.resolve("terminal-authority.p12");
  }

  /** The authority's certificate, for the listener. */
  Path trust() {
    return folder.resolve("terminal-authority-trust.p12");
  }

  /** The server's certificate, for the agents. */
  Path certificate() {
    return folder.resolve("server.pem");
  }

  /** Makes what is missing. */
  void establish(String password) throws IOException {
    if (Files.exists(certificate())) {
      return;
    }
    OwnerOnly.createFolder(folder);
    for (Path made : List.of(server(), authority(), trust())) {
      Files.deleteIfExists(made);
    }
    keytool(
        password,
        server(),
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-ext",
        "eku=serverAuth");
    keytool(
        password,
        authority(),
        "CN=Madoguchi terminals",
        "-ext",
        "bc:critical=ca:true,pathlen:0",
        "-ext",
        "ku:critical=keyCertSign");
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", certificate(authority(), password));
      try (OutputStream out = Files.newOutputStream(trust())) {
        trusted.store(out, password.toCharArray());
      }
      // Last, since it says that all is there.
      Files.writeString(certificate(), pem(certificate(server(), password)));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static void keytool(String password, Path store, String name, String... more)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "3650",
                "-dname",
                name,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                PASSWORD));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put(PASSWORD, password);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Certificate certificate(Path store, String password)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore read = KeyStore.getInstance("PKCS12");
      read.load(in, password.toCharArray());
      return read.getCertificate("key");
    }
  }

  private static String pem(Certificate certificate) throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
