package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.Map;
import jp.madoguchi.launcher.Counter;
import org.junit.jupiter.api.Test;

/**
 * What is kept when a part of the counter goes away in the middle of a case, and how it goes on.
 * The server itself is killed by {@link EveryInterruptionIT}.
 */
class FaultsIT {

  private static final Map<String, Object> PINS = Map.of("USER_AUTHENTICATION", "1357");

  @Test
  void aCaseGoesOnAfterTheDatabaseWasAway() throws IOException {
    Counter counter = RunningCounter.get();
    Visit visit = Visit.of(31);
    visit.apply("NEW", "USER_AUTHENTICATION");

    counter.stopDatabase();
    Api.Reply away;
    Api.Reply live;
    Api.Reply ready;
    PrometheusText figures;
    try {
      live = Api.anonymous().get("health/live");
      ready = Api.anonymous().get("health/ready");
      figures = PrometheusText.read(Api.anonymous().get("metrics").text());
      away = visit.perform("check-papers", Map.of("confirmed", new String[0]));
    } finally {
      counter.startDatabase();
    }
    assertThat(live.status()).isEqualTo(200);
    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.text()).isEqualTo("{\"status\":\"DOWN\"}");
    assertThat(figures.value("madoguchi_jobs{state=\"open\"}")).isNaN();
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.json().get("code").asText()).isEqualTo("store-unavailable");
    assertThat(away.text()).doesNotContain("Exception", "at jp.", "at org.");

    theCounterAnswers(visit);
    visit.papersChecked();
  }

  /**
   * Real: the kernel says ENOSPC to PostgreSQL. Where nobody may mount a disk, the next one holds.
   */
  @Test
  void casesGoOnAfterTheDatabasesDiskWasFull() throws IOException {
    assumeTrue(SmallDisk.possible(), "mounting a small disk needs the administrator's rights");
    Visit begun = Visit.of(37);
    begun.apply("NEW", "USER_AUTHENTICATION");
    try (SmallDisk disk = SmallDisk.under(RunningCounter.get())) {
      theCounterAnswers(begun);
      long cases = Tables.count("select count(*) from madoguchi.application");
      disk.fill();

      Visit refused = null;
      Api.Reply full = null;
      for (int resident = 141; resident <= 170 && refused == null; resident++) {
        Visit next = Visit.of(resident);
        Api.Reply reply = next.apply("NEW", "USER_AUTHENTICATION");
        cases += reply.status() == 201 ? 1 : 0;
        if (reply.status() >= 500) {
          refused = next;
          full = reply;
        }
      }
      assertThat(full).as("the disk was full before all of them were received").isNotNull();
      assertThat(full.status()).isEqualTo(503);
      assertThat(full.json().get("code").asText()).isEqualTo("store-full");
      assertThat(full.json().get("detail").asText()).contains("登録は行われていません", "管理者");
      assertThat(full.text()).doesNotContain("Exception", "at jp.", "PostgreSQL");

      disk.clear();
      assertThat(Tables.count("select count(*) from madoguchi.application")).isEqualTo(cases);
      assertThat(
              Tables.count(
                  "select count(*) from engine.act_ru_execution e where e.parent_id_ is null"
                      + " and e.super_exec_ is null and not exists (select 1 from"
                      + " madoguchi.application a where a.reception_number = e.business_key_)"
                      + " and not exists (select 1 from madoguchi.lapse l"
                      + " where 'L-' || l.id = e.business_key_)"
                      + " and not exists (select 1 from madoguchi.revocation_request r"
                      + " where 'V-' || r.id = e.business_key_)"
                      + " and not exists (select 1 from madoguchi.card_loss c"
                      + " where 'K-' || c.id = e.business_key_)"
                      + " and not exists (select 1 from madoguchi.pin_service p"
                      + " where 'P-' || p.id = e.business_key_)"))
          .as("processes of nothing that is in the tables")
          .isZero();
      assertThat(refused.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
      refused.papersChecked();
    }
    theCounterAnswers(begun);
    begun.writtenWith(PINS).handedOver();
  }

  @Test
  void aFullDiskIsNamedToProgramsAndOnTheScreenAndTheStepStaysDue() {
    Visit visit = Visit.of(38);
    visit.apply("NEW", "USER_AUTHENTICATION");
    try (Screen clerk = new Screen(1366, 768)) {
      clerk.logIn("clerk1").open("case/index.xhtml?id=" + visit.receptionNumber());
      clerk.page().locator("main input[type=checkbox]").all().forEach(Locator::check);
      Tables.execute(
          "create function full_by_test() returns trigger language plpgsql as $$ begin raise"
              + " exception 'could not extend file' using errcode = 'disk_full'; end $$",
          "create trigger full_by_test before insert on madoguchi.paper_check for each row when"
              + " (new.reception_number = '"
              + visit.receptionNumber()
              + "') execute function full_by_test()");
      try {
        Api.Reply full = visit.perform("check-papers", Map.of("confirmed", visit.toConfirm()));
        assertThat(full.status()).isEqualTo(503);
        assertThat(full.json().get("code").asText()).isEqualTo("store-full");
        clerk.press("確認を終える").waitFor("データベースの空き容量がありません").judged("case-disk-full");
      } finally {
        Tables.execute(
            "drop trigger full_by_test on madoguchi.paper_check", "drop function full_by_test()");
      }
      assertThat(visit.look().at("/nextSteps/0/step").asText()).isEqualTo("check-papers");
      // what was entered still stands there
      clerk.press("確認を終える");
      Wait.until(
          "the papers are checked",
          () -> visit.look().at("/nextSteps/0/step").asText(),
          "present-card"::equals);
    }
  }

  private static void theCounterAnswers(Visit visit) {
    Wait.until(
        "the counter answers again",
        () -> Api.as("clerk1").get("api/applications/" + visit.receptionNumber()).status(),
        status -> status == 200);
  }
}
