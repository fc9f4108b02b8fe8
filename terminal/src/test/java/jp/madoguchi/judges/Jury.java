package jp.madoguchi.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Others' programs judge what the authority made: openssl, GnuTLS and the JDK read each certificate
 * and each list, verify it, and read the same. A program is started for many at a time where it
 * takes many.
 */
public final class Jury {

  /** Of OCSP answers of one form so many are judged in a run: a program reads one at a time. */
  private static final int OF_ONE_FORM = 20;

  /** How many answers of each length there were; what they say of whom makes none. */
  private static final Map<Integer, Integer> FORMS = new ConcurrentHashMap<>();

  private static final Map<X509Certificate, String> AUTHORITIES = new ConcurrentHashMap<>();
  private static final Map<X509Certificate, String> RESPONDERS = new ConcurrentHashMap<>();

  private final Path folder;

  public Jury(Path folder) {
    this.folder = folder;
  }

  /** Judges all of it; certificates of authorities first, since the others need them. */
  public void judge(Made made) {
    if (!made.certificates().isEmpty()) {
      certificates(made.certificates());
    }
    if (!made.lists().isEmpty()) {
      lists(made.lists());
    }
    if (!made.answers().isEmpty()) {
      answers(made.answers());
    }
  }

  /** Certificates that others are verified by; a link between two keys of one name is none. */
  public static void know(X509Certificate certificate) {
    try {
      if (certificate.getBasicConstraints() >= 0
          && verifies(() -> certificate.verify(certificate.getPublicKey()))) {
        AUTHORITIES.putIfAbsent(certificate, pem("CERTIFICATE", certificate.getEncoded()));
      } else if (purposes(certificate).contains("1.3.6.1.5.5.7.3.9")) {
        RESPONDERS.putIfAbsent(certificate, pem("CERTIFICATE", certificate.getEncoded()));
      }
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> purposes(X509Certificate certificate)
      throws GeneralSecurityException {
    List<String> purposes = certificate.getExtendedKeyUsage();
    return purposes == null ? List.of() : purposes;
  }

  private void certificates(List<byte[]> ders) {
    List<X509Certificate> read = ders.stream().map(Jury::certificate).toList();
    read.forEach(Jury::know);
    String all = write("certificates.pem", pems("CERTIFICATE", ders));
    List<String> openssl =
        parts(run("openssl", "storeutl", "-noout", "-text", "-certs", all), "\\d+: Certificate\\n");
    List<String> gnuTls =
        parts(
            run("certtool", "--certificate-info", "--infile", all),
            "X.509 Certificate Information:");
    assertThat(openssl).hasSameSizeAs(ders);
    assertThat(gnuTls).hasSameSizeAs(ders);
    for (int at = 0; at < read.size(); at++) {
      CertificateReading jdk = CertificateReading.of(read.get(at));
      assertThat(CertificateReading.ofOpenssl(openssl.get(at))).as("openssl").isEqualTo(jdk);
      CertificateReading byGnuTls = CertificateReading.ofGnuTls(gnuTls.get(at));
      assertThat(byGnuTls)
          .as("GnuTLS")
          .isEqualTo(byGnuTls.policies() == null ? jdk.withPolicies(null) : jdk);
    }
    verify(read);
  }

  /** By openssl for all of an authority at once, and by the JDK. */
  private void verify(List<X509Certificate> certificates) {
    Map<X509Certificate, List<X509Certificate>> byIssuer = new LinkedHashMap<>();
    certificates.forEach(
        one -> byIssuer.computeIfAbsent(issuer(one), same -> new ArrayList<>()).add(one));
    byIssuer.forEach(
        (issuer, own) -> {
          List<String> words =
              new ArrayList<>(
                  List.of(
                      "openssl",
                      "verify",
                      "-x509_strict",
                      "-no_check_time",
                      "-CAfile",
                      write("issuer.pem", AUTHORITIES.get(issuer))));
          for (X509Certificate one : own) {
            words.add(write(words.size() + ".pem", pems("CERTIFICATE", List.of(der(one)))));
            byJdk(issuer, one);
          }
          Program verified = Program.run(folder, words);
          assertThat(verified.exit()).as(verified.output()).isZero();
        });
  }

  private static void byJdk(X509Certificate issuer, X509Certificate one) {
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
      parameters.setRevocationEnabled(false);
      // the policy is critical and has a qualifier, as in the national profile
      parameters.setPolicyQualifiersRejected(false);
      parameters.setDate(new Date(one.getNotBefore().getTime() + 1));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(List.of(one)), parameters);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("The JDK refuses " + one, e);
    }
  }

  private static X509Certificate issuer(X509Certificate one) {
    return AUTHORITIES.keySet().stream()
        .filter(
            authority ->
                authority.getSubjectX500Principal().equals(one.getIssuerX500Principal())
                    && verifies(() -> one.verify(authority.getPublicKey())))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nobody's: " + one));
  }

  private void lists(List<byte[]> ders) {
    List<String> openssl =
        parts(
            run(
                "openssl",
                "storeutl",
                "-noout",
                "-text",
                "-crls",
                write("lists.pem", pems("X509 CRL", ders))),
            "\\d+: CRL\\n");
    assertThat(openssl).hasSameSizeAs(ders);
    for (int at = 0; at < ders.size(); at++) {
      X509CRL list = list(ders.get(at));
      verify(ders.get(at), AUTHORITIES.get(issuer(list)));
      ListReading jdk = ListReading.of(list);
      assertThat(ListReading.ofOpenssl(openssl.get(at))).as("openssl").isEqualTo(jdk);
      String one = write("list.pem", pems("X509 CRL", List.of(ders.get(at))));
      assertThat(ListReading.ofGnuTls(run("certtool", "--crl-info", "--infile", one)))
          .as("GnuTLS")
          .isEqualTo(jdk.withoutReasons());
    }
  }

  private void verify(byte[] list, String issuer) {
    assertThat(
            run(
                "openssl",
                "crl",
                "-noout",
                "-verify",
                "-inform",
                "DER",
                "-in",
                write("list.der", list),
                "-CAfile",
                write("issuer.pem", issuer)))
        .contains("verify OK");
  }

  /** Whose list it is, as the JDK verifies it. */
  private static X509Certificate issuer(X509CRL list) {
    return AUTHORITIES.keySet().stream()
        .filter(authority -> verifies(() -> list.verify(authority.getPublicKey())))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nobody's: " + list));
  }

  /** Some of each form, which is told apart by its length. */
  private void answers(List<byte[]> ders) {
    for (byte[] der : ders) {
      if (FORMS.merge(der.length, 1, Integer::sum) <= OF_ONE_FORM) {
        answer(der);
      }
    }
  }

  private void answer(byte[] der) {
    String file = write("answer.der", der);
    String openssl = openssl(file);
    if (openssl.contains("root ca not trusted")) {
      // it speaks of another authority's certificate as well, for which this responder is nobody
      openssl = openssl(file, "-trust_other");
      assertThat(openssl).contains("Cert Status: unknown");
    }
    assertThat(openssl).contains("Response verify OK");
    AnswerReading read = AnswerReading.ofOpenssl(openssl);
    assertThat(read.singles()).as(openssl).isNotEmpty();
    assertThat(AnswerReading.ofGnuTls(run("ocsptool", "-j", "--infile", file)))
        .as("GnuTLS")
        .isEqualTo(read);
  }

  private String openssl(String answer, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "openssl",
                "ocsp",
                "-respin",
                answer,
                "-resp_text",
                "-no_check_time",
                "-CAfile",
                write("authorities.pem", String.join("", AUTHORITIES.values())),
                "-verify_other",
                write("responders.pem", String.join("", RESPONDERS.values()))));
    words.addAll(List.of(more));
    return Program.run(folder, words).output();
  }

  private String run(String... words) {
    Program program = Program.run(folder, List.of(words));
    assertThat(program.exit()).as(program.output()).isZero();
    return program.output();
  }

  private static List<String> parts(String output, String before) {
    String[] parts = output.split("(?m)^" + before);
    return Arrays.asList(parts).subList(1, parts.length);
  }

  private String write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.US_ASCII));
  }

  private String write(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return name;
  }

  private static String pems(String label, Collection<byte[]> ders) {
    StringBuilder all = new StringBuilder();
    ders.forEach(der -> all.append(pem(label, der)));
    return all.toString();
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** As the JDK reads it. */
  static X509Certificate certificate(byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("The JDK reads no certificate", e);
    }
  }

  private static X509CRL list(byte[] der) {
    try {
      return (X509CRL)
          CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("The JDK reads no list", e);
    }
  }

  /** What may be refused by an exception. */
  private interface Check {
    void run() throws GeneralSecurityException;
  }

  private static boolean verifies(Check check) {
    try {
      check.run();
      return true;
    } catch (GeneralSecurityException refused) {
      return false;
    }
  }
}
