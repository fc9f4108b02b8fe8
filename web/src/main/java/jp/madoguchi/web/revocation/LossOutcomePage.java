package jp.madoguchi.web.revocation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.madoguchi.revocation.CardLossDesk;
import jp.madoguchi.revocation.RequestForm;
import jp.madoguchi.revocation.RequiredPapers.Service;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Done;
import org.omnifaces.cdi.Param;

/** What comes of a lost card: found, or not. */
@Named("lossOutcome")
@RequestScoped
public class LossOutcomePage {

  @Inject private CardLossDesk desk;
  @Inject private WhoAsks who;

  @Inject @Param private String id;
  @Inject @Param private String next;

  private List<String> papers = new ArrayList<>();
  private String reason;
  private boolean misused;
  private boolean irrevocable;

  public boolean isFound() {
    return "found".equals(next);
  }

  public boolean isNotFound() {
    return "not-found".equals(next);
  }

  public String getNext() {
    return next;
  }

  public List<SelectItem> getRequiredPapers() {
    Service service = isFound() ? Service.CARD_RELEASE : Service.REVOCATION;
    return who.choices(desk.papers(id, service, who.getRoute(), who.isHousehold()));
  }

  public String askRelease() {
    return Attempt.to(
        "found-" + id,
        beside("exception-reason", "reason"),
        () -> {
          desk.askRelease(id, who.asker(), papers, reason, null);
          return Done.at("/revocation/loss.xhtml?id=" + id, "loss.release.done");
        });
  }

  public String revoke() {
    return Attempt.to(
        "not-found-" + id,
        beside("irrevocable-not-confirmed", "irrevocable"),
        () -> {
          List<String> confirmed = new ArrayList<>(papers);
          if (irrevocable) {
            confirmed.add(RequestForm.IRREVOCABLE);
          }
          String name = desk.revoke(id, who.asker(), confirmed, misused, null).holder().name();
          return Done.at("/revocation/loss.xhtml?id=" + id, "loss.revoke.done", name);
        });
  }

  private static Map<String, String> beside(String problem, String field) {
    Map<String, String> fields = WhoAsks.beside();
    fields.put(problem, field);
    return fields;
  }

  public List<String> getPapers() {
    return papers;
  }

  public void setPapers(List<String> papers) {
    this.papers = papers;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public boolean isMisused() {
    return misused;
  }

  public void setMisused(boolean misused) {
    this.misused = misused;
  }

  public boolean isIrrevocable() {
    return irrevocable;
  }

  public void setIrrevocable(boolean irrevocable) {
    this.irrevocable = irrevocable;
  }
}
