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

/** What becomes of a lost card, in the real engine. */
class CardLostProcessTest {

  private static final ProcessEngine ENGINE = EngineOfTests.get();

  private final String key = "K-" + UUID.randomUUID();
  private final List<String> asked = new ArrayList<>();

  /** Stands in for the bean {@code cardLosses}. */
  public final class CardLosses {

    public void hold(String loss) {
      asked.add("hold " + loss);
    }

    public void release(String loss) {
      asked.add("release " + loss);
    }

    public void revoke(String loss) {
      asked.add("revoke " + loss);
    }
  }

  @BeforeEach
  void aCardIsLost() {
    Mocks.register("cardLosses", new CardLosses());
    ENGINE.getRuntimeService().startProcessInstanceByKey(Processes.CARD_LOST, key);
  }

  @AfterEach
  void forgetBeans() {
    Mocks.reset();
  }

  @Test
  void itIsHeldAtOnceAndThenSomebodyAwaitsIt() {
    assertThat(asked).containsExactly("hold " + key);
    assertThat(due()).extracting(Task::getTaskDefinitionKey).containsExactly(Steps.AWAIT_CARD);
  }

  @Test
  void aReleaseTakesTheMessageThatASecondPersonApproved() {
    tell(Messages.RELEASE_APPROVED);
    assertThat(asked).containsExactly("hold " + key, "release " + key);
    assertThat(end()).isEqualTo("loss-released");
  }

  @Test
  void whatIsNotFoundIsRevoked() {
    ENGINE.getTaskService().complete(due().get(0).getId());
    assertThat(asked).containsExactly("hold " + key, "revoke " + key);
    assertThat(end()).isEqualTo("loss-revoked");
  }

  @Test
  void whatEndsOtherwiseIsRevoked() {
    tell(Messages.CARD_ENDED);
    assertThat(asked).containsExactly("hold " + key, "revoke " + key);
    assertThat(end()).isEqualTo("loss-ended");
  }

  private void tell(String message) {
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
