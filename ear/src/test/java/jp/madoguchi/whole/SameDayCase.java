package jp.madoguchi.whole;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;

/** A same-day case, step by step, on the clerk's and the applicant's screens. */
final class SameDayCase {

  static final String SIGNATURE_PIN = "MADO2026";
  static final String AUTHENTICATION_PIN = "2468";

  private final Screen clerk;
  private final Screen applicant;
  private String number;

  SameDayCase(Screen clerk, Screen applicant) {
    this.clerk = clerk;
    this.applicant = applicant;
  }

  /** The card that lies on the reader leads to its resident, and agrees with the register. */
  void compareTheCard(String securityCode) {
    clerk.page().getByText("この方を受け付ける").click();
    clerk.page().locator("#security-code").fill(securityCode);
    clerk.press("カードと照合する").waitFor("住民票とカードの記載は同じです");
    clerk.page().getByLabel("新規発行").check();
    for (Locator type : clerk.page().locator("input[name*=types]").all()) {
      type.check();
    }
    clerk.waitFor("発行できます");
  }

  void receive() {
    clerk.press("受付する").waitFor("手続きの流れ");
    number = clerk.page().url().replaceAll(".*id=", "");
  }

  void checkPapers() {
    for (Locator box : clerk.page().locator("main input[type=checkbox]").all()) {
      box.check();
    }
    clerk.press("確認を終える").waitFor("申請者のカードです");
  }

  void pairTheApplicantsScreen() {
    String path =
        Api.as("clerk1").post("api/terminals/T1/screens", Map.of()).json().get("path").asText();
    applicant.open(path.substring(1));
  }

  void beginToWrite() {
    clerk.press("このカードに書き込む");
  }

  /** By the keypad on the screen, then on to the next page of the entry. */
  void typePin(String pin) {
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

  void watchTheWriting() {
    clerk.open("case/writing.xhtml?id=" + number);
    clerk.page().getByText("すべての証明書を書き込みました").first().waitFor();
  }

  void openTheHandover() {
    clerk.open("case/index.xhtml?id=" + number);
  }

  void handOver() {
    Page page = clerk.page();
    for (Locator box : page.locator("main form input[type=checkbox]").all()) {
      box.check();
    }
    page.locator("main form .button--main").first().click();
    clerk.waitFor("交付済み");
  }
}
