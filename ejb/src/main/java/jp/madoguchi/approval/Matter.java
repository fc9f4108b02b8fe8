package jp.madoguchi.approval;

import java.util.Optional;
import java.util.Set;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.paper.SubjectKey;

/**
 * For what an exception is asked: this resident and this application, or this lost card, no other.
 *
 * @param cardSerial null when the applicant has no card
 * @param kind null where it is about a lost card, as is the route
 * @param reissueReason null unless it is a reissuance
 * @param cardLoss the lost card's number; null where it is about an application
 */
public record Matter(
    long residentId,
    String cardSerial,
    ApplicationKind kind,
    ReissueReason reissueReason,
    Set<CertificateType> types,
    Route route,
    Long cardLoss) {

  public Matter {
    types = Set.copyOf(types);
  }

  /** An application. */
  public Matter(
      long residentId,
      String cardSerial,
      ApplicationKind kind,
      ReissueReason reissueReason,
      Set<CertificateType> types,
      Route route) {
    this(residentId, cardSerial, kind, reissueReason, types, route, null);
  }

  /** The key of the lost card, such as {@code K-12}; empty where it is about an application. */
  public Optional<String> lostCard() {
    return Optional.ofNullable(cardLoss).map(SubjectKey.LOST_CARD::of);
  }

  /** A card that was reported lost and is found. */
  public static Matter ofCard(
      long residentId, String cardSerial, long cardLoss, Set<CertificateType> types) {
    return new Matter(residentId, cardSerial, null, null, types, null, cardLoss);
  }
}
