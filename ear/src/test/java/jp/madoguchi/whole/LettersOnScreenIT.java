package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-LETTER-STATES on the screens: letters are posted together, waited for, and brought back. */
class LettersOnScreenIT {

  private final Api clerk = Api.as("clerk1");

  @AfterEach
  void theOfficeIsWhereTheOthersExpectIt() {
    Office.clockStandsAt(Office.TUESDAY_MORNING);
  }

  @Test
  void aPrintedLetterIsPostedAndThenRecordedAsUndelivered() {
    Visit visit = Visit.of(131);
    String code = printed(visit);
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("clerk1").judged("home-letters");
      screen.page().locator("main a[href*='tab=TO_POST']").click();
      screen.waitFor(code).judged("letters-to-post");

      screen.press("発送を確認する").waitFor("照会書が選ばれていません");
      row(screen, code).getByRole(AriaRole.CHECKBOX).check();
      screen.press("発送を確認する").waitFor("1通の発送を確認しました");
      assertThat(row(screen, code).count()).isZero();
      assertThat(visit.look().at("/letters/0/dueOn").asText()).isEqualTo("2026-12-24");

      tab(screen, "WAITING");
      assertThat(row(screen, code).innerText()).contains("令和8年12月24日(木)", "あと30日");
      row(screen, code).getByRole(AriaRole.LINK).last().click();
      screen.waitFor("戻ってきた理由").judged("letters-undelivered-form");
      screen.press("返戻を記録する");
      screen.page().locator("#note-error .field__error").waitFor();
      screen.page().getByLabel("その他", new Page.GetByLabelOptions().setExact(true)).check();
      screen.press("返戻を記録する");
      screen.page().locator("#copied-error .field__error").waitFor();
      screen.judged("letters-undelivered-refused");
      screen.page().getByLabel("あて所に尋ねあたりません").check();
      screen.press("返戻を記録する").waitFor("返戻を記録しました");

      assertThat(row(screen, code).innerText()).contains("あて所に尋ねあたりません", "返戻");
      screen.judged("letters-undelivered");
      assertThat(visit.look().at("/nextSteps/0/step").asText()).isEqualTo("handle-undelivered");
      row(screen, code).getByRole(AriaRole.LINK).click();
      screen.page().waitForURL(address -> address.contains(visit.receptionNumber()));
      screen.open("home.xhtml").waitFor("返戻");
      assertThat(returnedOnHome(screen)).isNotEqualTo("0通");
      assertThat(screen.complaints()).isEmpty();
    }
    visit.withdrawn();
  }

  @Test
  void theBoxAboveChoosesAllAndSaysWhenOnlySomeAreChosen() {
    Visit one = Visit.of(132);
    Visit other = Visit.of(133);
    String first = printed(one);
    String second = printed(other);
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("clerk1").open("letter/index.xhtml").waitFor(second);
      Locator all = screen.page().locator("#all");
      Locator boxes = screen.page().locator("input[name=code]");
      all.check();
      assertThat(screen.page().locator("input[name=code]:checked").count())
          .isEqualTo(boxes.count());
      row(screen, first).getByRole(AriaRole.CHECKBOX).uncheck();
      assertThat(all.isChecked()).isFalse();
      assertThat((Boolean) all.evaluate("box => box.indeterminate")).isTrue();

      // Another clerk posts a chosen letter meanwhile: nothing is posted, and what was chosen
      // stays.
      row(screen, first).getByRole(AriaRole.CHECKBOX).check();
      assertThat(one.perform("post-letter", Map.of()).status()).isEqualTo(200);
      screen.press("発送を確認する").waitFor("この照会書(" + first + ")は、すでに発送されています");
      assertThat(row(screen, first).count()).isZero();
      assertThat(row(screen, second).getByRole(AriaRole.CHECKBOX).isChecked()).isTrue();
      assertThat(other.look().at("/letters/0/state").asText()).isEqualTo("PRINTED");
      screen.press("発送を確認する").waitFor("発送を確認しました");
      assertThat(other.look().at("/letters/0/state").asText()).isEqualTo("POSTED");
    }
    one.withdrawn();
    other.withdrawn();
  }

  @Test
  void aLetterThatIsDueSoonStandsFirstAndOneThatNobodyAnsweredIsOverdue() {
    Visit visit = Visit.of(134);
    String code = printed(visit);
    assertThat(visit.perform("post-letter", Map.of()).status()).isEqualTo(200);
    Office.clockStandsAt("2026-12-24T09:00:00+09:00");
    Wait.until(
        "the list speaks of it",
        () -> clerk.get("api/letters?which=WAITING").text(),
        list -> list.contains(code) && list.contains("\"reminded\":true"));
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("clerk1").open("letter/index.xhtml?tab=WAITING").waitFor(code);
      assertThat(row(screen, code).innerText()).contains("期限が近い", "本日まで");
      screen.judged("letters-due-soon");
      screen.open("letter/index.xhtml?tab=WAITING&letter=nonsense").waitFor("回答待ちにありません");
    }
    Office.clockStandsAt("2026-12-25T00:30:00+09:00");
    Wait.until(
        "the case has lapsed", visit::look, seen -> seen.get("status").asText().equals("LAPSED"));
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("clerk1").open("letter/index.xhtml?tab=OVERDUE").waitFor(code);
      screen.waitFor("閉庁中 次は12月25日(金) 8:30").judged("letters-overdue");
    }
  }

  private static Locator row(Screen screen, String code) {
    return screen.page().locator("tbody tr", new Page.LocatorOptions().setHasText(code));
  }

  private static void tab(Screen screen, String which) {
    screen.page().locator(".tabs a[href*='" + which + "']").click();
    screen.page().locator(".tabs a[href*='" + which + "'][aria-current]").waitFor();
  }

  private static String returnedOnHome(Screen screen) {
    return screen
        .page()
        .locator(".figures__figure:has(a[href*='tab=UNDELIVERED']) .figures__number")
        .innerText();
  }

  private static String printed(Visit visit) {
    Map<String, Object> form = visit.form("NEW", null, "SIGNATURE");
    form.put("route", "PROXY");
    form.put(
        "proxy",
        Map.of(
            "name", "見本　花子",
            "birthDate", "1982-05-04",
            "address", "神奈川県厚木市見本町三丁目17番17号",
            "relation", "配偶者",
            "document",
                Map.of(
                    "kind", "DRIVING_LICENCE", "number", "4512345678", "expiresOn", "2029-03-01")));
    Api.Reply received = visit.apply(form);
    assertThat(received.status()).as(received.text()).isEqualTo(201);
    assertThat(visit.perform("check-papers", Map.of("confirmed", visit.toConfirm())).status())
        .isEqualTo(200);
    Api.Reply printed = visit.perform("print-letter", Map.of());
    assertThat(printed.status()).as(printed.text()).isEqualTo(200);
    return printed.json().at("/letters/0/code").asText();
  }
}
