package jp.madoguchi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.process.Processes.Steps;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a lost card, in the real engine. */
class CardLostProcessTest {

  private final OneProcess process = new OneProcess(Processes.CARD_LOST, "K-");
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
    process.starts();
  }

  @AfterEach
  void forgetBeans() {
    Mocks.reset();
  }

  @Test
  void itIsHeldAtOnceAndThenSomebodyAwaitsIt() {
    assertThat(asked).containsExactly("hold " + process.key);
    assertThat(process.due()).containsExactly(Steps.AWAIT_CARD);
  }

  @Test
  void aReleaseTakesTheMessageThatASecondPersonApproved() {
    process.tells(Messages.RELEASE_APPROVED);
    assertThat(asked).containsExactly("hold " + process.key, "release " + process.key);
    assertThat(process.end()).isEqualTo("loss-released");
  }

  @Test
  void whatIsNotFoundIsRevoked() {
    process.does(Steps.AWAIT_CARD);
    assertThat(asked).containsExactly("hold " + process.key, "revoke " + process.key);
    assertThat(process.end()).isEqualTo("loss-revoked");
  }

  @Test
  void whatEndsOtherwiseIsRevoked() {
    process.tells(Messages.CARD_ENDED);
    assertThat(asked).containsExactly("hold " + process.key, "revoke " + process.key);
    assertThat(process.end()).isEqualTo("loss-ended");
  }
}
