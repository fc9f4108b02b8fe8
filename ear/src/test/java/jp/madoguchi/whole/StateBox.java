package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Where a page tells how a card and its writing stand. */
record StateBox(Screen screen, String place) {

  /** Three times as long as the page rests before it asks again. */
  private static final double SEVERAL_QUESTIONS = 2_100;

  /** Waits for a sentence; its picture and next step are there, and all of it is read aloud. */
  StateBox says(String picture, String sentence, String next) {
    Locator box = page().locator(place + " .state");
    box.locator(".state__sentence", new Locator.LocatorOptions().setHasText(sentence)).waitFor();
    assertThat(box.locator("use").getAttribute("href")).endsWith("#state-" + picture);
    assertThat(box.locator("svg").getAttribute("aria-hidden")).isEqualTo("true");
    assertThat(box.locator(".state__next").textContent()).contains(next);
    assertThat(heard()).contains(sentence, next);
    return this;
  }

  /** What a screen reader was told last, whether it interrupted or not. */
  String heard() {
    return read("status") + alerted();
  }

  /** What a screen reader was told at once. */
  String alerted() {
    return read("alert");
  }

  /** However often the page asks, nothing is told again. */
  StateBox saysItOnce() {
    page()
        .evaluate(
            "place => { globalThis.told = 0; new MutationObserver(() => { globalThis.told += 1; })"
                + ".observe(document.querySelector(place),"
                + " { subtree: true, childList: true, characterData: true }); }",
            place);
    page().waitForTimeout(SEVERAL_QUESTIONS);
    assertThat(((Number) page().evaluate("globalThis.told")).intValue()).isZero();
    return this;
  }

  String inUse() {
    return page().locator(place + " .state__in-use").textContent();
  }

  void goOn() {
    page().locator(place + " .state__act button").click();
  }

  void judged(String name) {
    screen.judged(name);
  }

  Page page() {
    return screen.page();
  }

  private String read(String role) {
    return page().locator(place + " > [role=" + role + "]").textContent();
  }
}
