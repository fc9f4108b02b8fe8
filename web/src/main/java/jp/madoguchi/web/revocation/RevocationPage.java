package jp.madoguchi.web.revocation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.revocation.RequestForm;
import jp.madoguchi.revocation.RequestKind;
import jp.madoguchi.revocation.RevocationDesk;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.OfficeDates;
import jp.madoguchi.web.faces.PageTexts;

/** 失効申請・秘密鍵漏えい等届: the form for one resident, or one request with its slip. */
@Named("revocationPage")
@RequestScoped
public class RevocationPage {

  private static final Set<CertificateState> LIVE =
      EnumSet.of(CertificateState.VALID, CertificateState.SUSPENDED);

  @Inject private RevocationDesk desk;
  @Inject private PageSubject subject;
  @Inject private WhoAsks who;
  @Inject private OfficeClock clock;
  @Inject private OfficeDates dates;
  @Inject private PageTexts texts;

  private RevocationDesk.View view;
  private List<SelectItem> choices;
  private List<String> certificates = new ArrayList<>();
  private RequestKind kind;
  private String reason;
  private List<String> papers = new ArrayList<>();
  private boolean irrevocable;

  /** Whether one request is asked for. */
  public boolean isOne() {
    return subject.one();
  }

  public RevocationDesk.View getView() {
    if (view == null) {
      view = desk.look(subject.id());
    }
    return view;
  }

  public List<ActRow> getActs() {
    return subject.acts(getView().acts());
  }

  public List<PaperRow> getSeen() {
    return subject.papers(getView().papers());
  }

  public ResidentRecord getHolder() {
    return subject.holder(() -> getView().request().residentId());
  }

  /** The certificates that can be asked for. */
  public List<SelectItem> getChoices() {
    if (choices == null) {
      choices =
          desk.certificates(subject.resident()).stream()
              .filter(one -> LIVE.contains(one.state()))
              .filter(one -> !clock.instant().isAfter(one.notAfter()))
              .map(one -> new SelectItem(one.serial().hex(), words(one)))
              .toList();
    }
    return choices;
  }

  private String words(CertificateStatus one) {
    return texts.of(
        "revocation.choice",
        texts.get("type." + one.type()),
        dates.date(one.notAfter().atZone(OfficeClock.ZONE).toLocalDate()),
        texts.get("certificate.state." + one.state()));
  }

  public List<SelectItem> getKinds() {
    return Choices.of(texts, "revocation.kind", RequestKind.values());
  }

  /** The papers of this visit. */
  public List<SelectItem> getRequiredPapers() {
    return who.choices(desk.papers(subject.resident(), who.getRoute(), who.isHousehold()));
  }

  public String receive() {
    return Attempt.to(
        "revocation-" + subject.resident(),
        beside(),
        () -> {
          RevocationDesk.View done = desk.receive(form(), null);
          return Done.at(
              "/revocation/request.xhtml?id=" + done.request().key(),
              "revocation.done",
              done.holder().name());
        });
  }

  private static Map<String, String> beside() {
    Map<String, String> fields = WhoAsks.beside();
    fields.put("irrevocable-not-confirmed", "irrevocable");
    return fields;
  }

  private RequestForm form() {
    List<String> confirmed = new ArrayList<>(papers);
    if (irrevocable) {
      confirmed.add(RequestForm.IRREVOCABLE);
    }
    return new RequestForm(
        subject.resident(),
        certificates.stream()
            .map(serial -> CertificateSerialNumber.parse(serial).orElseThrow())
            .toList(),
        kind,
        who.asker(),
        reason,
        confirmed);
  }

  public String give() {
    return Attempt.to(
        () -> {
          String name = desk.slipGiven(subject.id()).holder().name();
          return Done.at("/revocation/index.xhtml", "revocation.given", name);
        });
  }

  public Long getResident() {
    return subject.resident();
  }

  public List<String> getCertificates() {
    return certificates;
  }

  public void setCertificates(List<String> certificates) {
    this.certificates = certificates;
  }

  public RequestKind getKind() {
    return kind;
  }

  public void setKind(RequestKind kind) {
    this.kind = kind;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public List<String> getPapers() {
    return papers;
  }

  public void setPapers(List<String> papers) {
    this.papers = papers;
  }

  public boolean isIrrevocable() {
    return irrevocable;
  }

  public void setIrrevocable(boolean irrevocable) {
    this.irrevocable = irrevocable;
  }
}
