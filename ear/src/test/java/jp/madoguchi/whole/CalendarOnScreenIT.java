package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R-CLOSED: a supervisor keeps the calendar on the page, and a clerk reads it. */
class CalendarOnScreenIT {

  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final String DAY = "2026-12-15"; // a Tuesday

  @BeforeEach
  void theOfficeIsOpen() {
    Office.isOpen();
  }

  /** The other tests find the calendar that came with the product. */
  @AfterAll
  static void nothingIsLeftInTheCalendar() {
    Tables.execute("delete from madoguchi.holiday", "delete from madoguchi.special_day");
  }

  @Test
  void aClerkReadsTheYearAndChangesNothing() {
    try (Screen clerk = new Screen(1366, 768)) {
      clerk.logIn("clerk1").open("calendar/index.xhtml?year=2026").waitFor("年末年始");
      clerk.waitFor("次に開くのは");
      assertThat(clerk.page().locator("main form").count()).isZero();
      Locator november = month(clerk, "11月");
      assertThat(november.locator(".calendar__day--closed").allInnerTexts())
          .anyMatch(text -> text.startsWith("23") && text.contains("勤労感謝の日"));
    }
  }

  @Test
  void aYearThatNoListCoversIsMarkedAsProvisional() {
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("supervisor1").open("calendar/index.xhtml?year=2035");
      screen.waitFor("暫定のものです").judged("calendar-provisional");
      assertThat(screen.page().locator("td.calendar__day--provisional").count()).isGreaterThan(14);
    }
  }

  @Test
  void aDayIsClosedWithAReasonAndTakenBack() {
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("supervisor1").open("calendar/index.xhtml");
      screen.page().locator("#date").fill("R9.1.1");
      screen.page().locator("#reason").fill("停電点検のため");
      screen.page().locator("#enter").click();
      screen.page().locator("#date-error .field__error").waitFor();
      assertThat(screen.page().locator("#date-error").innerText()).contains("もともと閉庁日");
      screen.judged("calendar-refused");

      screen.page().locator("#date").fill(DAY);
      screen.page().locator("#enter").click();
      screen.waitFor("令和8年12月15日(火)を登録しました");
      assertThat(month(screen, "12月").innerText()).contains("停電点検のため");
      assertThat(Api.anonymous().get("api/calendar/" + DAY).json().get("reason").asText())
          .isEqualTo("停電点検のため");

      screen.page().locator("button[name=removal]").first().click();
      screen.page().locator("#ask button[value=yes]").click();
      screen.waitFor("令和8年12月15日(火)の登録を取り消しました");
      assertThat(Api.anonymous().get("api/calendar/" + DAY).json().get("open").asBoolean())
          .isTrue();
      assertThat(screen.complaints()).noneMatch(one -> one.contains("Content Security Policy"));
    }
  }

  @Test
  void aDayIsShortened() {
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("supervisor1").open("calendar/index.xhtml");
      screen.page().locator("#date").fill("20261216");
      screen.page().getByLabel("受付時間を短縮").check();
      screen.page().locator("#from").fill("8:30");
      screen.page().locator("#to").fill("1800");
      screen.page().locator("#reason").fill("研修のため");
      screen.page().locator("#enter").click();
      screen.page().locator("#from-error .field__error").waitFor();
      assertThat(screen.page().locator("#from-error").innerText()).contains("通常の受付時間");
      screen.page().locator("#to").fill("12時00分");
      screen.page().locator("#enter").click();
      screen.waitFor("令和8年12月16日(水)を登録しました");
      assertThat(Api.anonymous().get("api/calendar/2026-12-16").json().get("to").asText())
          .startsWith("12:00");
    }
  }

  @Test
  void aListIsLookedAtBeforeItIsTaken() {
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("supervisor1").open("calendar/holidays.xhtml").judged("holidays");
      choose(screen, "国民の祝日・休日月日,名称\r\n2026/1/1,元日\r\n2026/13/1,なし\r\n??\r\n");
      screen.waitFor("2行が読み取れないため").judged("holidays-refused");
      assertThat(screen.page().locator("main tbody tr .figure").allInnerTexts())
          .containsExactly("3", "4");

      choose(screen, "国民の祝日・休日月日,名称\r\n2026/1/1,元日\r\n2026/11/23,勤労感謝の日\r\n2026/12/22,臨時の祝日\r\n");
      screen.waitFor("祝日になる").waitFor("祝日でなくなる").judged("holidays-preview");
      assertThat(Tables.count("select count(*) from madoguchi.holiday")).isZero();

      screen.press("この一覧を取り込む").waitFor("祝日の一覧を取り込みました(3日)");
      assertThat(Tables.count("select count(*) from madoguchi.holiday")).isEqualTo(3);
      assertThat(month(screen, "12月").innerText()).contains("臨時の祝日");
      assertThat(screen.complaints()).noneMatch(one -> one.contains("Content Security Policy"));
    }
  }

  private static Locator month(Screen screen, String name) {
    return screen
        .page()
        .locator(".calendar__month")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    screen
                        .page()
                        .locator(
                            "caption",
                            new com.microsoft.playwright.Page.LocatorOptions()
                                .setHasText(java.util.regex.Pattern.compile("^" + name + "$")))));
  }

  private static void choose(Screen screen, String list) {
    screen
        .page()
        .locator("#file")
        .setInputFiles(new FilePayload("syukujitsu.csv", "text/csv", list.getBytes(CP932)));
    screen.page().locator("#look").click();
  }
}
