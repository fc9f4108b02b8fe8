package jp.madoguchi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.process.Processes.Steps;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-PINS: a visit for the change or reset of PINs, in the real engine. */
class PinResetProcessTest {

  private static final ProcessEngine ENGINE = EngineOfTests.get();

  private final String key = "P-" + UUID.randomUUID();
  private final List<String> asked = new ArrayList<>();

  /** Stands in for the bean {@code pinServices}. */
  public final class PinServices {

    public void begin(String visit) {
      asked.add("begin " + visit);
    }

    public void turnToReset(String visit) {
      asked.add("turn to reset " + visit);
    }

    public void giveUp(String visit) {
      asked.add("give up " + visit);
    }
  }

  @BeforeEach
  void beans() {
    Mocks.register("pinServices", new PinServices());
    ENGINE.getRuntimeService().startProcessInstanceByKey(Processes.PIN_RESET, key);
  }

  @AfterEach
  void forgetBeans() {
    Mocks.reset();
  }

  @Test
  void papersCardAndPinsComeBeforeTheCardIsTold() {
    untilPins();
    assertThat(asked).isEmpty();
    does(Steps.ENTER_PINS);
    assertThat(asked).containsExactly("begin " + key);
    assertThat(due()).isEmpty();
    tells(Messages.PINS_SET);
    does(Steps.GIVE_BACK);
    assertThat(end()).isEqualTo("done");
  }

  @Test
  void aPinThatIsLockedAsTheCardIsLaidDownLeadsBackToThePapers() {
    untilPins();
    tells(Messages.RESET_NEEDED);
    assertThat(asked).containsExactly("turn to reset " + key);
    untilPins();
    does(Steps.ENTER_PINS);
    tells(Messages.PINS_SET);
    does(Steps.GIVE_BACK);
    assertThat(end()).isEqualTo("done");
  }

  @Test
  void aPinThatLocksWhileTheCardIsToldLeadsBackToThePapers() {
    untilPins();
    does(Steps.ENTER_PINS);
    tells(Messages.RESET_NEEDED);
    assertThat(asked).containsExactly("begin " + key, "turn to reset " + key);
    assertThat(due()).extracting(Task::getTaskDefinitionKey).containsExactly(Steps.CHECK_PAPERS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void itCanBeGivenUpAtEachStep(int stepsDone) {
    List.of(Steps.CHECK_PAPERS, Steps.PRESENT_CARD, Steps.ENTER_PINS)
        .subList(0, stepsDone)
        .forEach(this::does);
    tells(Messages.WITHDRAWN);
    assertThat(asked).endsWith("give up " + key);
    assertThat(end()).isEqualTo("withdrawal");
  }

  @Test
  void noProcessVariableIsKept() {
    untilPins();
    assertThat(
            ENGINE
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(due().get(0).getProcessInstanceId())
                .list())
        .isEmpty();
  }

  private void untilPins() {
    does(Steps.CHECK_PAPERS);
    does(Steps.PRESENT_CARD);
    assertThat(due()).extracting(Task::getTaskDefinitionKey).containsExactly(Steps.ENTER_PINS);
  }

  private void does(String step) {
    Task task = due().get(0);
    assertThat(task.getTaskDefinitionKey()).isEqualTo(step);
    ENGINE.getTaskService().complete(task.getId());
  }

  private void tells(String message) {
    ENGINE
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(key)
        .correlate();
  }

  private List<Task> due() {
    return ENGINE.getTaskService().createTaskQuery().processInstanceBusinessKey(key).list();
  }

  private String end() {
    return ENGINE
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(key)
        .finished()
        .singleResult()
        .getEndActivityId();
  }
}
