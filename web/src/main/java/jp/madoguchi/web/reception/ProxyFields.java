package jp.madoguchi.web.reception;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.proxy.ProxyForm;

/** 受付: who acts for the applicant, asked for unless the applicant is here. */
@Named("proxyFields")
@RequestScoped
public class ProxyFields {

  @Inject private ShownFields shown;

  private String name;
  private LocalDate birthDate;
  private String address;
  private String relation;
  private boolean sameHousehold;
  private boolean noticeReply;

  /** Marked as required whenever they are shown, and asked for when the route needs a proxy. */
  public boolean isRequired() {
    FacesContext faces = FacesContext.getCurrentInstance();
    String route = faces.getExternalContext().getRequestParameterMap().get("route");
    return faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
        || (route != null && !route.equals(Route.SELF.name()));
  }

  /** Null where the applicant is here. */
  public ProxyForm form(Route route) {
    return route == Route.SELF
        ? null
        : new ProxyForm(name, birthDate, address, relation, shown.document());
  }

  boolean noticeReply(Route route, ApplicationKind kind) {
    return route == Route.PROXY && kind == ApplicationKind.RENEWAL && noticeReply;
  }

  boolean sameHousehold(Route route) {
    return route == Route.LEGAL_REPRESENTATIVE && sameHousehold;
  }

  /** Beside which field each problem stands. */
  public static Map<String, String> beside() {
    Map<String, String> fields = new HashMap<>(ShownFields.beside("document"));
    fields.put("proxy-is-applicant", "proxyName");
    return fields;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public LocalDate getBirthDate() {
    return birthDate;
  }

  public void setBirthDate(LocalDate birthDate) {
    this.birthDate = birthDate;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getRelation() {
    return relation;
  }

  public void setRelation(String relation) {
    this.relation = relation;
  }

  public boolean isSameHousehold() {
    return sameHousehold;
  }

  public void setSameHousehold(boolean sameHousehold) {
    this.sameHousehold = sameHousehold;
  }

  public boolean isNoticeReply() {
    return noticeReply;
  }

  public void setNoticeReply(boolean noticeReply) {
    this.noticeReply = noticeReply;
  }
}
