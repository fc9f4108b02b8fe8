package jp.madoguchi.web.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.ApprovalState;
import jp.madoguchi.approval.ExceptionKind;
import jp.madoguchi.approval.Request;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.text.Texts;

/**
 * An exception that was asked for.
 *
 * @param title what is asked for, in words
 * @param name the applicant's; null beside the application itself
 * @param receptionNumber the case that was opened with it
 * @param cardLoss the lost card that is to be released; null where it is about an application
 */
public record ApprovalJson(
    long id,
    ExceptionKind exception,
    String rule,
    String title,
    ApprovalState state,
    long residentId,
    String name,
    String cardSerial,
    ApplicationKind kind,
    ReissueReason reissueReason,
    Set<CertificateType> types,
    Route route,
    LocalDate day,
    String askedReason,
    String askedBy,
    OffsetDateTime askedAt,
    String decidedReason,
    String decidedBy,
    OffsetDateTime decidedAt,
    String receptionNumber,
    String cardLoss) {

  /** What can be asked for. */
  public record Possible(ExceptionKind exception, String rule, String title) {

    public static Possible of(ExceptionKind kind, Locale locale) {
      return new Possible(kind, kind.rule(), words(kind, locale));
    }
  }

  public static ApprovalJson of(Approval approval, Locale locale) {
    return of(approval, null, locale);
  }

  static ApprovalJson of(Request request, Locale locale) {
    return of(request.approval(), request.resident().name(), locale);
  }

  private static ApprovalJson of(Approval approval, String name, Locale locale) {
    return new ApprovalJson(
        approval.id(),
        approval.exception(),
        approval.exception().rule(),
        words(approval.exception(), locale),
        approval.state(),
        approval.matter().residentId(),
        name,
        approval.matter().cardSerial(),
        approval.matter().kind(),
        approval.matter().reissueReason(),
        approval.matter().types(),
        approval.matter().route(),
        approval.day(),
        approval.askedReason(),
        approval.askedBy(),
        at(approval.askedAt()),
        approval.decidedReason().orElse(null),
        approval.decidedBy().orElse(null),
        approval.decidedAt().map(ApprovalJson::at).orElse(null),
        approval.receptionNumber().orElse(null),
        approval.matter().lostCard().orElse(null));
  }

  private static String words(ExceptionKind kind, Locale locale) {
    return Texts.get(locale, "exception." + kind.name());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atZone(OfficeClock.ZONE).toOffsetDateTime();
  }
}
