package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R-PINS: one PIN is changed and the other reset, on the clerk's and on the holder's screen. */
class PinsOnScreenIT {

  private static final int WIDTH = 1366;
  private static final int HEIGHT = 768;

  @Test
  void aClerkAndAHolderSetNewPins() {
    Visit issue = Visit.of(138);
    issue.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION");
    issue.writtenWith(Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468")).handedOver();
    issue.cardPutOnReader();
    try (Screen clerk = new Screen(WIDTH, HEIGHT);
        Screen holder = new Screen(WIDTH, HEIGHT)) {
      clerk.logIn("clerk1").open("pin/index.xhtml").waitFor("この方を受け付ける").judged("pin-who");
      clerk.page().getByText("この方を受け付ける").click();
      choose(clerk, "signature", "CHANGE");
      choose(clerk, "userAuthentication", "RESET");
      clerk.judged("pin-which");
      refusedToAProxy(clerk);
      clerk.press("受け付ける").waitFor("書類を1つずつ").judged("pin-papers");
      tick(clerk);
      clerk.press("確認を終える").waitFor("申請者のカードです").judged("pin-card");
      SameDayCase screens = new SameDayCase(clerk, holder);
      screens.pairTheApplicantsScreen();
      clerk.press("このカードで続ける").waitFor("暗証番号の入力を待っています").judged("pin-waits");

      holder.waitFor("署名用電子証明書の今の暗証番号を入力してください");
      holder.waitFor("あと5回間違えると").judged("customer-pin-current");
      screens.typePin("WRONG123");
      holder.waitFor("署名用電子証明書の暗証番号を決めてください");
      screens.typePin("NEW2026A");
      screens.typePin("NEW2026A");
      holder.waitFor("利用者証明用電子証明書の暗証番号を決めてください");
      screens.typePin("8350");
      screens.typePin("8350");
      holder.waitFor("あと4回間違えると").waitFor("暗証番号が違いました").judged("customer-pin-wrong");
      clerk.waitFor("今の暗証番号が違いました").judged("pin-wrong");
      holder.press("English").waitFor("After 4 more wrong tries").press("日本語");
      screens.typePin("MADO2026");

      holder.waitFor("新しい暗証番号になりました").judged("customer-pin-done");
      clerk.waitFor("新しい暗証番号を設定しました").judged("pin-give-back");
      clerk.press("カードを返した").waitFor("手続きを終えました").judged("pin-over");
      assertThat(clerk.complaints()).isEmpty();
      assertThat(holder.complaints()).isEmpty();
    }
    issue.removeCard();
  }

  private static void choose(Screen clerk, String field, String value) {
    clerk.page().locator("input[name='" + field + "'][value='" + value + "']").check();
  }

  /** What is refused stays on the page with what to do, and the form as it was. */
  private static void refusedToAProxy(Screen clerk) {
    choose(clerk, "route", "PROXY");
    clerk.press("受け付ける").waitFor("代理人(任意代理人)の方からは受け付けていません").judged("pin-refused");
    choose(clerk, "route", "SELF");
  }

  private static void tick(Screen clerk) {
    for (Locator box : clerk.page().locator("main form input[type=checkbox]").all()) {
      box.check();
    }
  }
}
