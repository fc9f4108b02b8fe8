package jp.madoguchi.pin;

import java.util.List;
import jp.madoguchi.cardwriting.PinStatus;
import jp.madoguchi.paper.SeenPaper;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.workflow.CaseProcess.DueStep;

/**
 * A PIN service as a clerk sees it.
 *
 * @param due what a person has to do now; empty while the card works and when it is over
 * @param papers the codes of the papers that are asked for now
 * @param seen the papers that were seen
 * @param status how far the card is
 */
public record PinServiceView(
    PinService service,
    ResidentRecord holder,
    List<DueStep> due,
    List<String> papers,
    List<SeenPaper> seen,
    PinStatus status) {

  /** The key of the step that is due; empty: none. */
  public String step() {
    return due.isEmpty() ? "" : due.get(0).step();
  }
}
