package jp.madoguchi.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-RENEWAL: the renewal opens on the day (expiry − 3 months) + 1 day. */
class RenewalTest {

  @ParameterizedTest(name = "expiry {0} opens {1}")
  @CsvSource({
    "2025-07-17, 2025-04-18", // the rule's own examples
    "2022-10-15, 2022-07-16",
    "2020-04-25, 2020-01-26",
    "2027-05-31, 2027-03-01", // three months before is 28 February
    "2028-05-30, 2028-03-01", // and 29 February in a leap year
    "2027-02-17, 2026-11-18", // over the new year
    "2027-03-31, 2027-01-01",
  })
  void theRenewalOpensThreeMonthsBeforeTheExpiryAndADay(LocalDate expiry, LocalDate opens) {
    assertThat(RenewalWindow.opens(expiry)).isEqualTo(opens);
  }

  @ParameterizedTest(name = "on {0}: {1}")
  @CsvSource({
    "2025-04-17, NOT_YET", // the day before it opens
    "2025-04-18, OPEN", // the first day
    "2025-07-17, OPEN", // the certificate's last day
    "2025-07-18, EXPIRED", // the day after
  })
  void theWindowEndsWithTheCertificate(LocalDate day, RenewalWindow window) {
    assertThat(RenewalWindow.on(day, LocalDate.of(2025, 7, 17))).isEqualTo(window);
  }
}
