package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole same-day case on the screens, from login to the closing list. */
class SameDayOnScreenIT {

  private static final int WIDTH = 1366;
  private static final int HEIGHT = 768;
  private static final String CARD = "KENSHU000000041";
  private static final String SECURITY_CODE = "2517";

  @Test
  void aClerkAndAnApplicantBringBothCertificatesOntoTheCard() {
    Office.isOpen();
    try (Screen clerk = new Screen(WIDTH, HEIGHT);
        Screen applicant = new Screen(WIDTH, HEIGHT)) {
      clerk.open("login.xhtml").judged("login");
      clerk.logIn("clerk1").judged("home");
      cardOnReader(clerk);
      receive(clerk);
      String number = numberIn(clerk.page().url());
      checkPapers(clerk);
      pairScreen(applicant);
      clerk.press("このカードに書き込む");
      enterPins(applicant);
      watchWriting(clerk, number);
      handOver(clerk, number);
      closingListCountsIt(clerk);
      assertThat(clerk.complaints()).isEmpty();
      assertThat(applicant.complaints()).isEmpty();
    }
  }

  private static void cardOnReader(Screen clerk) {
    clerk.open("training/index.xhtml").judged("training");
    clerk.page().locator("#other").fill(CARD);
    clerk.press("カードを置く").waitFor("カードを置きました").waitFor("カードあり");
  }

  private static void receive(Screen clerk) {
    clerk.open("reception/index.xhtml").waitFor("この方を受け付ける").judged("reception");
    clerk.page().getByText("この方を受け付ける").click();
    clerk.page().locator("#security-code").fill(SECURITY_CODE);
    clerk.press("カードと照合する").waitFor("住民票とカードの記載は同じです");
    clerk.page().getByLabel("新規発行").check();
    for (Locator type : clerk.page().locator("input[name*=types]").all()) {
      type.check();
    }
    clerk.waitFor("発行できます").judged("reception-judged");
    clerk.press("受付する").waitFor("手続きの流れ").judged("case");
  }

  private static void checkPapers(Screen clerk) {
    for (Locator box : clerk.page().locator("main input[type=checkbox]").all()) {
      box.check();
    }
    clerk.press("確認を終える").waitFor("申請者のカードです").judged("case-card");
  }

  private static void pairScreen(Screen applicant) {
    String path =
        Api.as("clerk1").post("api/terminals/T1/screens", Map.of()).json().get("path").asText();
    applicant.open(path.substring(1)).judged("customer-idle");
  }

  private static void enterPins(Screen applicant) {
    applicant.waitFor("署名用電子証明書の暗証番号を決めてください").judged("customer-pin");
    withoutTls(applicant);
    typePin(applicant, "MADO2026");
    shuffleKeys(applicant);
    applicant.judged("customer-pin-shuffled");
    typePin(applicant, "MADO2026");
    applicant.waitFor("利用者証明用電子証明書の暗証番号を決めてください").judged("customer-pin-digits");
    typePin(applicant, "2468");
    typePin(applicant, "2468");
  }

  /** As a browser shows it that got the page by http from another machine. */
  private static void withoutTls(Screen applicant) {
    secure(applicant, false);
    applicant.press("English").waitFor("PINs cannot be sent safely");
    applicant.press("日本語").waitFor("https:// で始まるアドレス").judged("customer-insecure");
    assertThat(applicant.page().locator("#pin").count()).isZero();
    secure(applicant, true);
    applicant.press("やさしい にほんご").press("日本語");
  }

  private static void secure(Screen screen, boolean secure) {
    screen
        .page()
        .evaluate(
            "secure => Object.defineProperty(globalThis, 'isSecureContext',"
                + " { value: secure, configurable: true })",
            secure);
  }

  /** The same keys in another order; the next entry has yet another one. */
  private static void shuffleKeys(Screen applicant) {
    Locator keys = applicant.page().locator(".keys button");
    List<String> before = keys.allInnerTexts();
    applicant.press("キーの並びをまぜる");
    List<String> after = keys.allInnerTexts();
    assertThat(after).isNotEqualTo(before).containsExactlyInAnyOrderElementsOf(before);
    Locator button = applicant.page().locator(".pin__keypad > .button");
    assertThat(button.getAttribute("aria-pressed")).isEqualTo("true");
  }

  /** By the keypad on the screen, then on to the next page of the entry. */
  private static void typePin(Screen applicant, String pin) {
    applicant.page().locator("#pin").waitFor();
    for (char key : pin.toCharArray()) {
      applicant
          .page()
          .locator(".keys")
          .getByRole(
              AriaRole.BUTTON,
              new Locator.GetByRoleOptions().setName(String.valueOf(key)).setExact(true))
          .click();
    }
    applicant.page().locator(".pin__acts .button--main").click();
  }

  private static void watchWriting(Screen clerk, String number) {
    clerk.open("case/writing.xhtml?id=" + number);
    clerk.page().getByText("すべての証明書を書き込みました").first().waitFor();
    clerk.judged("writing-done");
  }

  private static void handOver(Screen clerk, String number) {
    clerk.open("case/index.xhtml?id=" + number).judged("case-hand-over");
    Page page = clerk.page();
    for (Locator box : page.locator("main form input[type=checkbox]").all()) {
      box.check();
    }
    page.locator("main form .button--main").first().click();
    clerk.waitFor("交付済み").judged("case-issued");
  }

  private static void closingListCountsIt(Screen clerk) {
    clerk.open("fee/closing.xhtml").waitFor("案件の結果").judged("closing");
    Locator issued =
        clerk
            .page()
            .locator("section[aria-labelledby=outcomes-title] tbody tr")
            .filter(new Locator.FilterOptions().setHasText("交付"));
    assertThat(issued.first().locator(".figure").innerText()).matches("[1-9][0-9]*件");
  }

  private static String numberIn(String address) {
    return address.replaceAll(".*id=", "");
  }
}
