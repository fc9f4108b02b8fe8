package jp.madoguchi.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.madoguchi.problem.Problem;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** The deployed diagrams and decision tables, as they are, for whoever looks at them. */
@ApplicationScoped
public class Diagrams {

  /** A deployed diagram or table in its newest version. */
  public record Deployed(String key, String name, int version) {}

  @Inject private Engine engine;

  public List<Deployed> processes() {
    return repository().createProcessDefinitionQuery().latestVersion().list().stream()
        .map(found -> new Deployed(found.getKey(), found.getName(), found.getVersion()))
        .toList();
  }

  public List<Deployed> decisions() {
    return repository().createDecisionDefinitionQuery().latestVersion().list().stream()
        .map(found -> new Deployed(found.getKey(), found.getName(), found.getVersion()))
        .toList();
  }

  public String processXml(String key) {
    return text(repository().getProcessModel(process(key).getId()));
  }

  public String decisionXml(String key) {
    DecisionDefinition found =
        repository()
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(key)
            .latestVersion()
            .singleResult();
    if (found == null) {
      throw Problem.refused("not-found").asException();
    }
    return text(repository().getDecisionModel(found.getId()));
  }

  /** How many open cases stand at each activity of the diagram's newest version. */
  public Map<String, Integer> openCases(String key) {
    Map<String, Integer> counts = new TreeMap<>();
    for (ActivityStatistics activity :
        engine
            .get()
            .getManagementService()
            .createActivityStatisticsQuery(process(key).getId())
            .list()) {
      counts.put(activity.getId(), activity.getInstances());
    }
    return counts;
  }

  private ProcessDefinition process(String key) {
    ProcessDefinition found =
        repository()
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .latestVersion()
            .singleResult();
    if (found == null) {
      throw Problem.refused("not-found").asException();
    }
    return found;
  }

  private RepositoryService repository() {
    return engine.get().getRepositoryService();
  }

  private static String text(InputStream model) {
    try (model) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
