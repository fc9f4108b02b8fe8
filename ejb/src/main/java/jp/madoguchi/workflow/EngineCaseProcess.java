package jp.madoguchi.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes;
import jp.madoguchi.transaction.OncePerTransaction;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * Cases in the embedded engine.
 *
 * <p>What every act asks is asked in SQL: to put together the text of its general query, the engine
 * takes longer than the database takes to answer.
 */
@ApplicationScoped
public class EngineCaseProcess implements CaseProcess {

  private static final String DUE =
      "select T.* from engine.ACT_RU_TASK T"
          + " join engine.ACT_RU_EXECUTION P on P.ID_ = T.PROC_INST_ID_"
          + " where P.BUSINESS_KEY_ = #{number} and T.SUSPENSION_STATE_ = 1"
          + " order by T.CREATE_TIME_, T.ID_";

  private static final String WAITING =
      "select E.* from engine.ACT_RU_EXECUTION P"
          + " join engine.ACT_RU_EVENT_SUBSCR S on S.PROC_INST_ID_ = P.ID_"
          + " join engine.ACT_RU_EXECUTION E on E.ID_ = S.EXECUTION_ID_"
          + " where P.BUSINESS_KEY_ = #{number}"
          + " and S.EVENT_TYPE_ = 'message' and S.EVENT_NAME_ = #{message}";

  /** Under which a transaction keeps what is due in a case, until it moves the case. */
  private record Due(String receptionNumber) {}

  @Inject private Engine engine;
  @Inject private OncePerTransaction once;

  @Override
  public void start(String process, String receptionNumber) {
    moving(receptionNumber, () -> runtime().startProcessInstanceByKey(process, receptionNumber));
  }

  @Override
  public List<DueStep> due(String receptionNumber) {
    return steps(tasksOf(receptionNumber));
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
        tasks()
            .createTaskQuery()
            .processDefinitionKeyIn(Processes.OF_APPLICATIONS.toArray(String[]::new))
            .active()
            .orderByTaskCreateTime()
            .asc()
            .listPage(0, limit));
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
            .orElseThrow(() -> CaseProcess.notDue(step, steps(open)));
    moving(
        receptionNumber,
        () -> {
          end(due);
          return null;
        });
  }

  @Override
  public void proceed(String receptionNumber, String message) {
    if (!tell(receptionNumber, message)) {
      throw CaseProcess.notDue(message, due(receptionNumber));
    }
  }

  @Override
  public boolean tell(String receptionNumber, String message) {
    List<Execution> waiting = waiting(receptionNumber, message);
    if (waiting.size() != 1) {
      return false;
    }
    moving(
        receptionNumber,
        () -> {
          runtime().messageEventReceived(message, waiting.get(0).getId());
          return null;
        });
    return true;
  }

  private List<Execution> waiting(String receptionNumber, String message) {
    return runtime()
        .createNativeExecutionQuery()
        .sql(WAITING)
        .parameter("number", receptionNumber)
        .parameter("message", message)
        .list();
  }

  private List<Task> tasksOf(String receptionNumber) {
    return once.ask(
        new Due(receptionNumber),
        () -> tasks().createNativeTaskQuery().sql(DUE).parameter("number", receptionNumber).list());
  }

  private static DueStep step(Task task) {
    return new DueStep(
        task.getTaskDefinitionKey(), task.getName(), task.getCreateTime().toInstant());
  }

  private static List<DueStep> steps(List<Task> open) {
    return open.stream().map(EngineCaseProcess::step).toList();
  }

  private void end(Task due) {
    try {
      tasks().complete(due.getId());
    } catch (NullValueException endedSinceItWasSeen) {
      throw changedMeanwhile();
    }
  }

  private <T> T moving(String receptionNumber, Supplier<T> act) {
    try {
      return act.get();
    } catch (OptimisticLockingException e) {
      throw changedMeanwhile();
    } finally {
      once.forget(new Due(receptionNumber));
    }
  }

  private static BusinessException changedMeanwhile() {
    return Problem.conflict("changed-meanwhile").asException();
  }

  private RuntimeService runtime() {
    return engine.get().getRuntimeService();
  }

  private TaskService tasks() {
    return engine.get().getTaskService();
  }
}
