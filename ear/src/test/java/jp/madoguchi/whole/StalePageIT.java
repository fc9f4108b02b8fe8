package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever acts on a case that moved on meanwhile is told what happened and what is due now. */
class StalePageIT {

  @Test
  void aProgramIsToldWhereTheCaseIsAndWhatHappenedSince() {
    Visit visit = Visit.of(72);
    visit.apply("NEW", "USER_AUTHENTICATION");
    String seen = visit.look().get("seen").asText();
    Map<String, Object> confirmed = Map.of("confirmed", visit.toConfirm());
    visit.papersChecked();

    Api.Reply late =
        Api.as("clerk1")
            .post(
                "api/applications/"
                    + visit.receptionNumber()
                    + "/steps/check-papers?seen="
                    + java.net.URLEncoder.encode(seen, java.nio.charset.StandardCharsets.UTF_8),
                confirmed);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().get("code").asText()).isEqualTo("step-not-due");
    assertThat(late.json().at("/nextSteps/0/step").asText()).isEqualTo("present-card");
    assertThat(late.json().get("holder").asText()).isEqualTo("clerk1");
    assertThat(late.json().get("changed"))
        .extracting(one -> one.get("what").asText())
        .anyMatch(what -> what.contains("書類を確認する"));
    visit.withdrawn();
  }

  @Test
  void aPageThatIsLateSaysWhatHappenedAndShowsTheStepThatIsDue() {
    Visit visit = Visit.of(73);
    visit.apply("NEW", "USER_AUTHENTICATION");
    try (Screen clerk = new Screen(1366, 768)) {
      clerk.logIn("clerk1").open("case/index.xhtml?id=" + visit.receptionNumber());
      for (Locator box : clerk.page().locator("main .step-form input[type=checkbox]").all()) {
        box.check();
      }
      visit.papersChecked();

      clerk.press("確認を終える").waitFor("この画面を開いた後に案件が進んだため").judged("case-moved-on");

      clerk.waitFor("その間の記録:手順の完了(書類を確認する)(clerk1)").waitFor("申請者のカードを読取機に置いてください");
      assertThat(papersOf(visit)).isEqualTo(1);
      assertThat(clerk.complaints()).isEmpty();
    }
    visit.withdrawn();
  }

  @Test
  void aPageWhoseCaseWasTakenOverSaysWhoHasItNow() {
    Visit visit = Visit.of(74);
    visit.apply("NEW", "USER_AUTHENTICATION");
    try (Screen clerk = new Screen(1366, 768)) {
      clerk.logIn("clerk1").open("case/index.xhtml?id=" + visit.receptionNumber());
      for (Locator box : clerk.page().locator("main .step-form input[type=checkbox]").all()) {
        box.check();
      }
      Api.as("clerk2").post("api/applications/" + visit.receptionNumber() + "/holder", Map.of());

      clerk.press("確認を終える").waitFor("担当はclerk2さんです");

      assertThat(papersOf(visit)).isZero();
    }
  }

  private static long papersOf(Visit visit) {
    return Tables.count(
        "select count(*) from madoguchi.paper_check where reception_number = ?",
        visit.receptionNumber());
  }
}
