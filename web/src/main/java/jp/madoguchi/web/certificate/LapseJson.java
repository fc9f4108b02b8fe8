package jp.madoguchi.web.certificate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.revocation.Lapse;
import jp.madoguchi.revocation.LapseDesk.ToTell;
import jp.madoguchi.revocation.LapsedCertificate;

/** Whom to tell that certificates have lapsed, as programs see it. */
public record LapseJson(
    String id,
    long residentId,
    String name,
    List<String> changes,
    OffsetDateTime decidedAt,
    Lapse.Notice notice,
    OffsetDateTime toldAt,
    String toldBy,
    List<CertificateJson> certificates) {

  /** A certificate that the change concerned; without an outcome it stays as it is. */
  public record CertificateJson(
      String serial,
      CertificateType type,
      RevocationReason outcome,
      OffsetDateTime since,
      String rule,
      String reason,
      String source) {

    static CertificateJson of(LapsedCertificate one, Locale locale) {
      return new CertificateJson(
          one.serial().hex(),
          one.type(),
          one.outcome().orElse(null),
          one.since().map(LapseJson::inTheOffice).orElse(null),
          one.rule(),
          one.reason(locale),
          one.source(locale));
    }
  }

  static LapseJson of(ToTell one, Locale locale) {
    Lapse lapse = one.lapse();
    return new LapseJson(
        lapse.key(),
        lapse.residentId(),
        one.holder().name(),
        List.of(lapse.changes().split(" ")),
        inTheOffice(lapse.decidedAt()),
        lapse.notice(),
        lapse.toldAt().map(LapseJson::inTheOffice).orElse(null),
        lapse.toldBy().orElse(null),
        lapse.certificates().stream()
            .map(certificate -> CertificateJson.of(certificate, locale))
            .toList());
  }

  private static OffsetDateTime inTheOffice(Instant instant) {
    return instant.atZone(OfficeClock.ZONE).toOffsetDateTime();
  }

  /** Personal data must never end up in a log. */
  @Override
  public String toString() {
    return "LapseJson[" + id + "]";
  }
}
