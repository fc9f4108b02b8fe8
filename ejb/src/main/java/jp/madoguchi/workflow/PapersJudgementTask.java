package jp.madoguchi.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Hands the facts to the decision on the papers of a request, and takes what it says. Neither is
 * kept as a variable (see {@link JudgementTask}).
 */
@ApplicationScoped
@Named("papersJudgement")
public class PapersJudgementTask {

  @Inject private PaperFacts facts;

  public void prepare(DelegateExecution execution) {
    JudgementTask.hand(facts.papersOf(execution.getProcessBusinessKey()), execution);
  }

  @SuppressWarnings("unchecked")
  public void conclude(DelegateExecution execution) {
    facts.papersDecided(
        execution.getProcessBusinessKey(),
        (List<Map<String, Object>>) execution.getVariable(JudgementTask.RESULT));
  }
}
