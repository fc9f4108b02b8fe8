package jp.madoguchi.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;

/** What holds of every birth date, day of issue, card and stay. */
class ValidityProperties {

  @Property
  @Label("R-BIRTHDAY: the n-th birthday is after the day, and exactly n birthdays lie in between")
  void nthBirthday(
      @ForAll @DateRange(min = "1920-01-01", max = "2020-12-31") LocalDate born,
      @ForAll @DateRange(min = "2021-01-01", max = "2045-12-31") LocalDate day,
      @ForAll LeapDay leapDay) {
    Birthdays birthdays = new Birthdays(born, leapDay);
    LocalDate fifth = birthdays.nthAfter(5, day);
    assertThat(fifth).isAfter(day);
    assertThat(birthdays.ageOn(fifth)).isEqualTo(birthdays.ageOn(day) + 5);
    assertThat(birthdays.ageOn(fifth.minusDays(1))).isEqualTo(birthdays.ageOn(day) + 4);
  }

  @Property
  @Label("R-AGE: somebody is 15 from the fifteenth birthday on and not a day earlier")
  void fifteen(
      @ForAll @DateRange(min = "1920-01-01", max = "2030-12-31") LocalDate born,
      @ForAll LeapDay leapDay) {
    Birthdays birthdays = new Birthdays(born, leapDay);
    LocalDate fifteenth = birthdays.reaching(15);
    assertThat(birthdays.ageOn(fifteenth)).isEqualTo(15);
    assertThat(birthdays.ageOn(fifteenth.minusDays(1))).isEqualTo(14);
  }

  @Property
  @Label("R-VALIDITY: no certificate outlives the card or the stay, nor 署名用 the 利用者証明用 one")
  void nothingOutlivesWhatItDependsOn(
      @ForAll @DateRange(min = "1920-01-01", max = "2020-12-31") LocalDate born,
      @ForAll @DateRange(min = "2021-01-01", max = "2045-12-31") LocalDate issued,
      @ForAll @DateRange(min = "2021-01-01", max = "2055-12-31") LocalDate card,
      @ForAll @DateRange(min = "2021-01-01", max = "2055-12-31") LocalDate stay) {
    ValidityTerms terms =
        new ValidityTerms(
            issued,
            new Birthdays(born, LeapDay.FEBRUARY_28),
            Optional.empty(),
            Optional.of(card),
            Optional.of(stay));
    Optional<ValidityPeriod> auth = terms.userAuthentication();
    assertThat(auth.isPresent()).isEqualTo(!card.isBefore(issued) && !stay.isBefore(issued));
    auth.ifPresent(
        period -> {
          assertThat(period.lastDay())
              .isBetween(issued, issued.plusYears(5).plusDays(1))
              .isBeforeOrEqualTo(card)
              .isBeforeOrEqualTo(stay);
          assertThat(terms.signature(Optional.of(period.lastDay())).orElseThrow().lastDay())
              .isEqualTo(period.lastDay());
        });
  }

  @Property
  @Label("R-RENEWAL: whoever renews in the window loses no day")
  void renewalLosesNothing(
      @ForAll @DateRange(min = "1920-01-01", max = "2010-12-31") LocalDate born,
      @ForAll @DateRange(min = "2021-01-01", max = "2040-12-31") LocalDate issued) {
    Birthdays birthdays = new Birthdays(born, LeapDay.FEBRUARY_28);
    LocalDate expiry = birthdays.nthAfter(5, issued);
    LocalDate opens = RenewalWindow.opens(expiry);
    assertThat(renewedOn(opens, birthdays, expiry)).isEqualTo(birthdays.nthAfter(5, expiry));
    assertThat(renewedOn(opens.minusDays(1), birthdays, expiry))
        .as("a day too early gets one birthday less")
        .isEqualTo(birthdays.nthAfter(4, expiry));
  }

  @Property
  @Label("R-RENEWAL: the window opens once, and stays open until the certificate ends")
  void theWindowIsOneSpan(
      @ForAll @DateRange(min = "2021-01-01", max = "2045-12-31") LocalDate expiry,
      @ForAll @DateRange(min = "2021-01-01", max = "2045-12-31") LocalDate day) {
    boolean inside = !day.isBefore(RenewalWindow.opens(expiry)) && !day.isAfter(expiry);
    assertThat(RenewalWindow.on(day, expiry) == RenewalWindow.OPEN).isEqualTo(inside);
  }

  private static LocalDate renewedOn(LocalDate day, Birthdays birthdays, LocalDate expiry) {
    return new ValidityTerms(
            day, birthdays, Optional.of(expiry), Optional.empty(), Optional.empty())
        .userAuthentication()
        .orElseThrow()
        .lastDay();
  }
}
