package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import jp.madoguchi.calendar.OfficeClock;

/**
 * From when to when a certificate is valid (R-VALIDITY-AUTH, R-VALIDITY-SIGN).
 *
 * @param firstDay the day of issue
 * @param lastDay the last day, valid until 23:59:59 in Japan
 * @param limit what ends it first
 */
public record ValidityPeriod(LocalDate firstDay, LocalDate lastDay, Limit limit) {

  /** What ends a certificate. Where two end it on the same day, the first of these is named. */
  public enum Limit {
    /** The 5th birthday after the issue, or the 6th at a renewal. */
    BIRTHDAY,
    /** The card's expiry. */
    CARD,
    /** The expiry of the 利用者証明用 certificate, which a 署名用 one does not outlive. */
    USER_AUTHENTICATION,
    /** The end of a foreign resident's period of stay (R-STAY). */
    STAY
  }

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  public ValidityPeriod {
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException("No validity from " + firstDay + " to " + lastDay);
    }
  }

  /** The certificate's notAfter (R-BIRTHDAY). */
  public ZonedDateTime notAfter() {
    return lastDay.atTime(LAST_SECOND).atZone(OfficeClock.ZONE);
  }
}
