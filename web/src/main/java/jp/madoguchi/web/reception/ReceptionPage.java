package jp.madoguchi.web.reception;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.ApplicationForm;
import jp.madoguchi.reception.ApplicationQuery;
import jp.madoguchi.reception.ApplicationState;
import jp.madoguchi.reception.CaseDesk;
import jp.madoguchi.reception.Reception.CardDiffers;
import jp.madoguchi.reception.Reception.Received;
import jp.madoguchi.reception.Reception.Refused;
import jp.madoguchi.reception.ReceptionDesk;
import jp.madoguchi.reception.Substitutes;
import jp.madoguchi.resident.Card;
import jp.madoguchi.resident.ResidentPage;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentSearch;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.web.certificate.CertificateRow;
import jp.madoguchi.web.eligibility.Refusals;
import jp.madoguchi.web.eligibility.Wanted;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.faces.ProblemMessages;
import jp.madoguchi.web.resident.ResidentFinder;
import org.omnifaces.cdi.Param;

/** 受付: who, what, and whether it can be issued. */
@Named
@RequestScoped
public class ReceptionPage {

  @Inject private ResidentSearch residents;
  @Inject private ResidentFinder finder;
  @Inject private ReceptionDesk desk;
  @Inject private CaseDesk cases;
  @Inject private Certificates certificates;
  @Inject private OfficeClock clock;
  @Inject private PageTexts texts;
  @Inject private ProxyFields proxy;
  @Inject private Settings settings;

  @Inject
  @Param(name = "q")
  private String query;

  private ResidentPage found;

  @Inject @Param private Long resident;

  private ResidentRecord person;
  private List<Card> cards;

  private final Wanted wanted = new Wanted();
  private String phone;

  /** Who fits what was typed. */
  public ResidentPage getFound() {
    if (found == null) {
      found = finder.find(query);
    }
    return found;
  }

  /** The chosen resident; null while none is chosen. */
  public ResidentRecord getPerson() {
    if (person == null && resident != null) {
      person =
          residents.find(resident).orElseThrow(() -> Problem.refused("not-found").asException());
    }
    return person;
  }

  /** The card that can carry a certificate, or else the one that expires last; null: none. */
  public Card getCard() {
    if (cards == null) {
      cards = getPerson() == null ? List.of() : residents.cardsOf(person);
    }
    return cards.stream()
        .max(
            Comparator.comparing((Card card) -> card.goodOn(clock.today()))
                .thenComparing(Card::expiresOn))
        .orElse(null);
  }

  /** The certificates that the applicant holds now. */
  public List<CertificateRow> getCertificates() {
    return certificates.ofResident(resident).stream()
        .filter(certificate -> certificate.validAt(clock.instant()))
        .sorted(Comparator.comparing(CertificateStatus::type))
        .map(certificate -> CertificateRow.of(certificate, texts))
        .toList();
  }

  /** The reception number of the applicant's open case; null where there is none. */
  public String getOpenCase() {
    return cases.page(new ApplicationQuery(ApplicationState.OPEN, resident, 1)).stream()
        .map(line -> line.application().receptionNumber().value())
        .findFirst()
        .orElse(null);
  }

  public String receive() {
    return Attempt.to(
        "reception-" + resident,
        ProxyFields.beside(),
        () -> {
          var answer = desk.receive(form(), null);
          if (answer instanceof Refused refused) {
            Refusals.show(refused.judgement(), texts);
            return null;
          }
          if (answer instanceof CardDiffers differs) {
            ProblemMessages.show(Problem.refused("card-differs", words(differs)));
            Refusals.show(differs.judgement(), texts);
            return null;
          }
          return "/case/index.xhtml?faces-redirect=true&id="
              + ((Received) answer).receptionNumber().value();
        });
  }

  private ApplicationForm form() {
    return new ApplicationForm(
        resident,
        getCard() == null ? null : getCard().serial().value(),
        wanted.getKind(),
        wanted.reason(),
        wanted.typesChosen(),
        wanted.getRoute(),
        phone,
        proxy.noticeReply(wanted.getRoute(), wanted.getKind()),
        proxy.sameHousehold(wanted.getRoute()),
        proxy.form(wanted.getRoute()));
  }

  private String words(CardDiffers differs) {
    return differs.items().stream()
        .map(item -> texts.get("item." + item.name()))
        .collect(Collectors.joining(texts.get("list.separator")));
  }

  /** What a 署名用 certificate would write otherwise than the register. */
  public Substitutes getSubstitutes() {
    return Substitutes.of(getPerson());
  }

  public List<SelectItem> getKinds() {
    return Choices.of(texts, "kind", ApplicationKind.values());
  }

  public List<SelectItem> getRoutes() {
    return Choices.of(texts, "route", Route.values());
  }

  /** Whether a proxy may bring the reply form of the expiry notice (R-PROXY-NOTICE). */
  public boolean isNoticeReplyTaken() {
    return settings.flag("proxy.notice-reply", false);
  }

  public List<SelectItem> getAllTypes() {
    return Choices.of(texts, "type", CertificateType.values());
  }

  public List<SelectItem> getReasons() {
    return Choices.of(texts, "reason", ReissueReason.values());
  }

  public Wanted getWanted() {
    return wanted;
  }

  /** Marked as required whenever it is shown, and asked for when something is issued again. */
  public boolean isReasonRequired() {
    FacesContext faces = FacesContext.getCurrentInstance();
    String kind = faces.getExternalContext().getRequestParameterMap().get("kind");
    return faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
        || ApplicationKind.REISSUANCE.name().equals(kind);
  }

  public String getQuery() {
    return query;
  }

  public Long getResident() {
    return resident;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }
}
