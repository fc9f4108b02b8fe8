package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-PROXY-TWO-VISITS on the screens: both visits to the end, days apart, and what goes wrong. */
class ProxyOnScreenIT {

  private static final int WIDTH = 1366;
  private static final int HEIGHT = 768;

  @AfterEach
  void theOfficeIsWhereTheOthersExpectIt() {
    Office.clockStandsAt(Office.TUESDAY_MORNING);
  }

  @Test
  void twoVisitsAndALetterEndWithTheCertificatesOnTheCard() {
    Visit visit = Visit.of(121);
    String code;
    try (Screen clerk = new Screen(WIDTH, HEIGHT)) {
      clerk.logIn("clerk1");
      receive(clerk, visit);
      checkPapers(clerk);
      code = sendLetter(clerk);
      assertThat(clerk.complaints()).isEmpty();
    }

    Office.clockStandsAt(ProxyVisit.TWO_WEEKS_LATER);
    try (Screen clerk = new Screen(WIDTH, HEIGHT)) {
      clerk.logIn("clerk1");
      openReturnVisit(clerk, code);
      confirmProxy(clerk);
      acceptReply(clerk);
      writeOn(clerk, visit);
      search(clerk, code).waitFor("すでに使われています").judged("return-visit-answered");
      assertThat(clerk.page().getByText("再来庁を受け付ける").count()).isZero();
      assertThat(clerk.complaints()).isEmpty();
    }
  }

  @Test
  void eachRefusalAtTheReturnVisitHasItsWayOn() {
    Visit visit = Visit.of(122);
    String code = ProxyVisit.inThePost(visit);
    try (Screen clerk = new Screen(WIDTH, HEIGHT)) {
      clerk.logIn("clerk1");
      search(clerk, code.substring(0, 14) + (code.charAt(14) == '7' ? '8' : '7'))
          .waitFor("照会書の番号が正しくありません")
          .judged("return-visit-wrong-code");
      openReturnVisit(clerk, code);
      unfold(clerk, "別の人が来たとき");
      clerk.press("別の人が来たと記録する");
      sayYes(clerk);
      clerk.waitFor("代理人の再来庁を待っています");
      refuse(clerk, visit, code, "INCOMPLETE", "記入されていない、または読めない欄がある");
      refuse(clerk, visit, code, "UNSIGNED", "申請者の署名がない");
      refuse(clerk, visit, code, "NO_POWER_OF_ATTORNEY", "委任状がない");
      refuse(clerk, visit, code, "OTHER_LETTER", "別の照会書の回答書が入っている");
      openReturnVisit(clerk, code);
      proveByOtherDocument(clerk, visit);
      refuseUnsealedReply(clerk);
      clerk.waitFor("前の照会書は使えなくなります").judged("case-print-letter-again");
      clerk.page().locator("#letterReason").fill("封がされていなかったため");
      clerk.press("照会書を作る").waitFor("回答の期限は、発送した日から数えます");
      clerk.press("発送した").waitFor("代理人の再来庁を待っています");
      menu(clerk, "本人が来庁した");
      clerk.waitFor("申請者本人が来庁しました").judged("case-in-person");
      tickAll(clerk, "#check-papers-in-person");
      clerk.press("確認を終える").waitFor("申請者のカードを読取機に置いてください");
      assertThat(clerk.complaints()).isEmpty();
    } finally {
      visit.withdrawn();
    }
  }

  @Test
  void aReturnedLetterIsHandledAndALostOneMadeAnew() {
    Visit visit = Visit.of(123);
    String code = ProxyVisit.inThePost(visit);
    try (Screen clerk = new Screen(WIDTH, HEIGHT)) {
      clerk.logIn("clerk1");
      clerk.open("case/index.xhtml?id=" + visit.receptionNumber());
      menu(clerk, "新しい照会書を送る");
      clerk.waitFor("前の照会書は使えなくなります");
      clerk.page().locator("#letterReason").fill("紛失したため");
      clerk.press("照会書を作る").waitFor("回答の期限は、発送した日から数えます");
      clerk.press("発送した").waitFor("代理人の再来庁を待っています");
      search(clerk, code).waitFor("この照会書(" + code + ")は無効です");
      String second = visit.look().at("/letters/0/code").asText();
      Api.as("clerk1")
          .post("api/letters/" + second + "/undelivered", Map.of("reason", "あて所に尋ねあたりません"));
      clerk.open("case/index.xhtml?id=" + visit.receptionNumber());
      clerk.waitFor("戻った理由:あて所に尋ねあたりません").judged("case-undelivered");
      clerk.page().locator("#handled").fill("電話で住所を確かめた");
      clerk.press("新しい照会書を作る").waitFor("前の照会書は使えなくなります");
      assertThat(clerk.complaints()).isEmpty();
    } finally {
      visit.withdrawn();
    }
  }

  /** R-LEGAL-REP: only a legal representative is asked about the household. */
  @Test
  void eachKindOfProxyIsAskedWhatConcernsIt() {
    Visit visit = Visit.of(124);
    try (Screen clerk = new Screen(WIDTH, HEIGHT)) {
      clerk.logIn("clerk1");
      clerk.open("reception/index.xhtml?resident=" + Visit.residentOf(visit.card()));
      Page page = clerk.page();
      page.getByLabel("新規発行").check();
      assertThat(page.locator("#proxyName").isVisible()).isFalse();
      page.getByLabel("任意代理人").check();
      page.locator("#proxyName").waitFor();
      assertThat(page.locator("#sameHousehold").isVisible()).isFalse();
      page.getByLabel("法定代理人").check();
      page.locator("#sameHousehold").waitFor();
      clerk.judged("reception-legal-representative");
      page.getByLabel("本人", new Page.GetByLabelOptions().setExact(true)).check();
      assertThat(page.locator("#proxyName").isVisible()).isFalse();
    }
  }

  // --- the first visit ---

  private static void receive(Screen clerk, Visit visit) {
    long resident = Visit.residentOf(visit.card());
    clerk.open("reception/index.xhtml?resident=" + resident);
    Page page = clerk.page();
    page.getByLabel("新規発行").check();
    page.getByLabel("任意代理人").check();
    for (Locator type : page.locator("input[name*=types]").all()) {
      type.check();
    }
    clerk.waitFor("2回目の来庁");
    clerk.sized(WIDTH, 2400).judged("reception-proxy-tall").sized(WIDTH, HEIGHT);
    clerk.press("受付する").waitFor("代理人の氏名を入力してください").judged("reception-proxy-empty");
    page.locator("#proxyName").fill("見本　花子");
    page.locator("#proxyBirthDate").fill("S57.5.4");
    page.locator("#proxyAddress").fill("神奈川県厚木市見本町三丁目17番17号");
    page.locator("#proxyRelation").fill("配偶者");
    page.locator("#documentKind").selectOption("DRIVING_LICENCE");
    page.locator("#documentNumber").fill(ProxyVisit.NUMBER);
    page.locator("#documentExpiresOn").fill("R8.11.23");
    page.waitForTimeout(1500);
    assertThat(draftOf(clerk, "reception-" + resident))
        .contains("見本")
        .doesNotContain(ProxyVisit.NUMBER);
    clerk.press("受付する").waitFor("有効期限が切れています").judged("reception-proxy-expired");
    assertThat(page.locator("#documentExpiresOn-error").innerText()).contains("有効期限が切れています");
    page.locator("#documentExpiresOn").fill("R11.3.1");
    clerk.press("受付する").waitFor("手続きの流れ").judged("case-proxy");
  }

  private static String draftOf(Screen clerk, String key) {
    return String.valueOf(
        clerk
            .page()
            .evaluate(
                "key => fetch('/api/drafts/' + key, {headers: {'X-Madoguchi': '1'}})"
                    + ".then(answer => answer.text())",
                key));
  }

  private static void checkPapers(Screen clerk) {
    tickAll(clerk, "#check-papers");
    clerk.press("確認を終える").waitFor("照会書を作ります").judged("case-print-letter");
    assertThat(clerk.page().locator(".case__papers").innerText())
        .contains("見本")
        .contains("…" + ProxyVisit.NUMBER.substring(ProxyVisit.NUMBER.length() - 4))
        .doesNotContain(ProxyVisit.NUMBER);
  }

  private static String sendLetter(Screen clerk) {
    clerk.press("照会書を作る").waitFor("回答の期限は、発送した日から数えます").judged("case-post-letter");
    clerk.press("発送した").waitFor("代理人の再来庁を待っています").judged("case-awaits");
    clerk.waitFor("令和8年12月24日");
    return clerk.page().locator(".case__step a.number").innerText();
  }

  // --- the return visit ---

  private static Screen search(Screen clerk, String code) {
    clerk.page().locator("#search").fill(code);
    clerk.page().locator("#search").press("Enter");
    return clerk;
  }

  private static void openReturnVisit(Screen clerk, String code) {
    search(clerk, code).waitFor("この照会書の案件").judged("return-visit");
    clerk.press("再来庁を受け付ける").waitFor("申請のときと同じ代理人").judged("case-confirm-proxy");
  }

  private static void confirmProxy(Screen clerk) {
    fillDocument(clerk, "same", "DRIVING_LICENCE", "9999999999", "R11.3.1");
    clerk.press("同じ代理人と確かめた").waitFor("申請のときのものと違います").judged("case-other-number");
    assertThat(clerk.page().locator("#sameNumber-error").innerText()).contains("申請のときのものと違います");
    fillDocument(clerk, "same", "DRIVING_LICENCE", "45 1234 5678", "R11.3.1");
    clerk.press("同じ代理人と確かめた").waitFor("代理人の前で開けてください").judged("case-check-reply");
  }

  private static void fillDocument(
      Screen clerk, String prefix, String kind, String number, String expiresOn) {
    clerk.page().locator("#" + prefix + "Kind").selectOption(kind);
    clerk.page().locator("#" + prefix + "Number").fill(number);
    clerk.page().locator("#" + prefix + "ExpiresOn").fill(expiresOn);
  }

  private static void acceptReply(Screen clerk) {
    clerk.press("回答書を受け付ける").waitFor("確認した原本を選んでください");
    tickAll(clerk, "#accept-reply");
    clerk.press("回答書を受け付ける").waitFor("カードを読取機に置いてください");
  }

  private static void writeOn(Screen clerk, Visit visit) {
    Page page = clerk.page();
    String number = page.url().replaceAll(".*id=", "");
    Api.as("clerk1").post("api/training/cards/" + visit.card() + "/insert?terminal=T1", Map.of());
    clerk.waitFor("申請者のカードです");
    clerk.press("このカードに書き込む").waitFor("回答書に書かれた暗証番号").judged("case-reply-pins");
    page.locator("#pin-SIGNATURE").fill("henji");
    clerk.press("この暗証番号で書き込む");
    assertThat(page.locator("#pin-SIGNATURE").getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.locator("#pin-SIGNATURE").getAttribute("type")).isEqualTo("password");
    page.locator("#pin-SIGNATURE").fill("henji2026");
    page.locator("#pin-USER_AUTHENTICATION").fill("1928");
    page.locator("[data-pin=SIGNATURE] button").click();
    assertThat(page.locator("#pin-SIGNATURE").getAttribute("type")).isEqualTo("text");
    assertThat(page.locator("#pin-SIGNATURE").inputValue()).isEqualTo("HENJI2026");
    clerk.judged("case-reply-pins-typed");
    clerk.press("この暗証番号で書き込む");
    page.getByText("すべての証明書を書き込みました").first().waitFor();
    clerk
        .open("case/index.xhtml?id=" + number)
        .waitFor("申請者の控えになる電子証明書の写しを、代理人にお渡しください")
        .judged("case-proxy-hand-over");
    tickAll(clerk, "#hand-over");
    clerk.press("交付を終える").waitFor("交付済み").judged("case-proxy-issued");
    Api.as("clerk1").post("api/training/cards/" + visit.card() + "/remove?terminal=T1", Map.of());
  }

  private static void proveByOtherDocument(Screen clerk, Visit visit) {
    unfold(clerk, "別の本人確認書類を持ってきたとき");
    clerk.page().locator("#otherReason").fill("免許証を返納し、旅券を持参した");
    clerk.press("別の書類の承認を求める");
    unfold(clerk, "別の本人確認書類を持ってきたとき");
    clerk.waitFor("係長の決裁を待っています").judged("case-other-document-asked");
    clerk.page().locator("#sameNumber").fill("4512");
    long request =
        Tables.count(
            "select max(id) from madoguchi.approval where exception = 'OTHER_DOCUMENT'"
                + " and resident_id = ?",
            Visit.residentOf(visit.card()));
    Api.as("supervisor1")
        .post(
            "api/approvals/" + request + "/decision",
            Map.of("granted", true, "reason", "本人に間違いないため"));
    clerk.waitFor("supervisor1が例外を認めました").waitFor("本人に間違いないため");
    clerk.page().locator("#other-standing").scrollIntoViewIfNeeded();
    clerk.judged("case-other-document").sized(1920, 1080).pictured("case-other-document");
    clerk.sized(WIDTH, HEIGHT);
    assertThat(clerk.page().locator("#other-standing").getAttribute("aria-live"))
        .isEqualTo("polite");
    assertThat(clerk.page().locator("#sameNumber").inputValue())
        .as("the page shows the decision by itself, and leaves what was typed")
        .isEqualTo("4512");
    fillDocument(clerk, "other", "PASSPORT", "TK1234567", "2030-01-01");
    clerk.press("別の書類で同じ代理人と確かめた").waitFor("代理人の前で開けてください");
  }

  /** The same proxy is there, and is asked to come again with what was found put right. */
  private static void refuse(Screen clerk, Visit visit, String code, String finding, String words) {
    search(clerk, code);
    clerk.press("再来庁を受け付ける").waitFor("申請のときと同じ代理人");
    fillDocument(clerk, "same", "DRIVING_LICENCE", "45 1234 5678", "R11.3.1");
    clerk.press("同じ代理人と確かめた").waitFor("代理人の前で開けてください");
    unfold(clerk, "受け付けられないとき");
    clerk.page().getByLabel(words).check();
    clerk.page().getByLabel("もう一度来庁").check();
    clerk.press("受け付けないと記録する").waitFor("代理人の再来庁を待っています");
    assertThat(visit.look().get("visits"))
        .anySatisfy(one -> assertThat(one.path("replyFinding").asText()).isEqualTo(finding));
  }

  private static void refuseUnsealedReply(Screen clerk) {
    unfold(clerk, "受け付けられないとき");
    Page page = clerk.page();
    page.getByLabel("封がされていない").check();
    page.getByLabel("もう一度来庁").check();
    clerk.judged("case-refuse-reply");
    clerk.press("受け付けないと記録する").waitFor("封がされていない回答書は受け付けられません");
    assertThat(page.locator("#wayOn-error").innerText()).contains("封がされていない回答書");
    page.getByLabel("新しい照会書を送る").check();
    clerk.press("受け付けないと記録する");
  }

  private static void tickAll(Screen clerk, String form) {
    for (Locator box : clerk.page().locator(form + " input[type=checkbox]").all()) {
      box.check();
    }
  }

  /** Opens what is folded away, unless it stands open. */
  private static void unfold(Screen clerk, String words) {
    Locator details =
        clerk.page().locator("details", new Page.LocatorOptions().setHasText(words)).last();
    details.waitFor();
    if (details.getAttribute("open") == null) {
      details.locator("summary").click();
    }
  }

  private static void menu(Screen clerk, String words) {
    clerk.page().locator(".page__acts summary").click();
    clerk.press(words);
    sayYes(clerk);
  }

  private static void sayYes(Screen clerk) {
    clerk.page().locator("#ask [value=yes]").click();
  }
}
