package jp.madoguchi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.process.Decisions;
import jp.madoguchi.process.Decisions.Input;
import jp.madoguchi.process.Decisions.Output;
import org.junit.jupiter.api.Test;

/** The tables as the engine reads them. */
class StandaloneDecisionTablesTest {

  private final DecisionTables tables = new StandaloneDecisionTables();

  @Test
  void nothingIsKnownAndNothingIsFound() {
    for (String key : Decisions.ALL) {
      assertThat(tables.evaluate(key, facts())).as(key).isEmpty();
    }
  }

  @Test
  void everyRowThatHoldsAnswersInTheTablesOrder() {
    Map<String, Object> facts = facts();
    facts.put(Input.WANTS_SIGNATURE, true);
    facts.put(Input.AGE, 14);
    facts.put(Input.FIFTEENTH_BIRTHDAY, "2027-02-17");
    facts.put(Input.CARD_KIND, "JUKI");
    List<Map<String, Object>> rows = tables.evaluate(Decisions.ELIGIBILITY, facts);
    assertThat(rows)
        .extracting(row -> row.get(Output.RULE))
        .containsExactly("R-AGE", "R-CARD-ONLY");
    assertThat(rows.get(0)).containsEntry(Output.POSSIBLE_FROM, "2027-02-17");
    assertThat(rows.get(1).get(Output.POSSIBLE_FROM)).isNull();
  }

  private static Map<String, Object> facts() {
    Map<String, Object> facts = new HashMap<>();
    Input.ALL.forEach(name -> facts.put(name, null));
    facts.put(Input.WARD_EXCEPTION, false);
    facts.put(Input.OUT_OF_HOURS_ALLOWED, false);
    facts.put(Input.NOTICE_REPLY, false);
    facts.put(Input.SAME_HOUSEHOLD, false);
    return facts;
  }
}
