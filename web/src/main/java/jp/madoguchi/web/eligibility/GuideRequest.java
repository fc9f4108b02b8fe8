package jp.madoguchi.web.eligibility;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.Facts;
import jp.madoguchi.eligibility.FactsBuilder;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.CardKind;

/**
 * What somebody asks the guide; every field may be left out.
 *
 * @param types left out: both
 * @param currentExpiry the last day of the certificates that are renewed or replaced
 * @param on the day on which they want to come; left out: reckoned from today, on any open day
 */
public record GuideRequest(
    LocalDate birthDate,
    Route route,
    ApplicationKind kind,
    Set<CertificateType> types,
    CardKind cardKind,
    LocalDate cardExpiry,
    Boolean adultWard,
    ReissueReason reissueReason,
    LocalDate currentExpiry,
    LocalDate stayUntil,
    LocalDate on) {

  /** The first day of the solar calendar in Japan. */
  private static final LocalDate EARLIEST = LocalDate.of(1873, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(2148, 12, 31);

  /** The day of the visit, if one was said. */
  Optional<LocalDate> visit() {
    return Optional.ofNullable(known("on", on));
  }

  /** Adds what was said to the facts of a day. */
  Facts facts(FactsBuilder day) {
    if (types != null && (types.isEmpty() || types.contains(null))) {
      throw Problem.refused("guide-no-types").asException();
    }
    Facts facts =
        day.born(known("birthDate", birthDate))
            .route(route)
            .kind(kind)
            .types(types)
            .card(cardKind, known("cardExpiry", cardExpiry))
            .adultWard(adultWard)
            .reissueReason(reissueReason)
            .stayUntil(known("stayUntil", stayUntil))
            .build();
    if (birthDate != null && birthDate.isAfter(facts.on())) {
      throw Problem.refused("guide-born-later").asException();
    }
    return currentExpiry == null ? facts : day.currentExpiry(held(facts)).build();
  }

  private Map<CertificateType, LocalDate> held(Facts facts) {
    Map<CertificateType, LocalDate> lastDays = new EnumMap<>(CertificateType.class);
    facts.types().forEach(type -> lastDays.put(type, known("currentExpiry", currentExpiry)));
    return lastDays;
  }

  private static LocalDate known(String field, LocalDate date) {
    if (date != null && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
      throw Problem.refused("guide-not-a-date", field).asException();
    }
    return date;
  }
}
