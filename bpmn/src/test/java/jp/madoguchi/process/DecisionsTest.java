package jp.madoguchi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The decision tables keep to their contract, so that a process owner's change is safe. */
class DecisionsTest {

  static final List<String> KEYS = Decisions.ALL;

  private static final Map<String, List<String>> OUTPUTS =
      Map.of(
          Decisions.ELIGIBILITY,
          List.of("rule", "verdict", "reason", "remedy", "source", "possibleFrom"),
          Decisions.REQUIRED_DOCUMENTS,
          List.of("visit", "document"),
          Decisions.FEE,
          List.of("rule", "verdict", "feeYen", "reason", "source"),
          Decisions.LAPSE,
          List.of("rule", "certificateType", "revocationReason", "notice", "reason", "source"),
          Decisions.PIN_SERVICE,
          List.of("rule", "verdict", "reason", "remedy", "source", "possibleFrom"));

  @ParameterizedTest
  @FieldSource("KEYS")
  void everyTableIsValidAndKeepsItsHistoryForAWhile(String key) {
    DmnModelInstance model = model(key);
    Dmn.validateModel(model);
    Decision decision = model.getModelElementById(key);
    assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
    assertThat(decision.getName()).isNotBlank();
    assertThat(model.getDocument().getRootElement().getNamespaceURI())
        .isEqualTo("https://www.omg.org/spec/DMN/20191111/MODEL/");
    assertThat(table(key).getHitPolicy()).isEqualTo(HitPolicy.COLLECT);
  }

  @ParameterizedTest
  @FieldSource("KEYS")
  void everyColumnIsInTheContract(String key) {
    assertThat(table(key).getInputs())
        .extracting(input -> input.getInputExpression().getText().getTextContent())
        .isSubsetOf(Decisions.Input.ALL);
    assertThat(table(key).getOutputs()).extracting(Output::getName).isEqualTo(OUTPUTS.get(key));
  }

  @ParameterizedTest
  @FieldSource("KEYS")
  void everyRowSaysInJapaneseWhatItMeans(String key) {
    Collection<Rule> rows = table(key).getRules();
    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.getDescription().getTextContent())
                    .as(row.getId())
                    .containsPattern("\\p{IsHan}"));
  }

  private static DecisionTable table(String key) {
    return model(key).getModelElementsByType(DecisionTable.class).iterator().next();
  }

  private static DmnModelInstance model(String key) {
    return Dmn.readModelFromStream(
        DecisionsTest.class.getClassLoader().getResourceAsStream(Decisions.resource(key)));
  }
}
