package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The issued certificates as the counter hands them out. */
final class Certificates {

  /** Some hours after the office's clock in these tests, in seconds since 1970, for openssl. */
  static final String ATTIME =
      Long.toString(OffsetDateTime.parse(Office.TUESDAY_MORNING).plusHours(2).toEpochSecond());

  private Certificates() {}

  static byte[] inDer(String serialHex) {
    Api.Reply reply =
        Api.as("clerk1").get("api/certificates/" + serialHex, "application/pkix-cert");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.body();
  }

  /** As a relying party finds it: by the key identifier, since all keys have one name. */
  static byte[] issuerOf(String path, byte[] certificate) {
    return withKey(path, issuerKeyOf(certificate));
  }

  /** The authority key identifier, in hexadecimal. */
  static String issuerKeyOf(byte[] certificate) {
    try {
      return HexFormat.of()
          .formatHex(
              AuthorityKeyIdentifier.fromExtensions(
                      new X509CertificateHolder(certificate).getExtensions())
                  .getKeyIdentifierOctets());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] withKey(String path, String keyId) {
    Api.Reply reply = Api.anonymous().get("ca/" + path + ".cer?keyId=" + keyId);
    assertThat(reply.status()).as("%s of %s", path, keyId).isEqualTo(200);
    return reply.body();
  }

  /** In decimal. */
  static String serialOf(byte[] der) throws GeneralSecurityException {
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
    return certificate.getSerialNumber().toString();
  }

  /**
   * What a relying party hears of a certificate by OCSP: good, revoked or unknown.
   *
   * @param serial in decimal
   */
  static String statusOf(String type, String serial) {
    String path = type.equals("SIGNATURE") ? "sign" : "auth";
    String issuer =
        Tables.text("select authority_key_id from madoguchi.certificate where serial = " + serial);
    try {
      DigestCalculator sha1 =
          new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
      CertificateID id =
          new CertificateID(
              sha1, new X509CertificateHolder(withKey(path, issuer)), new BigInteger(serial));
      byte[] question = new OCSPReqBuilder().addRequest(id).build().getEncoded();
      Api.Reply reply =
          Api.anonymous()
              .send(
                  "POST",
                  "ocsp/" + path,
                  Map.of("Content-Type", "application/ocsp-request"),
                  question);
      BasicOCSPResp answer = (BasicOCSPResp) new OCSPResp(reply.body()).getResponseObject();
      CertificateStatus status = answer.getResponses()[0].getCertStatus();
      if (status == CertificateStatus.GOOD) {
        return "good";
      }
      return status instanceof RevokedStatus ? "revoked" : "unknown";
    } catch (OCSPException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
