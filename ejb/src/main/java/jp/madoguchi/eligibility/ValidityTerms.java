package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.eligibility.ValidityPeriod.Limit;
import jp.madoguchi.issuance.CertificateType;

/**
 * What a certificate's validity depends on.
 *
 * @param issuedOn the day of issue
 * @param birthdays the holder's
 * @param renewed the last day of the certificate that is renewed; empty when none is
 * @param cardExpiry the card's last day; empty when it is not known yet
 * @param stayUntil the last day of the period of stay; empty for who has none
 */
public record ValidityTerms(
    LocalDate issuedOn,
    Birthdays birthdays,
    Optional<LocalDate> renewed,
    Optional<LocalDate> cardExpiry,
    Optional<LocalDate> stayUntil) {

  private static final int BIRTHDAYS = 5;
  private static final int BIRTHDAYS_AT_RENEWAL = 6;

  /** R-VALIDITY-AUTH; empty when the card or the stay ended before the day of issue. */
  public Optional<ValidityPeriod> userAuthentication() {
    return earliest(limits());
  }

  /**
   * R-VALIDITY-SIGN; empty when something it depends on ended before the day of issue.
   *
   * @param userAuthentication the last day of the holder's 利用者証明用 certificate, the one issued
   *     together with this if there is one; empty when the holder has none
   */
  public Optional<ValidityPeriod> signature(Optional<LocalDate> userAuthentication) {
    Map<Limit, LocalDate> limits = limits();
    userAuthentication.ifPresent(day -> limits.put(Limit.USER_AUTHENTICATION, day));
    return earliest(limits);
  }

  /** Either of the two. */
  public Optional<ValidityPeriod> of(CertificateType type, Optional<LocalDate> userAuthentication) {
    return switch (type) {
      case USER_AUTHENTICATION -> userAuthentication();
      case SIGNATURE -> signature(userAuthentication);
    };
  }

  private Map<Limit, LocalDate> limits() {
    Map<Limit, LocalDate> limits = new EnumMap<>(Limit.class);
    limits.put(Limit.BIRTHDAY, birthdays.nthAfter(birthdaysAllowed(), issuedOn));
    cardExpiry.ifPresent(day -> limits.put(Limit.CARD, day));
    stayUntil.ifPresent(day -> limits.put(Limit.STAY, day));
    return limits;
  }

  /** R-RENEWAL: with less than three months left the 6th birthday takes the 5th's place. */
  private int birthdaysAllowed() {
    boolean inWindow =
        renewed
            .map(expiry -> RenewalWindow.on(issuedOn, expiry) == RenewalWindow.OPEN)
            .orElse(false);
    return inWindow ? BIRTHDAYS_AT_RENEWAL : BIRTHDAYS;
  }

  private Optional<ValidityPeriod> earliest(Map<Limit, LocalDate> limits) {
    return limits.entrySet().stream()
        .min(Comparator.comparing((Map.Entry<Limit, LocalDate> limit) -> limit.getValue()))
        .filter(limit -> !limit.getValue().isBefore(issuedOn))
        .map(limit -> new ValidityPeriod(issuedOn, limit.getValue(), limit.getKey()));
  }
}
