package jp.madoguchi.web.eligibility;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;

/** What somebody chooses on a form: which procedure, for which certificates, and who comes. */
public class Wanted {

  private Route route = Route.SELF;
  private CertificateType[] types = CertificateType.values();
  private ApplicationKind kind;
  private ReissueReason reissueReason;

  /** Nothing but the usual: the applicant comes, for both certificates. */
  public Wanted() {}

  /**
   * @param kind the procedure that is chosen at first
   * @param reissueReason the reason that is chosen at first, should it be a reissue
   */
  Wanted(ApplicationKind kind, ReissueReason reissueReason) {
    this.kind = kind;
    this.reissueReason = reissueReason;
  }

  public Set<CertificateType> typesChosen() {
    return new HashSet<>(Arrays.asList(types));
  }

  /** Why it is issued again; null where nothing is. */
  public ReissueReason reason() {
    return kind == ApplicationKind.REISSUANCE ? reissueReason : null;
  }

  public Route getRoute() {
    return route;
  }

  public void setRoute(Route route) {
    this.route = route;
  }

  public ApplicationKind getKind() {
    return kind;
  }

  public void setKind(ApplicationKind kind) {
    this.kind = kind;
  }

  public ReissueReason getReissueReason() {
    return reissueReason;
  }

  public void setReissueReason(ReissueReason reissueReason) {
    this.reissueReason = reissueReason;
  }

  public CertificateType[] getTypes() {
    return types.clone();
  }

  public void setTypes(CertificateType[] types) {
    this.types = types.clone();
  }
}
