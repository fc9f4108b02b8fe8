package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;

/** How certificates stand to relying parties whose programs are not ours. */
final class StatusOutside {

  private StatusOutside() {}

  /** The entry of the list that is published now; null where the certificate is not on it. */
  static X509CRLEntry listed(String path, String serial) {
    byte[] der = list(path, Certificates.inDer(serial));
    try {
      X509CRL list =
          (X509CRL)
              CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
      return list.getRevokedCertificate(new BigInteger(serial, 16));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The entry as openssl prints it, once it says so: a list follows a revocation within a moment.
   *
   * @param said what the entry is to have; null where it is to leave the list
   */
  static void awaitEntry(Path folder, String path, String serial, String said) {
    Wait.until(
        "the list says " + said,
        () -> entry(folder, path, serial),
        entry -> said == null ? entry.isEmpty() : entry.contains(said));
  }

  private static String entry(Path folder, String path, String serial) {
    try {
      byte[] holder = Certificates.inDer(serial);
      Files.write(folder.resolve("list.crl"), list(path, holder));
      authority(folder, path, holder);
      String list =
          Command.openssl(
              folder,
              "crl",
              "-inform",
              "DER",
              "-in",
              "list.crl",
              "-CAfile",
              "ca.pem",
              "-noout",
              "-text");
      int at = list.indexOf(serial);
      return at < 0 ? "" : list.substring(at).split("Serial Number: ")[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It is of its issuer, on no list, and good when asked: strictly (RFC 5280), by openssl. */
  static void assertGood(Path folder, String path, String serial) throws IOException {
    assertThat(ocsp(folder, path, serial)).contains("Response verify OK", "ee.pem: good");
    Files.write(folder.resolve("list.crl"), list(path, Certificates.inDer(serial)));
    Command.openssl(folder, "crl", "-inform", "DER", "-in", "list.crl", "-out", "list.pem");
    String chain =
        Command.openssl(
            folder,
            "verify",
            "-x509_strict",
            "-crl_check",
            "-attime",
            Certificates.ATTIME,
            "-CAfile",
            "ca.pem",
            "-CRLfile",
            "list.pem",
            "ee.pem");
    assertThat(chain).contains("ee.pem: OK");
  }

  /** What openssl hears of a certificate. */
  static String ocsp(Path folder, String path, String serial) throws IOException {
    byte[] holder = Certificates.inDer(serial);
    authority(folder, path, holder);
    Files.write(folder.resolve("ee.cer"), holder);
    Command.openssl(folder, "x509", "-inform", "DER", "-in", "ee.cer", "-out", "ee.pem");
    return Command.openssl(
        folder,
        "ocsp",
        "-issuer",
        "ca.pem",
        "-cert",
        "ee.pem",
        "-CAfile",
        "ca.pem",
        "-attime",
        Certificates.ATTIME,
        "-validity_period",
        "31536000",
        "-url",
        RunningCounter.get().address() + "ocsp/" + path);
  }

  /** An authority has one name and several keys: the one that signed this certificate, in PEM. */
  static void authority(Path folder, String path, byte[] certificate) throws IOException {
    Files.write(folder.resolve("ca.cer"), Certificates.issuerOf(path, certificate));
    Command.openssl(folder, "x509", "-inform", "DER", "-in", "ca.cer", "-out", "ca.pem");
  }

  /** The list that the key of this certificate's issuer signed. */
  static byte[] list(String path, byte[] certificate) {
    return Api.anonymous()
        .get("crl/" + path + ".crl?keyId=" + Certificates.issuerKeyOf(certificate))
        .body();
  }
}
