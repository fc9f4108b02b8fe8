package jp.madoguchi.whole;

import static com.microsoft.playwright.options.WaitForSelectorState.HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The other ways of somebody who acts for the applicant, on the clerk's screens; the clerk logs in
 * once, as on any day.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ProxyWaysOnScreenIT {

  /** 13 years old, in the household of both parents. */
  private static final int CHILD = 3;

  private Screen clerk;

  @BeforeAll
  void logIn() {
    Office.isOpen();
    clerk = new Screen(1366, 768).logIn("clerk1");
  }

  @AfterEach
  void nothingIsLeftForTheOthers() {
    Office.clockStandsAt(Office.TUESDAY_MORNING);
    assertThat(clerk.complaints()).isEmpty();
  }

  @AfterAll
  void logOut() {
    clerk.close();
  }

  /** R-RECHECK: the proxy comes back though there is nothing to be had any more. */
  @Test
  void whoseApplicantMovedAwayIsToldWhyAndWhatToDo() {
    Visit visit = Visit.of(183);
    String code = ProxyVisit.inThePost(visit);
    Office.clockStandsAt("2026-12-07T23:00:00+09:00");
    Registered.movedAway(visit.card(), "2026-12-05");
    Office.clockStandsAt(ProxyVisit.TWO_WEEKS_LATER);

    clerk.open("home.xhtml").waitFor("登録の変更などで終わった申請");
    Locator told =
        clerk
            .page()
            .locator("section[aria-labelledby=ended-title] tr")
            .filter(new Locator.FilterOptions().setHasText(visit.receptionNumber()));
    assertThat(told.innerText()).contains("転出", "046-000-0000");
    both("home-ended");
    clerk.open("letter/index.xhtml?tab=WAITING").waitFor("代理人の再来庁を待っているもの");
    assertThat(clerk.page().getByText(code).count()).isZero();

    clerk.page().locator("#search").fill(code);
    clerk.page().locator("#search").press("Enter");
    clerk.waitFor("の案件は終了しています").waitFor("転出先の市区町村の窓口で申請してください");
    assertThat(clerk.page().getByText("再来庁を受け付ける").count()).isZero();
    both("return-visit-ended");
    clerk.page().getByText("終わった案件を見る").click();
    clerk.waitFor("発行の条件を満たさなくなったため").waitFor("この市から転出しています");
    assertThat(clerk.page().locator(".case__history").innerText()).contains("発行せず終了(R-RESIDENT)");
    both("case-ended");
    clerk.open("letter/return.xhtml?code=" + code);
    clerk.page().getByText("この申請者の受付を始める").click();
    clerk.page().getByLabel("新規発行").check();
    clerk.waitFor("この市から転出しています");
  }

  /** What changed without ending the case is told to whoever serves the return visit. */
  @Test
  void theReturnVisitTellsThatTheRegisterChanged() {
    Visit visit = Visit.of(184);
    String code = ProxyVisit.inThePost(visit);
    Registered.change(visit.card(), Map.of("name", "改姓　見本", "kana", "カイセイ　ミホン"));
    ProxyVisit.scanned(code);
    clerk.open("case/index.xhtml?id=" + visit.receptionNumber());
    clerk.waitFor("住民票またはカードの記録が変わりました").waitFor("申請のときと同じ代理人");
    assertThat(clerk.page().locator("h1").innerText()).contains("改姓");
    both("case-register-changed");

    clerk.page().locator(".page__acts summary").click();
    clerk.press("申請を取り下げる");
    sayYes();
    clerk.waitFor("取下げを申し出た人を選んでください").judged("case-withdraw-empty");
    clerk.page().locator("input[name=withdrawnBy][value=REPRESENTATIVE]").check();
    clerk.page().locator("#reason").fill("氏名が変わったため、申請をやり直す");
    both("case-withdraw");
    clerk.press("申請を取り下げる");
    sayYes();
    clerk.waitFor("申し出た人:代理人");
    assertThat(clerk.page().locator(".case__history").innerText()).contains("取下げ(代理人)");
    both("case-withdrawn");
  }

  /** R-LEGAL-REP: on the same day, for the 利用者証明用 certificate alone. */
  @Test
  void aParentIsServedOnTheSameDay() {
    Visit visit = Visit.of(CHILD);
    Page page = clerk.page();
    clerk.open("reception/index.xhtml?resident=" + Visit.residentOf(visit.card()));
    page.getByLabel("新規発行").check();
    page.getByLabel("法定代理人").check();
    clerk.waitFor("利用者証明用電子証明書だけを申請してください").judged("reception-legal-refused");
    page.locator("input[name=types][value=SIGNATURE]").uncheck();
    clerk.waitFor("戸籍全部事項証明書");
    page.locator("#sameHousehold").check();
    page.getByText("戸籍全部事項証明書", new Page.GetByTextOptions().setExact(true))
        .waitFor(new Locator.WaitForOptions().setState(HIDDEN));
    fillProxy("研修　花子", "母");
    both("reception-legal");
    clerk.press("受付する").waitFor("手続きの流れ");
    both("case-legal");
    String number = page.url().replaceAll(".*id=", "");
    tickAll("#check-papers");
    clerk.press("確認を終える").waitFor("カードを読取機に置いてください");
    visit.cardPutOnReader();
    clerk.waitFor("申請者のカードです");
    clerk.press("このカードに書き込む").waitFor("申請者画面で暗証番号を決めていただきます");
    both("case-legal-pins");
    visit.pinsEntered(Map.of("USER_AUTHENTICATION", "1928"));
    clerk.open("case/writing.xhtml?id=" + number).waitFor("すべての証明書を書き込みました");
    clerk.open("case/index.xhtml?id=" + number).waitFor("交付を終える");
    tickAll("#hand-over");
    clerk.press("交付を終える").waitFor("交付済み");
    both("case-legal-issued");
    assertThat(page.locator(".case__papers").innerText())
        .contains("法定代理人", "利用者証明用")
        .doesNotContain("署名用電子証明書");
    visit.removeCard();
  }

  /** R-PROXY-NOTICE: one visit; and the way on when the reply cannot be taken. */
  @Test
  void aRenewalWithTheNoticesReplyIsOneVisit() {
    Visit visit = ProxyWaysByApiIT.aHolderWhoRenews(185);
    Page page = clerk.page();
    try (Setting chosen = Setting.of("proxy.notice-reply", "true")) {
      String first = receiveWithNotice(visit);
      unfold("通知書の回答書を受け付けられないとき");
      page.getByLabel("回答の期限を過ぎている").check();
      both("case-notice-refuse");
      clerk.press("照会書を送る手続きに変える");
      page.locator("#noticeInDate").waitFor(new Locator.WaitForOptions().setState(HIDDEN));
      assertThat(page.locator(".case__history").innerText()).contains("回答の期限を過ぎている");
      Api.as("clerk1")
          .post(
              "api/applications/" + first + "/withdrawal",
              Map.of("reason", "通知書の回答書を探して持参する", "by", "REPRESENTATIVE"));

      receiveWithNotice(visit);
      both("case-notice");
      tickAll("#check-papers");
      clerk.press("確認を終える").waitFor("カードを読取機に置いてください");
      visit.cardPutOnReader();
      clerk.waitFor("申請者のカードです");
      clerk.press("このカードに書き込む").waitFor("回答書に書かれた暗証番号");
      page.locator("#pin-SIGNATURE").fill("henji2026");
      page.locator("#pin-USER_AUTHENTICATION").fill("1928");
      String number = page.url().replaceAll(".*id=", "");
      clerk.press("この暗証番号で書き込む");
      page.getByText("すべての証明書を書き込みました").first().waitFor();
      clerk.open("case/index.xhtml?id=" + number).waitFor("交付を終える");
      tickAll("#hand-over");
      clerk.press("交付を終える").waitFor("交付済み");
      both("case-notice-issued");
      visit.removeCard();
    }
  }

  private String receiveWithNotice(Visit visit) {
    Page page = clerk.page();
    clerk.open("reception/index.xhtml?resident=" + Visit.residentOf(visit.card()));
    page.getByLabel("更新").check();
    page.getByLabel("任意代理人").check();
    clerk.waitFor("2回目の来庁");
    page.locator("#noticeReply").check();
    clerk.waitFor("来庁は1回で済みます");
    fillProxy("見本　花子", "配偶者");
    both("reception-notice");
    clerk.press("受付する").waitFor("手続きの流れ");
    return page.url().replaceAll(".*id=", "");
  }

  private void fillProxy(String name, String relation) {
    Page page = clerk.page();
    page.locator("#proxyName").fill(name);
    page.locator("#proxyBirthDate").fill("S57.5.4");
    page.locator("#proxyAddress").fill("神奈川県厚木市見本町三丁目17番17号");
    page.locator("#proxyRelation").fill(relation);
    page.locator("#documentKind").selectOption("DRIVING_LICENCE");
    page.locator("#documentNumber").fill(ProxyVisit.NUMBER);
    page.locator("#documentExpiresOn").fill("R11.3.1");
  }

  /** The page at both sizes. */
  private void both(String name) {
    clerk.judged(name).sized(1920, 1080).pictured(name).sized(1366, 768);
  }

  private void tickAll(String form) {
    for (Locator box : clerk.page().locator(form + " input[type=checkbox]").all()) {
      box.check();
    }
  }

  private void unfold(String words) {
    clerk
        .page()
        .locator("details", new Page.LocatorOptions().setHasText(words))
        .last()
        .locator("summary")
        .click();
  }

  private void sayYes() {
    clerk.page().locator("#ask [value=yes]").click();
  }
}
