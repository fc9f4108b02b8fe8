package jp.madoguchi.web.resident;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.ImportProgress;
import jp.madoguchi.resident.LineRefusal;
import jp.madoguchi.resident.ResidentImport;
import jp.madoguchi.web.faces.PageTexts;
import org.omnifaces.cdi.Param;

/** 住民データの取込み: the register's CSV file, how far it is, and which lines were refused. */
@Named
@RequestScoped
public class ImportPage {

  private static final int PAGE = 50;

  /** A refused line in words. */
  public record Row(long line, String field, String reason) {}

  @EJB private ResidentImport imports;
  @Inject private PageTexts texts;

  @Inject @Param private Long id;
  @Inject @Param private Long after;
  @Inject @Param private String field;

  private List<ImportView> runs;
  private ImportView run;
  private List<LineRefusal> refusals;

  /** The imports of before, the newest first. */
  public List<ImportView> getRuns() {
    if (runs == null) {
      runs = imports.newest().stream().map(this::view).toList();
    }
    return runs;
  }

  /** The one that is asked for, or else the one under way; null when there is none. */
  public ImportView getRun() {
    if (run == null) {
      run =
          id == null
              ? getRuns().stream().filter(ImportView::underWay).findFirst().orElse(null)
              : view(
                  imports.find(id).orElseThrow(() -> Problem.refused("not-found").asException()));
    }
    return run;
  }

  public List<Row> getRows() {
    return refusals().stream()
        .limit(PAGE)
        .map(
            refusal ->
                new Row(
                    refusal.line(),
                    texts.get("import.field." + refusal.field()),
                    texts.get("import.refusal." + refusal.reason())))
        .toList();
  }

  /** Whether this is not the first page of refused lines. */
  public boolean isFurther() {
    return after != null;
  }

  /** The address of the next page of refused lines; empty on the last. */
  public String getNext() {
    if (refusals().size() <= PAGE) {
      return "";
    }
    LineRefusal last = refusals().get(PAGE - 1);
    return "?id=" + getRun().id() + "&after=" + last.line() + "&field=" + last.field();
  }

  private List<LineRefusal> refusals() {
    if (refusals == null) {
      refusals =
          getRun() == null
              ? List.of()
              : imports.refusals(
                  getRun().id(), after == null ? 0 : after, field == null ? "" : field, PAGE + 1);
    }
    return refusals;
  }

  private ImportView view(ImportProgress progress) {
    return ImportView.of(progress, texts);
  }
}
