package jp.madoguchi.web.issuance;

import java.time.Instant;
import java.time.OffsetDateTime;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationReason;

/** A certificate as JSON; times with the offset of the office. */
public record CertificateView(
    String serial,
    CertificateType type,
    CertificateState state,
    String receptionNumber,
    OffsetDateTime notBefore,
    OffsetDateTime notAfter,
    OffsetDateTime revokedAt,
    RevocationReason reason) {

  static CertificateView of(CertificateStatus status) {
    return new CertificateView(
        status.serial().hex(),
        status.type(),
        status.state(),
        status.receptionNumber(),
        local(status.notBefore()),
        local(status.notAfter()),
        local(status.revokedAt()),
        status.reason());
  }

  private static OffsetDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(OfficeClock.ZONE).toOffsetDateTime();
  }
}
