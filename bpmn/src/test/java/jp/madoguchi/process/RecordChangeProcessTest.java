package jp.madoguchi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.process.Decisions.Input;
import jp.madoguchi.process.Decisions.Output;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.process.Processes.Steps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R-LAPSE-SIGN, R-LAPSE-AUTH: what becomes of a change of the register, in the real engine. */
class RecordChangeProcessTest {

  private static final String BOTH = "SIGNATURE USER_AUTHENTICATION";

  private final OneProcess process = new OneProcess(Processes.RECORD_CHANGE, "L-");
  private final List<String> asked = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private String changes = "ADDRESS";
  private boolean toTell = true;

  /** Stands in for the bean {@code lapseJudgement}. */
  public final class LapseJudgement {

    public void prepare(DelegateExecution execution) {
      execution.setVariableLocal(Input.RECORD_CHANGES, Variables.untypedValue(changes, true));
      execution.setVariableLocal(Input.CERTIFICATE_TYPES, Variables.untypedValue(BOTH, true));
    }

    @SuppressWarnings("unchecked")
    public void conclude(DelegateExecution execution) {
      ((List<Map<String, Object>>) execution.getVariable("decisionResult"))
          .forEach(
              row ->
                  said.add(
                      row.get(Output.CERTIFICATE_TYPE)
                          + " "
                          + row.get(Output.REVOCATION_REASON)
                          + " "
                          + row.get(Output.NOTICE)));
    }
  }

  /** Stands in for the bean {@code lapses}. */
  public final class Lapses {

    public void revoke(String lapse) {
      asked.add(lapse);
    }

    public boolean toTell(String lapse) {
      return toTell;
    }
  }

  @BeforeEach
  void beans() {
    Mocks.register("lapseJudgement", new LapseJudgement());
    Mocks.register("lapses", new Lapses());
  }

  @AfterEach
  void forgetBeans() {
    Mocks.reset();
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        // what stands in the certificate for signatures
        row("NAME", "SIGNATURE AFFILIATION_CHANGED true"),
        row("BIRTH_DATE", "SIGNATURE AFFILIATION_CHANGED true"),
        row("SEX", "SIGNATURE AFFILIATION_CHANGED true"),
        row("ADDRESS", "SIGNATURE AFFILIATION_CHANGED true"),
        row("MOVED_AWAY", "SIGNATURE CESSATION_OF_OPERATION true"),
        // what ends both; who has died is not told
        row(
            "DECEASED",
            "SIGNATURE CESSATION_OF_OPERATION false",
            "USER_AUTHENTICATION CESSATION_OF_OPERATION false"),
        row(
            "CARD_REVOKED",
            "SIGNATURE CESSATION_OF_OPERATION true",
            "USER_AUTHENTICATION CESSATION_OF_OPERATION true"),
        row(
            "CARD_REPLACED",
            "SIGNATURE CESSATION_OF_OPERATION true",
            "USER_AUTHENTICATION CESSATION_OF_OPERATION true"),
        // what can be lifted again
        row(
            "CARD_LOST",
            "SIGNATURE CERTIFICATE_HOLD false",
            "USER_AUTHENTICATION CERTIFICATE_HOLD false"),
        row(
            "CARD_SUSPENDED",
            "SIGNATURE CERTIFICATE_HOLD false",
            "USER_AUTHENTICATION CERTIFICATE_HOLD false"),
        row(
            "CARD_GOOD_AGAIN",
            "SIGNATURE REMOVE_FROM_CRL false",
            "USER_AUTHENTICATION REMOVE_FROM_CRL false"),
        // several at once: every row that holds
        row(
            "ADDRESS MOVED_AWAY",
            "SIGNATURE AFFILIATION_CHANGED true",
            "SIGNATURE CESSATION_OF_OPERATION true"));
  }

  private static Arguments row(String changes, String... outcomes) {
    return Arguments.of(changes, List.of(outcomes));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theTableSaysWhatEachChangeEnds(String change, List<String> outcomes) {
    changes = change;
    happens();
    assertThat(said).containsExactlyElementsOf(outcomes);
  }

  @Test
  void theCertificatesAreRevokedAtOnceAndThenTheHolderIsTold() {
    happens();
    assertThat(asked).containsExactly(process.key);
    assertThat(process.due()).containsExactly(Steps.TELL_HOLDER);
    process.does(Steps.TELL_HOLDER);
    assertThat(process.end()).isEqualTo("told");
  }

  @Test
  void whereNobodyIsToBeToldItEndsByItself() {
    toTell = false;
    happens();
    assertThat(asked).containsExactly(process.key);
    assertThat(process.end()).isEqualTo("nobody-to-tell");
  }

  @Test
  void whoDiesMeanwhileIsNotTold() {
    happens();
    process.tells(Messages.HOLDER_DIED);
    assertThat(process.due()).isEmpty();
    assertThat(process.end()).isEqualTo("nobody-to-tell");
  }

  @Test
  void noProcessVariableIsKept() {
    happens();
    process.keepsNoVariable();
  }

  private void happens() {
    process.starts();
  }
}
