package jp.madoguchi.web.revocation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.LongSupplier;
import jp.madoguchi.paper.SeenPaper;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentSearch;
import jp.madoguchi.revocation.StatusAct;
import jp.madoguchi.web.faces.PageTexts;
import org.omnifaces.cdi.Param;

/** Of what a page speaks: one request or lost card by its key, or a form for one resident. */
@RequestScoped
public class PageSubject {

  @Inject private ResidentSearch residents;
  @Inject private PageTexts texts;

  @Inject @Param private String id;
  @Inject @Param private Long resident;

  private ResidentRecord person;

  boolean one() {
    return id != null && !id.isBlank();
  }

  String id() {
    return id;
  }

  Long resident() {
    return resident;
  }

  /**
   * Whose it is; null where the address names nobody.
   *
   * @param ofOne the resident of the request or the lost card
   */
  ResidentRecord holder(LongSupplier ofOne) {
    Long whose = one() ? Long.valueOf(ofOne.getAsLong()) : resident;
    if (person == null && whose != null) {
      person = residents.find(whose).orElseThrow(() -> Problem.refused("not-found").asException());
    }
    return person;
  }

  List<ActRow> acts(List<StatusAct> acts) {
    return acts.stream().map(act -> ActRow.of(act, texts)).toList();
  }

  List<PaperRow> papers(List<SeenPaper> papers) {
    return papers.stream().map(paper -> PaperRow.of(paper, texts)).toList();
  }
}
