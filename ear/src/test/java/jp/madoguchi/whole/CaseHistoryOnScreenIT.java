package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happened to a case comes from the audit trail, and the first page counts the day. */
class CaseHistoryOnScreenIT {

  @Test
  void theHistoryTellsActsWithWhoAndWhatAndKeepsTheNotes() {
    Visit visit = Visit.of(51);
    assertThat(visit.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
    visit.papersChecked();
    try (Screen clerk = new Screen(1366, 768)) {
      clerk.logIn("clerk1").open("case/index.xhtml?id=" + visit.receptionNumber());
      clerk.page().getByText("その他の操作").click();
      clerk.page().locator("#note").fill("電話で折り返す");
      clerk.press("メモを残す").waitFor("電話で折り返す");

      List<String> rows = history(clerk).allInnerTexts();
      assertThat(rows).hasSize(3); // looking at the case is not among them
      assertThat(rows.get(0)).contains("メモの記入", "電話で折り返す", "clerk1", "窓口担当");
      assertThat(rows.get(1)).contains("手順の完了");
      assertThat(rows.get(2)).contains("申請の受付");
      clerk.page().locator(".case__history").scrollIntoViewIfNeeded();
      clerk.judged("case-history");

      clerk.page().getByText("その他の操作").click();
      clerk.page().getByLabel("申請者本人").check();
      assertThat(clerk.page().locator("input[name=withdrawnBy][value=REPRESENTATIVE]").count())
          .as("nobody acts for this applicant")
          .isZero();
      clerk.page().locator("#reason").fill("都合が変わったため");
      clerk.press("申請を取り下げる");
      clerk.page().locator("#ask button[value=yes]").click();
      clerk.waitFor("都合が変わったため");
      assertThat(history(clerk).allInnerTexts()).anyMatch(row -> row.contains("取下げ(申請者本人)"));
    }
  }

  @Test
  void theFirstPageCountsTheDaySoFar() {
    Visit visit = Visit.of(52);
    assertThat(visit.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
    try (Screen clerk = new Screen(1366, 768)) {
      clerk.logIn("clerk1").waitFor("今日のこれまで").waitFor(visit.receptionNumber());
      Locator received =
          clerk
              .page()
              .locator(".figures__figure")
              .filter(new Locator.FilterOptions().setHasText("受付"))
              .first();
      assertThat(received.locator(".figures__number").innerText()).matches("[1-9][0-9]*件");
      clerk.judged("home-day");
    }
  }

  @Test
  void aWritingThatStandsStillIsShownWithItsReason() {
    Visit visit = Visit.of(53);
    assertThat(visit.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
    visit.papersChecked().cardPutOnReader().cardPresented();
    String other = Visit.of(54).card();
    Api.as("clerk1")
        .post("api/training/cards/" + visit.card() + "/remove?terminal=" + Visit.TERMINAL, null);
    Api.as("clerk1")
        .post("api/training/cards/" + other + "/insert?terminal=" + Visit.TERMINAL, null);
    try (Screen clerk = new Screen(1366, 768)) {
      Wait.until(
          "the other card is recognised",
          () -> Api.as("clerk1").get("api/terminals/" + Visit.TERMINAL + "/card").json(),
          seen -> seen.at("/card/serial").asText().equals(other));
      visit.pinsEntered(Map.of("USER_AUTHENTICATION", "2468"));
      clerk.logIn("clerk1").waitFor("止まっている書込み").waitFor("別のカードが置かれています");
      assertThat(clerk.page().locator("section[aria-labelledby=stuck-title]").innerText())
          .contains(visit.receptionNumber());
      clerk.judged("home-stuck");
    } finally {
      Api.as("clerk1")
          .post("api/training/cards/" + other + "/remove?terminal=" + Visit.TERMINAL, null);
      Api.as("clerk1")
          .post(
              "api/applications/" + visit.receptionNumber() + "/withdrawal",
              Map.of("reason", "試験の終わり"));
    }
  }

  private static Locator history(Screen clerk) {
    return clerk.page().locator(".case__history tbody tr");
  }
}
