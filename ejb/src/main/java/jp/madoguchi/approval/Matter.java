package jp.madoguchi.approval;

import java.util.Set;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;

/**
 * For which application an exception is asked: this resident and this form, no other.
 *
 * @param cardSerial null when the applicant has no card
 * @param reissueReason null unless it is a reissuance
 */
public record Matter(
    long residentId,
    String cardSerial,
    ApplicationKind kind,
    ReissueReason reissueReason,
    Set<CertificateType> types,
    Route route) {

  public Matter {
    types = Set.copyOf(types);
  }
}
