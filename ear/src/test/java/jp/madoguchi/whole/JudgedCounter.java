package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.judges.Der;
import jp.madoguchi.judges.Jury;
import jp.madoguchi.judges.Made;
import jp.madoguchi.judges.StatusByJdk;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each class others judge the certificates and lists that the running counter made in it, and
 * what the counter answers about these certificates: openssl, GnuTLS and the JDK read the same, and
 * what they read is what the tables say. It is registered for every class.
 */
public final class JudgedCounter implements AfterAllCallback {

  private static final String AUTHORITIES =
      "select key_id, type, certificate, responder_certificate from madoguchi.authority";
  private static final String CERTIFICATES =
      "select serial, authority_key_id, to_be_signed, signature, state, revocation_reason,"
          + " floor(extract(epoch from not_before)), floor(extract(epoch from not_after))"
          + " from madoguchi.certificate where signature is not null"
          + " and reception_number not like all (?)";
  private static final String LISTS =
      "select list, string_agg(bytes, ''::bytea order by position)"
          + " from madoguchi.revocation_list_part group by list having sum(length(bytes)) < 500000";

  private static final Set<Object> JUDGED = new HashSet<>();
  private static final Set<String> MADE_UP = new HashSet<>();

  /** An authority of the counter. */
  private record Issuer(String path, X509Certificate certificate) {}

  private final Map<String, Issuer> issuers = new HashMap<>();
  private final Made made = new Made(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

  /**
   * What a test put into the table itself, for cases whose numbers begin like that, is no one's.
   */
  static void leaveOut(String receptionNumbers) {
    MADE_UP.add(receptionNumbers + "%");
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (System.getProperty("madoguchi.management.port") == null) {
      return;
    }
    issuers.clear();
    made.certificates().clear();
    made.lists().clear();
    made.answers().clear();
    try (Connection connection = Tables.connect()) {
      readIssuers(connection);
      readCertificates(connection);
      readLists(connection);
    }
    Path folder = Files.createTempDirectory("judged");
    new Jury(folder).judge(made);
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private void readIssuers(Connection connection) throws SQLException, GeneralSecurityException {
    try (PreparedStatement query = connection.prepareStatement(AUTHORITIES);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        X509Certificate certificate = certificate(rows.getBytes(3));
        Jury.know(certificate);
        Jury.know(certificate(rows.getBytes(4)));
        issuers.put(
            rows.getString(1),
            new Issuer(rows.getString(2).equals("SIGNATURE") ? "sign" : "auth", certificate));
      }
    }
  }

  private void readCertificates(Connection connection) throws Exception {
    try (PreparedStatement query = connection.prepareStatement(CERTIFICATES)) {
      query.setArray(1, connection.createArrayOf("text", MADE_UP.toArray()));
      ResultSet rows = query.executeQuery();
      while (rows.next()) {
        BigInteger serial = rows.getBigDecimal(1).toBigInteger();
        Issuer issuer = issuers.get(rows.getString(2));
        if (issuer == null || !JUDGED.add(serial)) {
          continue; // of an authority outside, or judged before
        }
        byte[] der = Der.signed(rows.getBytes(3), rows.getBytes(4));
        X509Certificate read = certificate(der);
        assertThat(read.getSerialNumber()).isEqualTo(serial);
        assertThat(read.getNotBefore().toInstant().getEpochSecond()).isEqualTo(rows.getLong(7));
        assertThat(read.getNotAfter().toInstant().getEpochSecond()).isEqualTo(rows.getLong(8));
        made.certificates().add(der);
        String expected = status(rows.getString(5), rows.getString(6));
        for (boolean nonce : new boolean[] {false, true}) {
          byte[] question = question(issuer, serial, nonce);
          judge(read, issuer, expected, post(issuer, question));
          if (!nonce) {
            judge(read, issuer, expected, get(issuer, question));
          }
        }
      }
    }
  }

  private void judge(X509Certificate read, Issuer issuer, String expected, byte[] answer)
      throws IOException, OCSPException {
    made.answers().add(answer);
    BasicOCSPResp basic = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
    CertificateStatus status = basic.getResponses()[0].getCertStatus();
    assertThat(said(status)).as("%s", read.getSerialNumber()).isEqualTo(expected);
    Date at = basic.getProducedAt();
    if (status instanceof RevokedStatus revoked) {
      at = later(at, Date.from(revoked.getRevocationTime().toInstant().plusSeconds(1)));
    }
    // a test may have moved the office's clock since; then the JDK has no opinion
    if (!at.before(read.getNotBefore())
        && !at.after(read.getNotAfter())
        && !at.after(basic.getResponses()[0].getNextUpdate())) {
      assertThat(StatusByJdk.of(read, issuer.certificate(), answer, at)).isEqualTo(expected);
    }
  }

  private static String said(CertificateStatus status) {
    if (status instanceof RevokedStatus revoked) {
      CRLReason reason =
          revoked.hasRevocationReason()
              ? CRLReason.values()[revoked.getRevocationReason()]
              : CRLReason.UNSPECIFIED;
      return "revoked " + reason;
    }
    return status == CertificateStatus.GOOD ? "good" : "unknown";
  }

  /** To the JDK a certificate is revoked after the second of its revocation, and not in it. */
  private static Date later(Date one, Date other) {
    return one.before(other) ? other : one;
  }

  private void readLists(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LISTS);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        if (JUDGED.add(rows.getString(1))) {
          made.lists().add(rows.getBytes(2));
        }
      }
    }
  }

  /** What a relying party is to hear, in the JDK's words. */
  private static String status(String state, String reason) {
    return switch (state) {
      case "VALID" -> "good";
      case "SUSPENDED", "REVOKED" -> "revoked " + reason;
      default -> "unknown";
    };
  }

  private static byte[] question(Issuer issuer, BigInteger serial, boolean nonce)
      throws GeneralSecurityException, IOException, OCSPException, OperatorCreationException {
    OCSPReqBuilder question =
        new OCSPReqBuilder()
            .addRequest(
                new CertificateID(
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                    new X509CertificateHolder(issuer.certificate().getEncoded()),
                    serial));
    if (nonce) {
      byte[] sixteen = serial.toByteArray();
      question.setRequestExtensions(
          new Extensions(
              new Extension(
                  OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                  false,
                  new DEROctetString(new DEROctetString(sixteen)))));
    }
    return question.build().getEncoded();
  }

  private static byte[] post(Issuer issuer, byte[] question) {
    Api.Reply reply =
        Api.anonymous()
            .send(
                "POST",
                "ocsp/" + issuer.path(),
                Map.of("Content-Type", "application/ocsp-request"),
                question);
    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }

  private static byte[] get(Issuer issuer, byte[] question) {
    String text =
        java.net.URLEncoder.encode(
            Base64.getEncoder().encodeToString(question),
            java.nio.charset.StandardCharsets.US_ASCII);
    Api.Reply reply = Api.anonymous().get("ocsp/" + issuer.path() + "/" + text);
    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }

  private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }
}
