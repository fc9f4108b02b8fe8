package jp.madoguchi.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.madoguchi.audit.AuditQuery;
import jp.madoguchi.audit.AuditSearch;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.ReceptionNumber;
import jp.madoguchi.web.faces.PageTexts;

/** The history of one case, in words. */
@Named
@RequestScoped
public class CaseHistoryPage {

  @Inject private AuditSearch search;
  @Inject private PageTexts texts;

  private String id;
  private List<ActRow> rows;

  /** What was done to the case, the newest first. */
  public List<ActRow> getRows() {
    if (rows == null) {
      String number =
          ReceptionNumber.read(id)
              .map(ReceptionNumber::value)
              .orElseThrow(() -> Problem.refused("not-found").asException());
      rows =
          search
              .search(AuditQuery.of("APPLICATION", number), null, AuditSearch.LONGEST_PAGE)
              .acts()
              .stream()
              .map(act -> ActRow.of(act, texts))
              .toList();
    }
    return rows;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
