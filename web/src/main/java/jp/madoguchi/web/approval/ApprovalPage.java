package jp.madoguchi.web.approval;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.madoguchi.approval.ApprovalDesk;
import jp.madoguchi.approval.ApprovalState;
import jp.madoguchi.approval.Request;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.PageTexts;
import org.omnifaces.cdi.Param;

/** 決裁: what waits for a supervisor's decision, and what was decided today. */
@Named
@RequestScoped
public class ApprovalPage {

  @Inject private ApprovalDesk desk;
  @Inject private PageTexts texts;

  @Inject @Param private Long id;

  private String reason;
  private List<ApprovalRow> waiting;
  private ApprovalRow chosen;

  public List<ApprovalRow> getWaiting() {
    if (waiting == null) {
      waiting = rows(desk.waiting());
    }
    return waiting;
  }

  public List<ApprovalRow> getDecided() {
    return rows(desk.decided());
  }

  /** The request that is open; null while none is chosen. */
  public ApprovalRow getChosen() {
    if (chosen == null && id != null) {
      chosen = ApprovalRow.of(desk.view(id), texts);
    }
    return chosen;
  }

  /** Whether the open request still waits. */
  public boolean isUndecided() {
    return id != null && desk.view(id).approval().state() == ApprovalState.ASKED;
  }

  public String grant() {
    return decide(true);
  }

  public String refuse() {
    return decide(false);
  }

  private String decide(boolean granted) {
    return Attempt.to(
        "approval-" + id,
        () -> {
          desk.decide(id, granted, reason);
          return "/approval/index.xhtml?faces-redirect=true";
        });
  }

  private List<ApprovalRow> rows(List<Request> requests) {
    return requests.stream().map(request -> ApprovalRow.of(request, texts)).toList();
  }

  public Long getId() {
    return id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
