package jp.madoguchi.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Hands the facts to the decision of a process, and its verdict to the gateway behind it. Neither
 * is kept as a variable: the engine's decision history has inputs and outputs, the case's tables
 * the rest.
 */
@ApplicationScoped
@Named("judgement")
public class JudgementTask {

  /** The engine's own name of what a decision says. */
  static final String RESULT = "decisionResult";

  @Inject private CaseFacts facts;

  public void prepare(DelegateExecution execution) {
    hand(facts.of(execution.getProcessBusinessKey()), execution);
  }

  /** Gives a decision its inputs, of which nothing is kept. */
  static void hand(Map<String, Object> inputs, DelegateExecution execution) {
    inputs.forEach(
        (name, value) -> execution.setVariableLocal(name, Variables.untypedValue(value, true)));
  }

  @SuppressWarnings("unchecked")
  public void conclude(DelegateExecution execution) {
    List<Map<String, Object>> findings = (List<Map<String, Object>>) execution.getVariable(RESULT);
    boolean allowed =
        findings.stream().noneMatch(finding -> "REFUSE".equals(finding.get("verdict")));
    execution.setVariable("allowed", Variables.untypedValue(allowed, true));
  }
}
