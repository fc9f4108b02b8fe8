package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.calendar.CounterHours;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.resident.CardKind;

/**
 * What is known of an application. Whatever is null is not known, and no rule that asks for it is
 * looked at. Made by {@link #on}.
 *
 * @param on the day of application
 * @param birthDate the applicant's
 * @param residence whether the applicant is registered here
 * @param adultWard whether the applicant is a 成年被後見人
 * @param wardException the reason with which a supervisor approved an exception for a ward
 * @param stayUntil the last day of a foreign resident's period of stay; null for who has none, too
 * @param cardKind the card the applicant holds
 * @param cardExpiry its last day
 * @param cardLost whether it was reported lost
 * @param route who stands at the counter
 * @param kind what is applied for
 * @param reissueReason why it is issued again
 * @param types the certificates applied for
 * @param currentExpiry the last day of each certificate the applicant holds; empty when none
 * @param openApplication the 受付番号 of another open application; empty when there is none
 * @param counter whether the counter is open
 * @param outOfHoursAllowance the reason with which a supervisor allowed this case out of hours
 * @param noticeReply whether a proxy brings the sealed reply form of the expiry notice
 * @param sameHousehold whether a legal representative lives in the applicant's household
 */
public record Facts(
    LocalDate on,
    LocalDate birthDate,
    Residence residence,
    Boolean adultWard,
    String wardException,
    LocalDate stayUntil,
    CardKind cardKind,
    LocalDate cardExpiry,
    boolean cardLost,
    Route route,
    ApplicationKind kind,
    ReissueReason reissueReason,
    Set<CertificateType> types,
    Map<CertificateType, LocalDate> currentExpiry,
    String openApplication,
    CounterHours counter,
    String outOfHoursAllowance,
    boolean noticeReply,
    boolean sameHousehold) {

  public Facts {
    types = Set.copyOf(types);
    currentExpiry = currentExpiry == null ? null : Map.copyOf(currentExpiry);
  }

  /** Begins the facts of an application on a day, with both certificates until told otherwise. */
  public static FactsBuilder on(LocalDate day) {
    return new FactsBuilder(day);
  }

  public boolean wants(CertificateType type) {
    return types.contains(type);
  }
}
