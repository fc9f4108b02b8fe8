package jp.madoguchi.reception;

import java.util.Objects;
import java.util.Set;
import jp.madoguchi.approval.Matter;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.proxy.ProxyForm;

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
 * @param noticeReply (left out for no) whether a proxy brought the reply that came with the expiry
 *     notice (R-PROXY-NOTICE)
 * @param sameHousehold (left out for no) whether a legal representative lives in the applicant's
 *     household (R-LEGAL-REP)
 * @param proxy who acts for the applicant; null when judging only, and for the applicant in person
 */
public record ApplicationForm(
    long residentId,
    String cardSerial,
    ApplicationKind kind,
    ReissueReason reissueReason,
    Set<CertificateType> types,
    Route route,
    String contact,
    Boolean noticeReply,
    Boolean sameHousehold,
    ProxyForm proxy) {

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
    noticeReply = Boolean.TRUE.equals(noticeReply);
    sameHousehold = Boolean.TRUE.equals(sameHousehold);
    require(route != Route.SELF || proxy == null, "proxy");
  }

  /** An application that needs nothing of a proxy. */
  public ApplicationForm(
      long residentId,
      String cardSerial,
      ApplicationKind kind,
      ReissueReason reissueReason,
      Set<CertificateType> types,
      Route route,
      String contact) {
    this(residentId, cardSerial, kind, reissueReason, types, route, contact, false, false, null);
  }

  /** Somebody else acts for the applicant, and has to be named. */
  void requireProxy() {
    require(route == Route.SELF || proxy != null, "proxy");
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
