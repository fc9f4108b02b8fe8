package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
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
      SameDayCase sameDay = new SameDayCase(clerk, applicant);
      clerk.open("login.xhtml").judged("login");
      clerk.logIn("clerk1").judged("home");
      cardOnReader(clerk);
      clerk.open("reception/index.xhtml").waitFor("この方を受け付ける").judged("reception");
      sameDay.compareTheCard(SECURITY_CODE);
      clerk.judged("reception-judged");
      sameDay.receive();
      clerk.judged("case");
      sameDay.checkPapers();
      clerk.judged("case-card");
      sameDay.pairTheApplicantsScreen();
      applicant.judged("customer-idle");
      sameDay.beginToWrite();
      enterPins(sameDay, applicant);
      sameDay.watchTheWriting();
      clerk.judged("writing-done");
      sameDay.openTheHandover();
      clerk.judged("case-hand-over");
      sameDay.handOver();
      clerk.judged("case-issued");
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

  private static void enterPins(SameDayCase sameDay, Screen applicant) {
    applicant.waitFor("署名用電子証明書の暗証番号を決めてください").judged("customer-pin");
    withoutTls(applicant);
    sameDay.typePin(SameDayCase.SIGNATURE_PIN);
    shuffleKeys(applicant);
    applicant.judged("customer-pin-shuffled");
    sameDay.typePin(SameDayCase.SIGNATURE_PIN);
    applicant.waitFor("利用者証明用電子証明書の暗証番号を決めてください").judged("customer-pin-digits");
    sameDay.typePin(SameDayCase.AUTHENTICATION_PIN);
    sameDay.typePin(SameDayCase.AUTHENTICATION_PIN);
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

  private static void closingListCountsIt(Screen clerk) {
    clerk.open("fee/closing.xhtml").waitFor("案件の結果").judged("closing");
    Locator issued =
        clerk
            .page()
            .locator("section[aria-labelledby=outcomes-title] tbody tr")
            .filter(new Locator.FilterOptions().setHasText("交付"));
    assertThat(issued.first().locator(".figure").innerText()).matches("[1-9][0-9]*件");
  }
}
