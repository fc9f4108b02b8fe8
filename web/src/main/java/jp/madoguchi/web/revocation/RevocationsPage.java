package jp.madoguchi.web.revocation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.ApplicationQuery;
import jp.madoguchi.reception.ApplicationState;
import jp.madoguchi.reception.CaseDesk;
import jp.madoguchi.resident.Card;
import jp.madoguchi.resident.ResidentPage;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentSearch;
import jp.madoguchi.revocation.CardLossDesk;
import jp.madoguchi.revocation.RevocationDesk;
import jp.madoguchi.revocation.StatusAct;
import jp.madoguchi.web.certificate.CertificateRow;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.resident.ResidentFinder;
import org.omnifaces.cdi.Param;

/** 失効・一時停止: whose, and what there was. */
@Named("revocationsPage")
@RequestScoped
public class RevocationsPage {

  private static final int SHOWN = 20;
  private static final int MOST = 100;
  private static final int LAST_PAGE = 1_000_000;

  /** A request in a list; {@code which} are the certificates in words. */
  public record RequestRow(
      String key, String name, String kind, String which, Instant receivedAt, boolean slipDue) {

    static RequestRow of(RevocationDesk.View view, PageTexts texts) {
      return new RequestRow(
          view.request().key(),
          view.holder().name(),
          texts.get("revocation.kind." + view.request().kind()),
          view.acts().stream()
              .map(StatusAct::type)
              .map(type -> texts.get("type.short." + type))
              .distinct()
              .collect(Collectors.joining(texts.get("list.separator"))),
          view.request().receivedAt(),
          view.slipDue());
    }
  }

  @Inject private RevocationDesk requests;
  @Inject private CardLossDesk losses;
  @Inject private ResidentSearch residents;
  @Inject private ResidentFinder finder;
  @Inject private CaseDesk cases;
  @Inject private OfficeClock clock;
  @Inject private PageTexts texts;

  @Inject
  @Param(name = "q")
  private String query;

  @Inject @Param private Long resident;

  @Inject
  @Param(name = "held")
  private Integer ofHeld;

  @Inject
  @Param(name = "ended")
  private Integer ofEnded;

  @Inject @Param private Integer page;

  private ResidentPage found;
  private ResidentRecord person;
  private List<CertificateRow> certificates;
  private List<LossRow> held;
  private List<LossRow> ended;
  private List<RequestRow> rows;

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

  /** The card that can have been lost; null where there is none. */
  public Card getCard() {
    return losses.cardInUse(resident).orElse(null);
  }

  /** What the person holds or held, the newest first. */
  public List<CertificateRow> getCertificates() {
    if (certificates == null) {
      certificates =
          requests.certificates(resident).stream()
              .filter(one -> one.state() != CertificateState.PLANNED)
              .map(one -> CertificateRow.of(one, texts))
              .toList();
    }
    return certificates;
  }

  /** The reception number of the person's open case; null where there is none. */
  public String getOpenCase() {
    return cases.page(new ApplicationQuery(ApplicationState.OPEN, resident, 1)).stream()
        .map(line -> line.application().receptionNumber().value())
        .findFirst()
        .orElse(null);
  }

  /** All cards on hold; of a person every card that was ever lost. */
  public List<LossRow> getHeld() {
    if (held == null) {
      held =
          loss(resident == null ? losses.held(getHeldPage(), MOST) : losses.ofResident(resident));
    }
    return held;
  }

  public long getHeldCount() {
    return losses.countHeld();
  }

  /** The last of all that ended. */
  public List<LossRow> getEnded() {
    if (ended == null) {
      ended = loss(losses.ended(getEndedPage(), SHOWN));
    }
    return ended;
  }

  private List<LossRow> loss(List<CardLossDesk.View> views) {
    return views.stream().map(view -> LossRow.of(view, clock, texts)).toList();
  }

  /** Requests, of the person or the last of all. */
  public List<RequestRow> getRows() {
    if (rows == null) {
      rows =
          (resident == null ? requests.page(getPage(), SHOWN) : requests.ofResident(resident))
              .stream().map(view -> RequestRow.of(view, texts)).toList();
    }
    return rows;
  }

  public int getHeldPage() {
    return number(ofHeld);
  }

  public boolean isHeldMore() {
    return getHeldCount() > (long) getHeldPage() * MOST;
  }

  public int getEndedPage() {
    return number(ofEnded);
  }

  public boolean isEndedMore() {
    return getEnded().size() == SHOWN && !losses.ended(getEndedPage() * SHOWN + 1, 1).isEmpty();
  }

  public int getPage() {
    return number(page);
  }

  public boolean isMore() {
    return getRows().size() == SHOWN && !requests.page(getPage() * SHOWN + 1, 1).isEmpty();
  }

  private static int number(Integer page) {
    return page == null ? 1 : Math.min(Math.max(page, 1), LAST_PAGE);
  }

  public String getQuery() {
    return query;
  }

  public Long getResident() {
    return resident;
  }
}
