package jp.madoguchi.reception;

import java.util.Objects;
import java.util.Set;
import jp.madoguchi.approval.Matter;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;

/**
 * What a clerk enters at reception.
 *
 * @param residentId the applicant in the resident register
 * @param cardSerial the card that lies on the reader or was chosen; null when the applicant has
 *     none
 * @param kind new, renewal or reissuance
 * @param reissueReason only with {@link ApplicationKind#REISSUANCE}, there required
 * @param types one or both certificates (R-TYPES)
 * @param route who stands at the counter
 * @param contact a telephone number or the like, up to 100 characters; may be empty
 */
public record ApplicationForm(
    long residentId,
    String cardSerial,
    ApplicationKind kind,
    ReissueReason reissueReason,
    Set<CertificateType> types,
    Route route,
    String contact) {

  private static final int LONGEST_TEXT = 100;

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, naming the field
   */
  public ApplicationForm {
    require(residentId > 0, "residentId");
    require(kind != null, "kind");
    require(route != null, "route");
    require(types != null && !types.isEmpty(), "types");
    require((kind == ApplicationKind.REISSUANCE) == (reissueReason != null), "reissueReason");
    contact = Objects.requireNonNullElse(contact, "").strip();
    require(contact.length() <= LONGEST_TEXT, "contact");
    types = Set.copyOf(types);
  }

  /** What an exception would be asked for: all that is judged, and nothing else. */
  Matter matter() {
    return new Matter(residentId, cardSerial, kind, reissueReason, types, route);
  }

  private static void require(boolean holds, String field) {
    if (!holds) {
      throw Problem.refused("form-incomplete", field).asException();
    }
  }
}
