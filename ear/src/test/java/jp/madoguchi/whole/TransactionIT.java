package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An act moves the tables and the process together, or neither. */
class TransactionIT {

  private static final Map<String, Object> PAPERS =
      Map.of("confirmed", List.of("APPLICANT_CARD", "SAME_PERSON"));

  @AfterEach
  void nothingIsRefusedAnyMore() {
    Tables.execute(
        "drop trigger if exists refused_by_test on madoguchi.audit_event",
        "drop trigger if exists refused_by_test on engine.act_hi_taskinst",
        "drop function if exists refused_by_test()");
  }

  @Test
  void whenATableRefusesItsRowTheProcessStaysWhereItWas() {
    Visit visit = Visit.of(22);
    assertThat(visit.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
    refuseRowsOf("madoguchi.audit_event", "new.act = 'step.done'");

    assertThat(visit.perform("check-papers", PAPERS).status()).isEqualTo(500);

    assertThat(dueStep(visit)).isEqualTo("check-papers");
    assertThat(papersOf(visit)).isZero();
    nothingIsRefusedAnyMore();
    assertThat(visit.perform("check-papers", PAPERS).status()).isEqualTo(200);
    assertThat(dueStep(visit)).isEqualTo("present-card");
  }

  @Test
  void whenTheEngineCannotMoveTheTablesStayAsTheyWere() {
    Visit visit = Visit.of(23);
    assertThat(visit.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
    refuseRowsOf("engine.act_hi_taskinst", "new.task_def_key_ = 'present-card'");

    assertThat(visit.perform("check-papers", PAPERS).status()).isEqualTo(500);

    assertThat(papersOf(visit)).isZero();
    nothingIsRefusedAnyMore();
    assertThat(dueStep(visit)).isEqualTo("check-papers");
    assertThat(visit.perform("check-papers", PAPERS).status()).isEqualTo(200);
  }

  private static String dueStep(Visit visit) {
    return visit.look().at("/nextSteps/0/step").asText();
  }

  private static long papersOf(Visit visit) {
    return Tables.count(
        "select count(*) from madoguchi.paper_check where reception_number = ?",
        visit.receptionNumber());
  }

  private static void refuseRowsOf(String table, String condition) {
    Tables.execute(
        "create or replace function refused_by_test() returns trigger language plpgsql as"
            + " $$ begin raise exception 'refused by the test'; end $$",
        "create trigger refused_by_test before insert on "
            + table
            + " for each row when ("
            + condition
            + ") execute function refused_by_test()");
  }
}
