package jp.madoguchi.web.reception;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.madoguchi.reception.ApplicationQuery;
import jp.madoguchi.reception.ApplicationState;
import jp.madoguchi.reception.CaseDesk;
import jp.madoguchi.web.faces.PageTexts;

/** 案件: the cases, the newest first. */
@Named
@RequestScoped
public class CaseListPage {

  /** One tab: a state, or all; {@code word} is the key of its name. */
  public record Tab(String status, String word, boolean chosen) {}

  private static final String ALL = "ALL";

  @Inject private CaseDesk cases;
  @Inject private PageTexts texts;

  private String status = ApplicationState.OPEN.name();
  private int page = 1;
  private List<CaseRow> rows;

  public List<Tab> getTabs() {
    return Stream.concat(
            Arrays.stream(ApplicationState.values()).map(ApplicationState::name), Stream.of(ALL))
        .map(state -> new Tab(state, "case.state." + state, state.equals(status)))
        .toList();
  }

  public List<CaseRow> getRows() {
    if (rows == null) {
      ApplicationState state =
          Arrays.stream(ApplicationState.values())
              .filter(each -> each.name().equals(status))
              .findFirst()
              .orElse(null);
      rows =
          cases.page(new ApplicationQuery(state, null, page)).stream()
              .map(line -> CaseRow.of(line, texts))
              .toList();
    }
    return rows;
  }

  /** Whether there may be another page: this one is full. */
  public boolean isMore() {
    return getRows().size() == ApplicationQuery.PAGE_SIZE;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status == null || status.isBlank() ? ApplicationState.OPEN.name() : status;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.max(1, page);
  }
}
