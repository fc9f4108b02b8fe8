package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.madoguchi.calendar.CounterHours;
import jp.madoguchi.issuance.CertificateType;

/** What follows from the facts by reckoning: ages, windows, the last days of certificates. */
record Reckoning(Facts facts, Optional<Birthdays> birthdays) {

  private static final int AGE_FOR_SIGNATURE = 15;

  static Reckoning of(Facts facts, LeapDay leapDay) {
    return new Reckoning(
        facts, Optional.ofNullable(facts.birthDate()).map(born -> new Birthdays(born, leapDay)));
  }

  Optional<Integer> age() {
    return birthdays.map(days -> days.ageOn(facts.on()));
  }

  Optional<LocalDate> fifteenthBirthday() {
    return birthdays.map(days -> days.reaching(AGE_FOR_SIGNATURE));
  }

  /** VALID, EXPIRED or LOST. */
  Optional<String> cardCondition() {
    if (facts.cardLost()) {
      return Optional.of("LOST");
    }
    return Optional.ofNullable(facts.cardExpiry())
        .map(expiry -> expiry.isBefore(facts.on()) ? "EXPIRED" : "VALID");
  }

  /** NONE, RUNNING or ENDED. */
  String stay() {
    if (facts.stayUntil() == null) {
      return "NONE";
    }
    return facts.stayUntil().isBefore(facts.on()) ? "ENDED" : "RUNNING";
  }

  /** OPEN, OUT_OF_HOURS or CLOSED_DAY. */
  Optional<String> counter() {
    return Optional.ofNullable(facts.counter())
        .map(
            hours -> {
              if (hours instanceof CounterHours.Open) {
                return "OPEN";
              }
              return hours instanceof CounterHours.ClosedDay ? "CLOSED_DAY" : "OUT_OF_HOURS";
            });
  }

  Optional<ZonedDateTime> nextOpening() {
    if (facts.counter() instanceof CounterHours.ClosedDay closed) {
      return closed.nextOpening();
    }
    return facts.counter() instanceof CounterHours.OutOfHours early
        ? early.nextOpening()
        : Optional.empty();
  }

  /** The last of the certificates to be renewed; together they are renewed when it can be. */
  Optional<LocalDate> renewedExpiry() {
    return renewed().stream().max(LocalDate::compareTo);
  }

  /** Where the day lies for the certificates to be renewed; empty when they are not known. */
  Optional<RenewalWindow> renewalWindow() {
    if (facts.currentExpiry() == null) {
      return Optional.empty();
    }
    return Optional.of(
        renewedExpiry()
            .map(expiry -> RenewalWindow.on(facts.on(), expiry))
            .orElse(RenewalWindow.NONE));
  }

  private List<LocalDate> renewed() {
    if (facts.currentExpiry() == null) {
      return List.of();
    }
    return facts.types().stream().map(facts.currentExpiry()::get).filter(Objects::nonNull).toList();
  }

  /** How long each certificate applied for would be valid from the day of application. */
  Map<CertificateType, ValidityPeriod> validity() {
    Map<CertificateType, ValidityPeriod> periods = new EnumMap<>(CertificateType.class);
    if (birthdays.isEmpty()) {
      return periods;
    }
    if (facts.wants(CertificateType.USER_AUTHENTICATION)) {
      terms(CertificateType.USER_AUTHENTICATION)
          .userAuthentication()
          .ifPresent(period -> periods.put(CertificateType.USER_AUTHENTICATION, period));
    }
    if (facts.wants(CertificateType.SIGNATURE)) {
      terms(CertificateType.SIGNATURE)
          .signature(userAuthentication(periods))
          .ifPresent(period -> periods.put(CertificateType.SIGNATURE, period));
    }
    return periods;
  }

  /** The one issued together with the 署名用 certificate, else the one that is held and valid. */
  private Optional<LocalDate> userAuthentication(Map<CertificateType, ValidityPeriod> issued) {
    return Optional.ofNullable(issued.get(CertificateType.USER_AUTHENTICATION))
        .map(ValidityPeriod::lastDay)
        .or(
            () ->
                held(CertificateType.USER_AUTHENTICATION)
                    .filter(lastDay -> !lastDay.isBefore(facts.on())));
  }

  private ValidityTerms terms(CertificateType type) {
    return new ValidityTerms(
        facts.on(),
        birthdays.orElseThrow(),
        facts.kind() == ApplicationKind.RENEWAL ? held(type) : Optional.empty(),
        Optional.ofNullable(facts.cardExpiry()),
        Optional.ofNullable(facts.stayUntil()));
  }

  private Optional<LocalDate> held(CertificateType type) {
    return Optional.ofNullable(facts.currentExpiry()).map(lastDays -> lastDays.get(type));
  }
}
