package jp.madoguchi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.madoguchi.process.Decisions.Input;
import jp.madoguchi.process.Decisions.Output;
import jp.madoguchi.process.Processes.Steps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-ORIGINALS: papers, revocation and slip, in the real engine. */
class RevocationRequestProcessTest {

  private final OneProcess process = new OneProcess(Processes.REVOCATION_REQUEST, "V-");
  private final List<String> asked = new ArrayList<>();
  private final List<String> papers = new ArrayList<>();
  private String route = "SELF";
  private boolean seen = true;

  /** Stands in for the bean {@code papersJudgement}. */
  public final class PapersJudgement {

    public void prepare(DelegateExecution execution) {
      hand(execution, Input.SERVICE, "REVOCATION");
      hand(execution, Input.ROUTE, route);
      hand(execution, Input.ADULT_WARD, false);
      hand(execution, Input.SAME_HOUSEHOLD, true);
      hand(execution, Input.NOTICE_REPLY, false);
    }

    @SuppressWarnings("unchecked")
    public void conclude(DelegateExecution execution) {
      ((List<Map<String, Object>>) execution.getVariable("decisionResult"))
          .forEach(row -> papers.add((String) row.get(Output.DOCUMENT)));
      if (!seen) {
        throw new IllegalStateException("not seen");
      }
    }

    private void hand(DelegateExecution execution, String name, Object value) {
      execution.setVariableLocal(name, Variables.untypedValue(value, true));
    }
  }

  /** Stands in for the bean {@code revocations}. */
  public final class Revocations {

    public void revoke(String request) {
      asked.add(request);
    }
  }

  @BeforeEach
  void beans() {
    Mocks.register("papersJudgement", new PapersJudgement());
    Mocks.register("revocations", new Revocations());
  }

  @AfterEach
  void forgetBeans() {
    Mocks.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "SELF, HOLDER_PHOTO_ID",
    "PROXY, PROXY_PHOTO_ID POWER_OF_ATTORNEY",
    "LEGAL_REPRESENTATIVE, PROXY_PHOTO_ID"
  })
  void theTableSaysWhichPapers(String who, String expected) {
    route = who;
    asks();
    assertThat(papers).containsExactly(expected.split(" "));
  }

  @Test
  void itIsDoneAtOnceAndThenTheSlipIsHandedOver() {
    asks();
    assertThat(asked).containsExactly(process.key);
    assertThat(process.due()).containsExactly(Steps.GIVE_SLIP);
    process.does(Steps.GIVE_SLIP);
    assertThat(process.due()).isEmpty();
  }

  @Test
  void withoutThePapersNothingIsRevoked() {
    seen = false;
    assertThatThrownBy(this::asks).isInstanceOf(RuntimeException.class);
    assertThat(asked).isEmpty();
    assertThat(process.due()).isEmpty();
  }

  private void asks() {
    process.starts();
  }
}
