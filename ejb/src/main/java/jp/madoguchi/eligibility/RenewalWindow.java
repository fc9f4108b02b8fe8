package jp.madoguchi.eligibility;

import java.time.LocalDate;

/** When a certificate can be renewed (R-RENEWAL). */
public enum RenewalWindow {
  /** Less than three months are left. */
  OPEN,
  /** Too early. */
  NOT_YET,
  /** It ran out: there is nothing to renew, a new one is issued. */
  EXPIRED,
  /** There is no certificate. */
  NONE;

  private static final int MONTHS = 3;

  /** The first day on which a certificate with this last day can be renewed. */
  public static LocalDate opens(LocalDate expiry) {
    return expiry.minusMonths(MONTHS).plusDays(1);
  }

  /** The latest last day of a certificate that can be renewed on this day. */
  public static LocalDate lastOpen(LocalDate day) {
    LocalDate expiry = day;
    while (!opens(expiry.plusDays(1)).isAfter(day)) {
      expiry = expiry.plusDays(1);
    }
    return expiry;
  }

  /** Where a day lies for a certificate with this last day. */
  public static RenewalWindow on(LocalDate day, LocalDate expiry) {
    if (day.isAfter(expiry)) {
      return EXPIRED;
    }
    return day.isBefore(opens(expiry)) ? NOT_YET : OPEN;
  }
}
