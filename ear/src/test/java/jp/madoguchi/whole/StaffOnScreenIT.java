package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An administrator keeps the logins, and each person their own password, on the pages. */
class StaffOnScreenIT {

  private static final String CHOSEN = "four words in a row";

  private final String login = "t" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aNewMemberOfStaffChoosesAPasswordBeforeAnythingElse() {
    try (Screen admin = new Screen(1366, 768);
        Screen person = new Screen(1366, 768)) {
      String initial = added(admin);
      admin.judged("staff-initial-password");

      enter(person, initial);
      person.waitFor("最初に、あなたのパスワードを決めてください").judged("password-due");
      person.open("case/list.xhtml").waitFor("最初に、あなたのパスワードを決めてください");
      assertThat(Api.as(login, initial).get("api/applications").status()).isEqualTo(403);

      change(person, "wrong password", CHOSEN, CHOSEN);
      assertThat(errorOf(person, "present")).contains("今のパスワードが違います");
      change(person, initial, "short", "short");
      assertThat(errorOf(person, "wanted")).contains("12文字以上");
      change(person, initial, CHOSEN, "another one here");
      assertThat(errorOf(person, "again")).contains("2回目");
      person.judged("password-refused");

      change(person, initial, CHOSEN, CHOSEN);
      person.waitFor("パスワードを変更しました").open("case/list.xhtml").waitFor("案件");
      assertThat(Api.as(login, CHOSEN).get("api/applications").status()).isEqualTo(200);
      assertThat(person.complaints()).noneMatch(one -> one.contains("Content Security Policy"));
    }
  }

  @Test
  void theRulesAreTickedWhileThePasswordIsTyped() {
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("clerk2").open("password.xhtml");
      Locator met = screen.page().locator("#password-rules li.met");
      assertThat(met.count()).isZero();
      screen.page().locator("#wanted").fill("clerk2 clerk2");
      assertThat(met.count()).isEqualTo(2); // long, and not the present one
      screen.page().locator("#wanted").fill(CHOSEN);
      screen.page().locator("#again").fill(CHOSEN);
      assertThat(met.count()).isEqualTo(4);
    }
  }

  @Test
  void aLoginIsClosedOpenedAndGivenOtherRoles() {
    try (Screen admin = new Screen(1366, 768)) {
      added(admin);
      admin.page().getByLabel("監査").check();
      admin.press("役割を変更する").waitFor("役割を変更しました");
      confirmed(admin, "利用を停止する", "利用を停止しました");
      admin.open("staff/index.xhtml");
      Locator row =
          admin.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(login));
      assertThat(row.innerText()).contains("監査", "利用停止");
      admin.open("staff/login.xhtml?id=" + login);
      admin.press("利用を再開する").waitFor("利用を再開しました");
      confirmed(admin, "パスワードを再設定する", "パスワードを再設定しました");
      assertThat(admin.page().locator("#initial-password").innerText())
          .matches("(\\w{4}-){3}\\w{4}");
      admin.page().reload();
      assertThat(admin.page().locator("#initial-password").count()).isZero();
    }
  }

  @Test
  void aLoginThatIsLockedIsSeenAndUnlocked() {
    try (Screen admin = new Screen(1366, 768)) {
      added(admin);
      Tables.execute(
          "update madoguchi.staff set failures = 10, locked_at = '2026-11-24T09:00:00+09:00'"
              + " where login = '"
              + login
              + "'");
      admin.page().reload();
      admin.waitFor("ロック中").waitFor("令和8年11月24日(火) 9:00から").judged("staff-locked");
      admin.press("停止を解除する").waitFor("停止を解除しました");
    }
  }

  @Test
  void nobodyChangesTheirOwnStanding() {
    try (Screen admin = new Screen(1366, 768)) {
      admin.logIn("admin1").open("staff/login.xhtml?id=admin1").waitFor("あなた自身の登録です");
      assertThat(admin.page().locator("main form").count()).isZero();
      admin.judged("staff-own");
    }
    Api.Reply left = Api.as("admin1").post("api/staff/admin1/leave", Map.of());
    assertThat(left.status()).isEqualTo(422);
    assertThat(left.json().get("code").asText()).isEqualTo("own-standing");
  }

  @Test
  void aMalformedLoginIsRefusedBesideItsField() {
    try (Screen admin = new Screen(1366, 768)) {
      admin.logIn("admin1").open("staff/new.xhtml");
      fill(admin, "日本");
      assertThat(errorOf(admin, "login")).contains("職員番号の形が正しくありません");
      fill(admin, "clerk1");
      assertThat(errorOf(admin, "login")).contains("すでに使われています");
      assertThat(admin.page().locator("#login").inputValue()).isEqualTo("clerk1");
      admin.judged("staff-new-refused");
    }
  }

  private String added(Screen admin) {
    admin.logIn("admin1").open("staff/new.xhtml");
    fill(admin, login);
    admin.waitFor("職員を登録しました");
    return admin.page().locator("#initial-password").innerText();
  }

  private static void fill(Screen admin, String login) {
    admin.page().locator("#login").fill(login);
    admin.page().locator("#displayName").fill("研修 七海");
    admin.page().getByLabel("窓口担当").check();
    admin.page().locator("#add").click();
  }

  private void enter(Screen person, String password) {
    person.open("login.xhtml");
    person.page().locator("input[name$=username]").fill(login);
    person.page().locator("input[type=password]").fill(password);
    person.press("ログイン");
    person.page().waitForURL(Pattern.compile(".*/password\\.xhtml.*"));
  }

  private static void change(Screen person, String present, String wanted, String again) {
    person.page().locator("#present").fill(present);
    person.page().locator("#wanted").fill(wanted);
    person.page().locator("#again").fill(again);
    person.page().locator("#change").click();
  }

  private static void confirmed(Screen admin, String act, String done) {
    admin.press(act);
    admin.page().locator("#ask button[value=yes]").click();
    admin.waitFor(done);
  }

  private static String errorOf(Screen screen, String field) {
    Locator error = screen.page().locator("#" + field + "-error .field__error");
    error.waitFor();
    assertThat(screen.page().locator("#" + field).getAttribute("aria-invalid")).isEqualTo("true");
    return error.innerText();
  }
}
