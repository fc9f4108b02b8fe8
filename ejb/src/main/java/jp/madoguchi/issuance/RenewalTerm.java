package jp.madoguchi.issuance;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.settings.Settings;

/**
 * By when an authority needs its next key: after the years of the setting {@code
 * authority.key-years} (5), and before its certificate would end earlier than what it issues.
 *
 * @param due the day from which the next key is due
 * @param last the last day on which a certificate of the longest period (R-RENEWAL) fits
 */
public record RenewalTerm(LocalDate due, LocalDate last, Urgency urgency) {

  /** Six birthdays (R-RENEWAL). */
  private static final int LONGEST_YEARS = 6;

  /** How near it is. */
  public enum Urgency {
    FAR,
    /** Within the months of the setting {@code authority.renewal-notice-months} (6). */
    SOON,
    DUE,
    /** What is issued now may have to end before its own term. */
    LATE
  }

  static RenewalTerm of(Authority authority, LocalDate today, Settings settings) {
    LocalDate last = day(authority.notAfter()).minusYears(LONGEST_YEARS);
    LocalDate used =
        day(authority.notBefore()).plusYears(settings.number("authority.key-years", 5));
    LocalDate due = used.isBefore(last) ? used : last;
    int notice = settings.number("authority.renewal-notice-months", 6);
    return new RenewalTerm(due, last, urgency(due, last, notice, today));
  }

  private static Urgency urgency(LocalDate due, LocalDate last, int notice, LocalDate today) {
    if (today.isAfter(last)) {
      return Urgency.LATE;
    }
    if (!today.isBefore(due)) {
      return Urgency.DUE;
    }
    return today.isBefore(due.minusMonths(notice)) ? Urgency.FAR : Urgency.SOON;
  }

  private static LocalDate day(java.time.Instant instant) {
    return ZonedDateTime.ofInstant(instant, OfficeClock.ZONE).toLocalDate();
  }
}
