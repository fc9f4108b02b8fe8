package jp.madoguchi.whole;

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
    byte[] der = Api.anonymous().get("crl/" + path + ".crl").body();
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
      Files.write(folder.resolve("list.crl"), Api.anonymous().get("crl/" + path + ".crl").body());
      authority(folder, path);
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

  /** What openssl hears of a certificate. */
  static String ocsp(Path folder, String path, String serial) throws IOException {
    authority(folder, path);
    Files.write(folder.resolve("ee.cer"), Certificates.inDer(serial));
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

  private static void authority(Path folder, String path) throws IOException {
    Files.write(folder.resolve("ca.cer"), Api.anonymous().get("ca/" + path + ".cer").body());
    Command.openssl(folder, "x509", "-inform", "DER", "-in", "ca.cer", "-out", "ca.pem");
  }
}
