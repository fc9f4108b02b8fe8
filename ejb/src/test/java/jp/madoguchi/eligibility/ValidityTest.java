package jp.madoguchi.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.madoguchi.eligibility.ValidityPeriod.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-VALIDITY-AUTH, R-VALIDITY-SIGN, R-BIRTHDAY, R-RENEWAL and R-STAY, by example. */
class ValidityTest {

  private static final LocalDate FAR = LocalDate.of(2099, 12, 31);

  @ParameterizedTest(name = "born {0}, issued {1}: until {2}")
  @CsvSource({
    "1980-02-17, 2025-10-27, 2030-02-17", // the rule's own example
    "1980-02-17, 2026-02-16, 2030-02-17", // the day before the birthday: it is the first
    "1980-02-17, 2026-02-17, 2031-02-17", // the birthday itself does not count
    "1980-02-17, 2026-02-18, 2031-02-17",
    "1980-12-31, 2026-12-31, 2031-12-31",
    "1980-01-01, 2026-12-31, 2031-01-01",
    "1980-02-29, 2025-10-27, 2030-02-28", // 28 February in other years
    "1980-02-29, 2023-10-27, 2028-02-29", // but the 29th in a leap year
    "1980-02-29, 2026-02-28, 2031-02-28", // issued on the birthday that stands in
    "1980-02-29, 2026-02-27, 2030-02-28",
  })
  void aCertificateEndsOnTheFifthBirthdayAfterItsIssue(
      LocalDate born, LocalDate issued, LocalDate lastDay) {
    assertThat(terms(born, issued).userAuthentication().orElseThrow())
        .isEqualTo(new ValidityPeriod(issued, lastDay, Limit.BIRTHDAY));
  }

  @ParameterizedTest(name = "issued {0}: until {1}")
  @CsvSource({
    "2026-02-28, 2030-03-01", // the day before the birthday
    "2026-03-01, 2031-03-01", // the birthday itself
    "2023-10-27, 2028-02-29",
  })
  void theOfficeMayTakeTheFirstOfMarchForTheTwentyNinthOfFebruary(
      LocalDate issued, LocalDate lastDay) {
    Birthdays birthdays = new Birthdays(LocalDate.of(1980, 2, 29), LeapDay.MARCH_1);
    assertThat(birthdays.nthAfter(5, issued)).isEqualTo(lastDay);
  }

  @ParameterizedTest(name = "renewed {0} before {1}: until {2}")
  @CsvSource({
    "2025-04-18, 2025-07-17, 2030-07-17", // in the window: the 6th birthday
    "2025-07-16, 2025-07-17, 2030-07-17",
    "2025-04-17, 2025-07-17, 2029-07-17", // too early: the 5th
    "2025-07-18, 2025-07-17, 2030-07-17", // it ran out: the 5th after the issue
  })
  void aRenewalInItsWindowLosesNothing(LocalDate issued, LocalDate expiry, LocalDate lastDay) {
    ValidityTerms terms =
        new ValidityTerms(
            issued,
            new Birthdays(LocalDate.of(1980, 7, 17), LeapDay.FEBRUARY_28),
            Optional.of(expiry),
            Optional.of(FAR),
            Optional.empty());
    assertThat(terms.userAuthentication().orElseThrow().lastDay()).isEqualTo(lastDay);
  }

  @Test
  void theCardsExpiryEndsBothCertificates() {
    ValidityTerms terms = withCard(LocalDate.of(2027, 2, 17), Optional.empty());
    assertThat(terms.userAuthentication().orElseThrow().limit()).isEqualTo(Limit.CARD);
    assertThat(terms.signature(Optional.empty()).orElseThrow().lastDay()).isEqualTo("2027-02-17");
  }

  @Test
  void theSignatureCertificateDoesNotOutliveTheUserAuthenticationOne() {
    ValidityTerms terms = withCard(FAR, Optional.empty());
    LocalDate userAuthentication = LocalDate.of(2028, 2, 17);
    assertThat(terms.signature(Optional.of(userAuthentication)).orElseThrow())
        .isEqualTo(
            new ValidityPeriod(terms.issuedOn(), userAuthentication, Limit.USER_AUTHENTICATION));
    assertThat(terms.signature(Optional.empty()).orElseThrow().lastDay())
        .as("when the holder has none")
        .isEqualTo("2030-02-17");
  }

  @Test
  void noCertificateOutlivesThePeriodOfStay() {
    ValidityTerms terms = withCard(FAR, Optional.of(LocalDate.of(2026, 12, 1)));
    assertThat(terms.userAuthentication().orElseThrow().limit()).isEqualTo(Limit.STAY);
    assertThat(terms.signature(Optional.empty()).orElseThrow().lastDay()).isEqualTo("2026-12-01");
  }

  @Test
  void aCardThatExpiresTodayGivesTodayAndOneThatExpiredGivesNothing() {
    LocalDate today = LocalDate.of(2025, 10, 27);
    assertThat(withCard(today, Optional.empty()).userAuthentication()).isPresent();
    assertThat(withCard(today.minusDays(1), Optional.empty()).userAuthentication()).isEmpty();
  }

  @Test
  void theLastDayEndsWithItsLastSecondInJapan() {
    assertThat(
            terms(LocalDate.of(1980, 2, 17), LocalDate.of(2025, 10, 27))
                .userAuthentication()
                .orElseThrow()
                .notAfter()
                .toInstant())
        .isEqualTo("2030-02-17T14:59:59Z");
  }

  private static ValidityTerms terms(LocalDate born, LocalDate issued) {
    return new ValidityTerms(
        issued,
        new Birthdays(born, LeapDay.FEBRUARY_28),
        Optional.empty(),
        Optional.of(FAR),
        Optional.empty());
  }

  private static ValidityTerms withCard(LocalDate expiry, Optional<LocalDate> stayUntil) {
    return new ValidityTerms(
        LocalDate.of(2025, 10, 27),
        new Birthdays(LocalDate.of(1980, 2, 17), LeapDay.FEBRUARY_28),
        Optional.empty(),
        Optional.of(expiry),
        stayUntil);
  }
}
