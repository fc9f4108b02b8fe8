package jp.madoguchi.web.reception;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.madoguchi.reception.CaseLine;
import jp.madoguchi.reception.WorkList;
import jp.madoguchi.web.faces.PageTexts;

/** 今日: what waits for this clerk now. */
@Named
@RequestScoped
public class HomePage {

  /** A number of the day with the key of its word. */
  public record Figure(String word, String value) {}

  @Inject private WorkList work;
  @Inject private PageTexts texts;
  @Inject private HttpServletRequest request;

  private List<CaseRow> waiting;

  /** Whether this member of staff works at the counter. */
  public boolean isCounter() {
    return request.isUserInRole("CLERK") || request.isUserInRole("SUPERVISOR");
  }

  public List<CaseRow> getWaiting() {
    if (waiting == null) {
      waiting = isCounter() ? rows(work.due()) : List.of();
    }
    return waiting;
  }

  public List<Figure> getNumbers() {
    String me = String.valueOf(request.getRemoteUser());
    long mine = getWaiting().stream().filter(row -> row.holder().equals(me)).count();
    long longest = getWaiting().stream().mapToLong(CaseRow::minutes).max().orElse(0);
    return List.of(
        new Figure("home.number.waiting", texts.of("count.cases", getWaiting().size())),
        new Figure("home.number.mine", texts.of("count.cases", mine)),
        new Figure("home.number.longest", texts.of("minutes", longest)));
  }

  private List<CaseRow> rows(List<CaseLine> lines) {
    return lines.stream().map(line -> CaseRow.of(line, texts)).toList();
  }
}
