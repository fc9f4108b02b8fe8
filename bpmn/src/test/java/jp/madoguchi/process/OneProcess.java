package jp.madoguchi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** One run of a process in the real engine, under a key of its own. */
final class OneProcess {

  private static final ProcessEngine ENGINE = EngineOfTests.get();

  final String key;
  private final String definition;

  /**
   * @param mark of its kind of key, such as {@code K-}
   */
  OneProcess(String definition, String mark) {
    this.definition = definition;
    this.key = mark + UUID.randomUUID();
  }

  void starts() {
    ENGINE.getRuntimeService().startProcessInstanceByKey(definition, key);
  }

  /** Does the step that is due, which has to be this one. */
  void does(String step) {
    Task task = tasks().get(0);
    assertThat(task.getTaskDefinitionKey()).isEqualTo(step);
    ENGINE.getTaskService().complete(task.getId());
  }

  void tells(String message) {
    ENGINE
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(key)
        .correlate();
  }

  /** The steps that wait for a person. */
  List<String> due() {
    return tasks().stream().map(Task::getTaskDefinitionKey).toList();
  }

  List<Task> tasks() {
    return ENGINE.getTaskService().createTaskQuery().processInstanceBusinessKey(key).list();
  }

  /** The end at which it arrived. */
  String end() {
    return ENGINE
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(key)
        .finished()
        .singleResult()
        .getEndActivityId();
  }

  /** What a case knows stands in the tables, not in the engine. */
  void keepsNoVariable() {
    assertThat(
            ENGINE
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(tasks().get(0).getProcessInstanceId())
                .list())
        .isEmpty();
  }
}
