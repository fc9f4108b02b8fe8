package jp.madoguchi.web.certificate;

import java.time.Instant;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.web.faces.PageTexts;

/**
 * A certificate on a page.
 *
 * @param serialShort its last eight digits, enough to tell two apart
 * @param statusKind the kind of chip
 * @param reason why it is revoked or suspended; empty when it is neither
 */
public record CertificateRow(
    String type,
    String serial,
    String serialShort,
    String status,
    String statusKind,
    String reason,
    Instant notBefore,
    Instant notAfter,
    String receptionNumber,
    long residentId) {

  private static final int SHORT = 8;

  public static CertificateRow of(CertificateStatus certificate, PageTexts texts) {
    String serial = certificate.serial().hex();
    return new CertificateRow(
        texts.get("type." + certificate.type().name()),
        serial,
        "…" + serial.substring(Math.max(0, serial.length() - SHORT)),
        texts.get("certificate.state." + certificate.state().name()),
        kind(certificate),
        certificate.reason() == null ? "" : texts.get("revocation." + certificate.reason().name()),
        certificate.notBefore(),
        certificate.notAfter(),
        certificate.receptionNumber(),
        certificate.residentId());
  }

  private static String kind(CertificateStatus certificate) {
    return switch (certificate.state()) {
      case PLANNED, ISSUED -> "NOW";
      case VALID -> "SUCCESS";
      case SUSPENDED -> "WARNING";
      case REVOKED -> "ERROR";
    };
  }
}
