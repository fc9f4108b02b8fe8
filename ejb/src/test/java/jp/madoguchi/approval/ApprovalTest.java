package jp.madoguchi.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.madoguchi.approval.jpa.JpaApprovals;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.resident.Entries;
import jp.madoguchi.resident.jpa.EmbeddedResidentRegister;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.CountedStatements;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-SECOND-PERSON, on the real table; what a test does is taken back at its end. */
class ApprovalTest {

  private static final Set<ExceptionKind> WARD = EnumSet.of(ExceptionKind.WARD);
  private static long residentId;

  private final MovableClock clock = new MovableClock("2035-03-01T10:00");
  private final RecordedActs acts = new RecordedActs();
  private final FiredEvents<ApprovalDecided> decisions = new FiredEvents<>();

  @BeforeAll
  static void aResident() {
    Entries.enter(Entries.aResident("APPROVAL-1"));
    residentId =
        TestDatabase.shared()
            .inTransaction(
                entities ->
                    ((Number)
                            entities
                                .createNativeQuery(
                                    "select id from madoguchi.resident"
                                        + " where register_number = 'APPROVAL-1'")
                                .getSingleResult())
                        .longValue());
  }

  @Test
  void whatASecondPersonGrantsCanBeUsedForThisApplication() {
    at(
        office -> {
          Approval asked = office.ask("clerk1", both(), "家庭裁判所の許可がある");
          assertThat(office.exceptions("clerk1").usable(both())).isEmpty();

          office.desk("supervisor1").decide(asked.id(), true, "許可書を確認した");

          assertThat(office.exceptions("clerk1").usable(both()))
              .extracting(Approval::decidedReason)
              .containsExactly(Optional.of("許可書を確認した"));
          assertThat(acts.names()).containsExactly("approval.asked", "approval.granted");
          assertThat(acts.all().get(1).details()).containsEntry("rule", "R-WARD");
        });
  }

  @Test
  void theListReadsTheResidentsAtOnce() {
    at(
        office -> {
          office.ask("clerk1", both(), "家庭裁判所の許可がある");
          office.ask("clerk1", other(), "家庭裁判所の許可がある");
          assertThat(
                  CountedStatements.of(
                      office.entities,
                      () -> assertThat(office.desk("supervisor1").waiting()).hasSize(2)))
              .isEqualTo(2);
        });
  }

  @Test
  void nobodyDecidesOnWhatTheyAskedFor() {
    at(
        office -> {
          Approval asked = office.ask("supervisor1", both(), "自分で");
          refuses(
              "R-SECOND-PERSON", () -> office.desk("supervisor1").decide(asked.id(), true, "よい"));
          office.desk("supervisor2").decide(asked.id(), true, "よい");
        });
  }

  @Test
  void theTableItselfRefusesOnePersonInBothPlaces() {
    at(
        office -> {
          Approval asked = office.ask("supervisor1", both(), "自分で");
          assertThatExceptionOfType(PersistenceException.class)
              .isThrownBy(
                  () ->
                      office.execute(
                          "update madoguchi.approval set state = 'GRANTED', decided_by = asked_by,"
                              + " decided_at = asked_at, decided_reason = 'x' where id = "
                              + asked.id()))
              .withMessageContaining("approval_second_person");
        });
  }

  @Test
  void whatWasDecidedStaysInTheTable() {
    at(
        office -> {
          Approval asked = office.ask("clerk1", both(), "許可がある");
          office.desk("supervisor1").decide(asked.id(), false, "足りない");
          office.entities.flush();
          assertThatExceptionOfType(PersistenceException.class)
              .isThrownBy(
                  () ->
                      office.execute(
                          "update madoguchi.approval set state = 'GRANTED' where id = "
                              + asked.id()))
              .withMessageContaining("is kept");
        });
  }

  @Test
  void itHoldsForNoOtherApplication() {
    at(
        office -> {
          office.granted(both());
          Matter signatureOnly =
              new Matter(
                  residentId,
                  "KENSHU1",
                  ApplicationKind.NEW,
                  null,
                  Set.of(CertificateType.SIGNATURE),
                  Route.SELF);
          assertThat(office.exceptions("clerk1").usable(signatureOnly)).isEmpty();
        });
  }

  @Test
  void itHoldsOnThatDayOnly() {
    at(
        office -> {
          office.granted(both());
          Approval undecided = office.ask("clerk1", other(), "明日まで");
          clock.moveTo("2035-03-02T09:00");
          assertThat(office.exceptions("clerk1").usable(both())).isEmpty();
          assertThat(office.desk("supervisor1").waiting()).isEmpty();
          refuses(
              "exception-lapsed",
              () -> office.desk("supervisor1").decide(undecided.id(), true, "よい"));
        });
  }

  @Test
  void itIsDecidedOnce() {
    at(
        office -> {
          Approval asked = office.ask("clerk1", both(), "許可がある");
          office.desk("supervisor1").decide(asked.id(), false, "足りない");
          refuses(
              "exception-decided",
              () -> office.desk("supervisor2").decide(asked.id(), true, "足りる"));
          assertThat(office.exceptions("clerk1").usable(both())).isEmpty();
        });
  }

  @Test
  void askingAgainWhileItWaitsIsTheSameRequest() {
    at(
        office -> {
          Approval first = office.ask("clerk1", both(), "許可がある");
          assertThat(office.ask("clerk2", both(), "もう一度").id()).isEqualTo(first.id());
          office.desk("supervisor1").decide(first.id(), false, "足りない");
          assertThat(office.ask("clerk1", both(), "許可書がそろった").id()).isNotEqualTo(first.id());
        });
  }

  @Test
  void onlyWhoAskedTakesItBack() {
    at(
        office -> {
          Approval asked = office.ask("clerk1", both(), "許可がある");
          refuses("exception-of-another", () -> office.desk("clerk2").withdraw(asked.id()));
          office.desk("clerk1").withdraw(asked.id());
          assertThat(office.desk("supervisor1").waiting()).isEmpty();
          refuses(
              "exception-decided", () -> office.desk("supervisor1").decide(asked.id(), true, "よい"));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u3000"})
  void aReasonIsWritten(String nothing) {
    at(office -> refuses("exception-reason", () -> office.ask("clerk1", both(), nothing)));
  }

  @Test
  void onlyRefusalsWithAnExceptionCanBeLifted() {
    assertThat(ExceptionKind.lifting(List.of("R-WARD"))).contains(WARD);
    assertThat(ExceptionKind.lifting(List.of("R-CLOSED", "R-OUT-OF-HOURS")))
        .contains(EnumSet.of(ExceptionKind.OUT_OF_HOURS));
    assertThat(ExceptionKind.lifting(List.of("R-WARD", "R-CARD-ONLY"))).isEmpty();
    assertThat(ExceptionKind.lifting(List.of())).isEmpty();
  }

  private static void refuses(String code, Runnable act) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(act::run)
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  private static Matter both() {
    return matter(ApplicationKind.NEW);
  }

  private static Matter other() {
    return matter(ApplicationKind.RENEWAL);
  }

  private static Matter matter(ApplicationKind kind) {
    return new Matter(
        residentId, "KENSHU1", kind, null, EnumSet.allOf(CertificateType.class), Route.SELF);
  }

  /** The staff at one table. */
  private final class Staff {
    final EntityManager entities;
    private final JpaApprovals approvals;

    Staff(EntityManager entities) {
      this.entities = entities;
      this.approvals = new JpaApprovals(entities);
    }

    Exceptions exceptions(String login) {
      return new Exceptions(approvals, clock, ActingAs.somebody(login), acts);
    }

    ApprovalDesk desk(String login) {
      return new ApprovalDesk(
          approvals,
          new EmbeddedResidentRegister(entities),
          clock,
          ActingAs.somebody(login),
          acts,
          decisions);
    }

    Approval ask(String login, Matter matter, String reason) {
      Approval asked = exceptions(login).ask(matter, WARD, reason).get(0);
      entities.flush();
      return asked;
    }

    void granted(Matter matter) {
      desk("supervisor1").decide(ask("clerk1", matter, "許可がある").id(), true, "確認した");
    }

    void execute(String command) {
      entities.createNativeQuery(command).executeUpdate();
    }
  }

  private void at(Consumer<Staff> work) {
    try (EntityManager entities = TestDatabase.shared().entityManager()) {
      entities.getTransaction().begin();
      try {
        work.accept(new Staff(entities));
      } finally {
        entities.getTransaction().rollback();
      }
    }
  }
}
