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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-PINS: a visit for the change or reset of PINs, in the real engine. */
class PinResetProcessTest {

  private final OneProcess process = new OneProcess(Processes.PIN_RESET, "P-");
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
    process.starts();
  }

  @AfterEach
  void forgetBeans() {
    Mocks.reset();
  }

  @Test
  void papersCardAndPinsComeBeforeTheCardIsTold() {
    untilPins();
    assertThat(asked).isEmpty();
    process.does(Steps.ENTER_PINS);
    assertThat(asked).containsExactly("begin " + process.key);
    assertThat(process.due()).isEmpty();
    process.tells(Messages.PINS_SET);
    process.does(Steps.GIVE_BACK);
    assertThat(process.end()).isEqualTo("done");
  }

  @Test
  void aPinThatIsLockedAsTheCardIsLaidDownLeadsBackToThePapers() {
    untilPins();
    process.tells(Messages.RESET_NEEDED);
    assertThat(asked).containsExactly("turn to reset " + process.key);
    untilPins();
    process.does(Steps.ENTER_PINS);
    process.tells(Messages.PINS_SET);
    process.does(Steps.GIVE_BACK);
    assertThat(process.end()).isEqualTo("done");
  }

  @Test
  void aPinThatLocksWhileTheCardIsToldLeadsBackToThePapers() {
    untilPins();
    process.does(Steps.ENTER_PINS);
    process.tells(Messages.RESET_NEEDED);
    assertThat(asked).containsExactly("begin " + process.key, "turn to reset " + process.key);
    assertThat(process.due()).containsExactly(Steps.CHECK_PAPERS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void itCanBeGivenUpAtEachStep(int stepsDone) {
    List.of(Steps.CHECK_PAPERS, Steps.PRESENT_CARD, Steps.ENTER_PINS)
        .subList(0, stepsDone)
        .forEach(process::does);
    process.tells(Messages.WITHDRAWN);
    assertThat(asked).endsWith("give up " + process.key);
    assertThat(process.end()).isEqualTo("withdrawal");
  }

  @Test
  void noProcessVariableIsKept() {
    untilPins();
    process.keepsNoVariable();
  }

  private void untilPins() {
    process.does(Steps.CHECK_PAPERS);
    process.does(Steps.PRESENT_CARD);
    assertThat(process.due()).containsExactly(Steps.ENTER_PINS);
  }
}
