package jp.madoguchi.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.process.Decisions;
import jp.madoguchi.process.Decisions.Input;
import jp.madoguchi.process.Decisions.Output;
import jp.madoguchi.workflow.DecisionTables;

/** Which papers a revocation or a release asks for, by the table that applications ask too. */
@ApplicationScoped
public class RequiredPapers {

  /** What the papers are for, by the table's name. */
  public enum Service {
    REVOCATION,
    CARD_RELEASE
  }

  private final DecisionTables tables;

  protected RequiredPapers() {
    this(null);
  }

  @Inject
  public RequiredPapers(DecisionTables tables) {
    this.tables = tables;
  }

  /** The table's inputs. */
  static Map<String, Object> inputs(
      Service service, Route route, boolean adultWard, boolean sameHousehold) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put(Input.SERVICE, service.name());
    inputs.put(Input.ROUTE, route.name());
    inputs.put(Input.ADULT_WARD, adultWard);
    inputs.put(Input.SAME_HOUSEHOLD, sameHousehold);
    inputs.put(Input.NOTICE_REPLY, false);
    return inputs;
  }

  /** The codes of the papers. */
  List<String> of(Service service, Route route, boolean adultWard, boolean sameHousehold) {
    return codes(
        tables.evaluate(
            Decisions.REQUIRED_DOCUMENTS, inputs(service, route, adultWard, sameHousehold)));
  }

  static List<String> codes(List<Map<String, Object>> rows) {
    return rows.stream().map(row -> (String) row.get(Output.DOCUMENT)).toList();
  }
}
