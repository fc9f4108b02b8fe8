package jp.madoguchi.judges;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the JDK makes of an OCSP answer about a certificate: it verifies answer and responder. */
public final class StatusByJdk {

  private StatusByJdk() {}

  /**
   * @param at when it was answered
   * @return {@code good}, {@code revoked <reason>}, or {@code unknown}
   */
  public static String of(X509Certificate asked, X509Certificate issuer, byte[] answer, Date at) {
    try {
      CertPathValidator validator = CertPathValidator.getInstance("PKIX");
      PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
      checker.setOptions(
          Set.of(
              PKIXRevocationChecker.Option.NO_FALLBACK,
              PKIXRevocationChecker.Option.ONLY_END_ENTITY));
      checker.setOcspResponses(Map.of(asked, answer));
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
      parameters.setPolicyQualifiersRejected(false);
      parameters.setDate(at);
      parameters.addCertPathChecker(checker);
      validator.validate(
          CertificateFactory.getInstance("X.509").generateCertPath(List.of(asked)), parameters);
      return "good";
    } catch (CertPathValidatorException refused) {
      if (refused.getReason() == BasicReason.REVOKED
          && refused.getCause() instanceof CertificateRevokedException revoked) {
        return "revoked " + revoked.getRevocationReason();
      }
      if (refused.getReason() == BasicReason.UNDETERMINED_REVOCATION_STATUS
          && String.valueOf(refused.getMessage()).contains("UNKNOWN")) {
        return "unknown";
      }
      throw new AssertionError("The JDK refuses the answer", refused);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
