package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public guide: the counter's decisions for whoever asks, of whom nothing is kept. */
class GuideIT {

  private static final int TELEPHONE = 390;

  @BeforeEach
  void theOfficeIsOpen() {
    Office.isOpen();
  }

  @Test
  void anAdultInPersonIsToldWhatToBringTheFeeAndUntilWhen() {
    try (Screen screen = telephone("guide")) {
      fill(screen, "birthDate", "S55.2.17");
      fill(screen, "cardExpiry", "R16.2.17");
      ask(screen);
      assertThat(verdict(screen)).contains("申請できます");
      assertThat(answer(screen))
          .contains("1回(その日に受け取れます)", "無料", "申請者本人のマイナンバーカード")
          .contains("署名用電子証明書の有効期限", "令和13年(2031年)2月17日(月)まで");
      assertThat(screen.page().title()).startsWith("調べた結果: 申請できます");
      screen.judged("guide-self");
      nothingIsKept(screen);
    }
  }

  @Test
  void aProxyIsToldOfTwoVisitsWithThePapersOfEach() {
    try (Screen screen = telephone("guide")) {
      choose(screen, "route", "PROXY");
      ask(screen);
      assertThat(answer(screen)).contains("2回(申請する日と、受け取る日)", "同じ代理人の来庁が必要です");
      List<String> first = papers(screen, 1);
      List<String> second = papers(screen, 2);
      assertThat(first).hasSize(2).anyMatch(paper -> paper.contains("代理人の本人確認書類"));
      assertThat(second)
          .hasSize(4)
          .anyMatch(paper -> paper.contains("回答書"))
          .anyMatch(paper -> paper.contains("委任状"));
      assertThat(screen.page().locator("#answer .guide-steps > li").count()).isEqualTo(4);
      screen.judged("guide-proxy");
      nothingIsKept(screen);
    }
  }

  @Test
  void aFourteenYearOldIsRefusedUntilTheFifteenthBirthday() {
    try (Screen screen = telephone("guide")) {
      fill(screen, "birthDate", "平成24年3月3日");
      screen.page().locator("input[name=types][value=USER_AUTHENTICATION]").uncheck();
      ask(screen);
      assertThat(verdict(screen)).contains("申請できません", "最初の日は、令和9年3月3日(水)です");
      assertThat(answer(screen)).contains("15歳未満", "令和9年3月3日(水)から申請できます");
      screen.judged("guide-child");
      nothingIsKept(screen);
    }
  }

  @Test
  void aResidentRegisterCardIsPointedToTheMyNumberCard() {
    try (Screen screen = telephone("guide")) {
      choose(screen, "cardKind", "JUKI");
      ask(screen);
      assertThat(verdict(screen)).contains("申請できません");
      assertThat(answer(screen)).contains("住民基本台帳カードには", "1か月から1か月半");
      nothingIsKept(screen);
    }
  }

  @Test
  void aReissueAfterLossCostsAndARenewalTellsTheSixthBirthday() {
    try (Screen screen = telephone("guide")) {
      assertThat(screen.page().locator("#reissueReason-group").isVisible()).isFalse();
      choose(screen, "kind", "REISSUANCE");
      assertThat(screen.page().locator("#reissueReason-group").isVisible()).isTrue();
      ask(screen);
      assertThat(answer(screen)).contains("200円", "手数料は1回分です");
      choose(screen, "kind", "RENEWAL");
      fill(screen, "birthDate", "1980-02-17");
      fill(screen, "currentExpiry", "R9.2.17");
      ask(screen);
      assertThat(answer(screen)).contains("無料", "令和14年(2032年)2月17日(火)まで");
    }
  }

  @Test
  void onAClosedDayItSaysWhyAndWhenTheCounterOpensNext() {
    try (Screen screen = telephone("guide")) {
      assertThat(screen.page().locator("#now").textContent()).contains("17:15まで");
      Office.clockStandsAt("2026-12-30T10:00:00+09:00");
      screen.open("guide");
      assertThat(screen.page().locator("#now").textContent()).contains("年末年始", "令和9年1月4日(月) 8:30");
      assertThat(screen.page().locator(".guide-week tbody tr").first().textContent())
          .contains("12月30日(水)", "お休み", "年末年始");
      screen.judged("guide-closed");
    } finally {
      Office.clockStandsAt(Office.TUESDAY_MORNING);
    }
  }

  @Test
  void aVisitOnAClosedDayIsRefusedWithTheNextOpening() {
    try (Screen screen = telephone("guide")) {
      assertThat(screen.page().locator("#hours").textContent()).contains("12月29日(火)", "年末年始");
      fill(screen, "visit", "20261230");
      ask(screen);
      assertThat(verdict(screen)).contains("令和9年1月4日(月)");
      assertThat(answer(screen)).contains("閉庁日です(年末年始)", "お休み(年末年始)");
    }
  }

  @Test
  void whatIsWrongWithADateIsSaidAtItsField() {
    try (Screen screen = telephone("guide")) {
      fill(screen, "birthDate", "平成31年5月1日");
      fill(screen, "visit", "2026-11-23");
      screen.press("調べる");
      screen.waitFor("その日は平成ではありません");
      assertThat(screen.page().locator("#birthDate").getAttribute("aria-invalid"))
          .isEqualTo("true");
      assertThat(screen.page().locator("#visit-error").textContent()).contains("過ぎた日です");
      assertThat(screen.page().locator("#birthDate").inputValue()).isEqualTo("平成31年5月1日");
      screen.judged("guide-wrong-date");
      nothingIsKept(screen);
    }
  }

  @Test
  void theWholeGuideIsInEnglish() {
    try (Screen screen = telephone("guide")) {
      screen.page().getByText("English", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(screen.page().locator("html").getAttribute("lang")).isEqualTo("en");
      fill(screen, "birthDate", "1980-02-17");
      choose(screen, "route", "PROXY");
      ask(screen);
      assertThat(URI.create(screen.page().url()).getPath()).isEqualTo("/guide/en");
      assertThat(answer(screen))
          .contains("Two (to apply, and to receive)", "Monday 17 February 2031")
          .contains("What to bring on the second visit", "The power of attorney")
          .doesNotContainPattern("[\\p{IsHiragana}&&[^の]]");
      screen.judged("guide-english");
      nothingIsKept(screen);
    }
  }

  @Test
  void theGuideSpeaksEasyJapanese() {
    try (Screen screen = telephone("guide/easy")) {
      choose(screen, "cardKind", "JUKI");
      ask(screen);
      assertThat(verdict(screen)).contains("申しこみが できません。わけは 1つです。");
      assertThat(answer(screen)).contains("新しく 入れることが できません");
      screen.judged("guide-easy");
      nothingIsKept(screen);
    }
  }

  @ParameterizedTest
  @CsvSource({"320, 640", "1366, 768"})
  void fitsTheScreen(int width, int height) {
    try (Screen screen = new Screen(width, height)) {
      for (String address : List.of("guide", "guide/easy", "guide/en")) {
        screen.open(address).judged(address.replace('/', '-'));
        choose(screen, "route", "PROXY");
        fill(screen, "birthDate", "1980-02-17");
        ask(screen);
        screen.judged(address.replace('/', '-') + "-answer");
      }
      assertThat(screen.complaints()).isEmpty();
    }
  }

  @Test
  void onPaperTheAnswerStandsWithoutTheForm() {
    try (Screen screen = new Screen(1366, 768)) {
      screen.open("guide");
      choose(screen, "route", "PROXY");
      ask(screen);
      // The page's own script shows it, a moment after the answer.
      screen.page().locator("#print").waitFor();
      screen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (String hidden : List.of("#ask", "#print", "#now", "#about")) {
        assertThat(screen.page().locator(hidden).isVisible()).as(hidden).isFalse();
      }
      for (String shown : List.of("#answer", "#papers-2", "#hours", "#place", ".guide-printed")) {
        assertThat(screen.page().locator(shown).isVisible()).as(shown).isTrue();
      }
      screen.judged("guide-print");
    }
  }

  @Test
  void worksWithoutScripts() {
    try (Screen screen = Screen.withoutScripts(TELEPHONE, 844)) {
      screen.open("guide");
      assertThat(screen.page().locator("#reissueReason-group").isVisible()).isFalse();
      choose(screen, "kind", "REISSUANCE");
      assertThat(screen.page().locator("#reissueReason-group").isVisible()).isTrue();
      ask(screen);
      assertThat(answer(screen)).contains("200円");
      assertThat(screen.page().locator("#print").isVisible()).isFalse();
      nothingIsKept(screen);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // no state
        "jakarta.faces.ViewState=-1:2", // the state of another page
        "jakarta.faces.ViewState=forged&birthDate=1980-02-17"
      })
  void aFormThatIsNotTheGuidesIsAnsweredWithTheGuide(String form) throws Exception {
    HttpResponse<String> answer = post("guide/en", form);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/guide/en");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void aFormWithValuesThatNobodyCouldChooseIsAnsweredOnThePage() throws Exception {
    HttpResponse<String> answer =
        post(
            "guide",
            "jakarta.faces.ViewState=stateless&guide=guide&check=&route=FRIEND&kind=NEW"
                + "&types=SIGNATURE&cardKind=MY_NUMBER");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("もう一度選んでください").doesNotContain("id=\"answer\"");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "error/not-found.xhtml, 200", // what an error shows
    "guide?jakarta.faces.ViewState=stateless&birthDate=1980-02-17, 303" // a form in an address
  })
  void whoOnlyReadsGetsNoSession(String path, int status) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(RunningCounter.get().address() + path)).build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void nothingThatWasTypedReachesALog() throws IOException {
    try (Screen screen = telephone("guide")) {
      fill(screen, "birthDate", "S12.3.19");
      ask(screen);
      fill(screen, "birthDate", "平成12年13月19日");
      screen.press("調べる");
      screen.waitFor("暦にない日付です");
    }
    try (Stream<Path> files = Files.walk(RunningCounter.data())) {
      for (Path log : files.filter(file -> file.toString().contains(".log")).toList()) {
        assertThat(new String(Files.readAllBytes(log), StandardCharsets.UTF_8))
            .as(log.toString())
            .doesNotContain("S12.3.19", "1937-03-19", "12年13月19日");
      }
    }
  }

  @Test
  void theLoginPageLeadsToTheGuideAndTrainingIsNotToBeFoundBySearchEngines() {
    try (Screen screen = telephone("login.xhtml")) {
      screen.page().getByText("手続きのご案内").click();
      assertThat(URI.create(screen.page().url()).getPath()).isEqualTo("/guide");
      assertThat(screen.page().locator("meta[name=robots]").getAttribute("content"))
          .isEqualTo("noindex");
      assertThat(screen.page().locator(".top__training").textContent()).contains("研修");
      assertThat(screen.page().locator("nav.side").count()).isZero();
    }
  }

  private static Screen telephone(String address) {
    return new Screen(TELEPHONE, 844).open(address);
  }

  private static void choose(Screen screen, String field, String value) {
    screen.page().locator("input[name=" + field + "][value=" + value + "]").check();
  }

  private static void fill(Screen screen, String field, String text) {
    screen.page().locator("#" + field).fill(text);
  }

  private static void ask(Screen screen) {
    screen.page().locator("#check").click();
    screen.page().locator("#answer").waitFor();
  }

  private static String verdict(Screen screen) {
    return screen.page().locator("#verdict").textContent();
  }

  private static String answer(Screen screen) {
    return screen.page().locator("#answer").textContent();
  }

  private static List<String> papers(Screen screen, int visit) {
    return screen
        .page()
        .locator("section[aria-labelledby=papers-" + visit + "] li")
        .allTextContents();
  }

  /** No cookie, and nothing of what was typed in the address. */
  private static void nothingIsKept(Screen screen) {
    assertThat(screen.page().context().cookies()).isEmpty();
    assertThat(URI.create(screen.page().url()).getQuery()).isNull();
  }

  private static HttpResponse<String> post(String path, String form) throws Exception {
    String address = RunningCounter.get().address();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.replaceFirst("/$", ""))
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
