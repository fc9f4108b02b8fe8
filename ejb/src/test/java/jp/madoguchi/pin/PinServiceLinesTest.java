package jp.madoguchi.pin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import jp.madoguchi.cardwriting.PinWay;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.resident.jpa.EmbeddedResidentRegister;
import jp.madoguchi.testing.CountedStatements;
import jp.madoguchi.testing.StoredCase;
import jp.madoguchi.testing.TestDatabase;
import jp.madoguchi.workflow.CaseProcess;
import org.junit.jupiter.api.Test;

/** The list of open visits asks register and process once, however long it is. */
class PinServiceLinesTest {

  private static final DueStepOfEach PROCESS = new DueStepOfEach();

  /** The process, in which everybody is to present a card. */
  private static final class DueStepOfEach implements CaseProcess {

    private int asked;

    @Override
    public List<DueCase> due(Collection<String> keys) {
      asked++;
      return keys.stream()
          .map(key -> new DueCase(key, new DueStep(Steps.PRESENT_CARD, "カード", Instant.EPOCH)))
          .toList();
    }

    @Override
    public List<DueStep> due(String key) {
      throw new UnsupportedOperationException("One by one");
    }

    @Override
    public List<DueCase> allDue(int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void start(String process, String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void complete(String key, String step) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void proceed(String key, String message) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean tell(String key, String message) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void aListOfEightTakesOneStatementAndOneQuestionToTheProcess() {
    TestDatabase.shared()
        .doInTransaction(
            entities -> {
              List<PinService> open = IntStream.range(0, 8).mapToObj(i -> visit(entities)).toList();
              PinServiceLines lines =
                  new PinServiceLines(new EmbeddedResidentRegister(entities), PROCESS);
              List<PinServiceLine> found = new ArrayList<>();
              assertThat(CountedStatements.of(entities, () -> found.addAll(lines.of(open))))
                  .isEqualTo(1);
              assertThat(PROCESS.asked).isEqualTo(1);
              assertThat(found).extracting(PinServiceLine::service).isEqualTo(open);
              assertThat(found)
                  .allSatisfy(
                      line -> {
                        assertThat(line.holder().id()).isEqualTo(line.service().residentId());
                        assertThat(line.due())
                            .extracting(CaseProcess.DueStep::step)
                            .containsExactly(Steps.PRESENT_CARD);
                      });
            });
  }

  private static PinService visit(EntityManager entities) {
    long resident =
        ((Number)
                entities
                    .createNativeQuery(
                        "select resident_id from madoguchi.application where reception_number = ?1")
                    .setParameter(1, StoredCase.of(entities, "SELF"))
                    .getSingleResult())
            .longValue();
    PinServiceForm form =
        new PinServiceForm(
            resident, "CARD" + resident, PinWay.CHANGE, null, Route.SELF, null, false);
    return new PinService(resident, form, "clerk1", Instant.EPOCH);
  }
}
