package jp.madoguchi.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.madoguchi.process.Decisions;
import jp.madoguchi.process.Decisions.Output;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.workflow.DecisionTables;

/**
 * Says all that the rules say of an application (R-ALL-REASONS): reckons ages and dates here, and
 * asks the decision tables what follows.
 */
@ApplicationScoped
public class Judge {

  private final DecisionTables tables;
  private final Settings settings;

  @Inject
  public Judge(DecisionTables tables, Settings settings) {
    this.tables = tables;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected Judge() {
    this(null, null);
  }

  /** What the decision tables are asked with, by the names of {@code Decisions.Input}. */
  public Map<String, Object> inputs(Facts facts) {
    return DecisionInputs.of(Reckoning.of(facts, LeapDay.of(settings)), settings);
  }

  public Judgement judge(Facts facts) {
    Reckoning reckoning = Reckoning.of(facts, LeapDay.of(settings));
    Map<String, Object> inputs = DecisionInputs.of(reckoning, settings);
    List<Map<String, Object>> fees = tables.evaluate(Decisions.FEE, inputs);
    int feeYen = fees.stream().mapToInt(row -> number(row, Output.FEE_YEN)).sum();
    FindingReader reader = new FindingReader(reckoning, feeYen);

    List<Finding> findings = new ArrayList<>();
    tables.evaluate(Decisions.ELIGIBILITY, inputs).forEach(row -> findings.add(reader.read(row)));
    fees.forEach(row -> findings.add(reader.read(row)));
    return new Judgement(
        findings,
        documents(tables.evaluate(Decisions.REQUIRED_DOCUMENTS, inputs)),
        feeYen,
        reckoning.validity());
  }

  /** The papers of each visit, of the rows that hold. */
  static List<List<RequiredDocument>> documents(List<Map<String, Object>> rows) {
    List<List<RequiredDocument>> visits = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      int visit = number(row, Output.VISIT);
      while (visits.size() < visit) {
        visits.add(new ArrayList<>());
      }
      visits.get(visit - 1).add(new RequiredDocument((String) row.get(Output.DOCUMENT)));
    }
    return visits;
  }

  private static int number(Map<String, Object> row, String output) {
    return ((Number) row.get(output)).intValue();
  }
}
