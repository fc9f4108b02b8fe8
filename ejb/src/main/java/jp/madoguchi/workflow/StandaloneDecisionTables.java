package jp.madoguchi.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.process.Decisions;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/**
 * The tables as they come with the product, asked without a process and without history: for the
 * guide, and for the judgement that updates while a clerk types.
 */
@ApplicationScoped
public class StandaloneDecisionTables implements DecisionTables {

  private final DmnEngine engine = engine();
  private final Map<String, DmnDecision> tables = new HashMap<>();

  public StandaloneDecisionTables() {
    Decisions.ALL.forEach(key -> tables.put(key, read(key)));
  }

  @Override
  public List<Map<String, Object>> evaluate(String key, Map<String, Object> facts) {
    return engine.evaluateDecisionTable(tables.get(key), facts).getResultList();
  }

  private static DmnEngine engine() {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(new ParsedOnceFeel());
    return configuration.buildEngine();
  }

  private DmnDecision read(String key) {
    try (InputStream file =
        Decisions.class.getClassLoader().getResourceAsStream(Decisions.resource(key))) {
      return engine.parseDecision(key, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
