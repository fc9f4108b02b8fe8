package jp.madoguchi.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.madoguchi.problem.Problem;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Cases in the embedded engine. */
@ApplicationScoped
public class EngineCaseProcess implements CaseProcess {

  @Inject private Engine engine;

  @Override
  public void start(String process, String receptionNumber) {
    moving(() -> runtime().startProcessInstanceByKey(process, receptionNumber));
  }

  @Override
  public List<DueStep> due(String receptionNumber) {
    return tasksOf(receptionNumber).stream().map(EngineCaseProcess::step).toList();
  }

  @Override
  public List<DueCase> due(Collection<String> receptionNumbers) {
    return receptionNumbers.isEmpty()
        ? List.of()
        : cases(
            tasks()
                .createTaskQuery()
                .processInstanceBusinessKeyIn(receptionNumbers.toArray(String[]::new))
                .active()
                .list());
  }

  @Override
  public List<DueCase> allDue(int limit) {
    return cases(
        tasks().createTaskQuery().active().orderByTaskCreateTime().asc().listPage(0, limit));
  }

  private List<DueCase> cases(List<Task> open) {
    if (open.isEmpty()) {
      return List.of();
    }
    var keys =
        runtime()
            .createProcessInstanceQuery()
            .processInstanceIds(
                open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
            .list()
            .stream()
            .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    return open.stream()
        .map(task -> new DueCase(keys.get(task.getProcessInstanceId()), step(task)))
        .toList();
  }

  @Override
  public void complete(String receptionNumber, String step) {
    List<Task> open = tasksOf(receptionNumber);
    Task due =
        open.stream()
            .filter(task -> task.getTaskDefinitionKey().equals(step))
            .findFirst()
            .orElseThrow(() -> notDue(step, open));
    moving(
        () -> {
          tasks().complete(due.getId());
          return null;
        });
  }

  @Override
  public void proceed(String receptionNumber, String message) {
    try {
      moving(
          () -> {
            runtime()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(receptionNumber)
                .correlate();
            return null;
          });
    } catch (MismatchingMessageCorrelationException e) {
      throw notDue(message, tasksOf(receptionNumber));
    }
  }

  @Override
  public boolean waitsFor(String receptionNumber, String message) {
    return runtime()
            .createExecutionQuery()
            .processInstanceBusinessKey(receptionNumber)
            .messageEventSubscriptionName(message)
            .count()
        > 0;
  }

  private List<Task> tasksOf(String receptionNumber) {
    return tasks().createTaskQuery().processInstanceBusinessKey(receptionNumber).active().list();
  }

  private static DueStep step(Task task) {
    return new DueStep(
        task.getTaskDefinitionKey(), task.getName(), task.getCreateTime().toInstant());
  }

  private static RuntimeException notDue(String step, List<Task> open) {
    String due = open.stream().map(Task::getName).collect(Collectors.joining("、"));
    return Problem.conflict("step-not-due", step, due).asException();
  }

  private static <T> T moving(Supplier<T> act) {
    try {
      return act.get();
    } catch (OptimisticLockingException e) {
      throw Problem.conflict("changed-meanwhile").asException();
    }
  }

  private RuntimeService runtime() {
    return engine.get().getRuntimeService();
  }

  private TaskService tasks() {
    return engine.get().getTaskService();
  }
}
