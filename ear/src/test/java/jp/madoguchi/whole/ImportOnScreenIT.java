package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A supervisor imports the resident register on the page, and sees what was refused. */
class ImportOnScreenIT {

  private static final String HEADER =
      "register_number,name,kana,birth_date,sex,postal_code,address,household_number,status,"
          + "moved_away_on,died_on,stay_until,adult_ward,card_serial,card_kind,card_expires_on,"
          + "card_state\r\n";

  @Test
  void goodLinesAreKeptAndTheOthersReportedByPages() {
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("supervisor1").open("resident/import.xhtml").judged("import");
      String lines = lines(1, 60, "1") + lines(61, 130, "9");
      send(screen, HEADER + lines);
      screen.page().waitForURL("**/resident/import.xhtml?id=*");
      screen.waitFor("完了").waitFor("70行").judged("import-done");
      assertThat(screen.page().locator("#run-kept").innerText()).isEqualTo("60行");

      Locator rows = screen.page().locator("#run tbody tr");
      assertThat(rows.count()).isEqualTo(50);
      assertThat(rows.first().innerText()).contains("62", "性別", "決められた値ではありません");
      screen.page().getByText("次のページ").click();
      screen.page().getByText("最初のページ").waitFor();
      assertThat(rows.count()).isEqualTo(20);

      String report =
          screen
              .page()
              .context()
              .request()
              .get(
                  RunningCounter.get().address()
                      + screen.page().getByText("一覧をCSVで保存する").getAttribute("href").substring(1))
              .text();
      assertThat(report.lines()).hasSize(71);
      assertThat(screen.complaints()).noneMatch(one -> one.contains("Content Security Policy"));
    }
  }

  @Test
  void theImportGoesOnWhenNobodyLooksAndIsShownAgain() {
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("supervisor1").open("resident/import.xhtml");
      send(screen, HEADER + lines(1000, 7000, "1"));
      screen.page().waitForURL("**/resident/import.xhtml?id=*");
      String run = screen.page().url();
      screen.page().locator("#run-progress, #run .notice--success").first().waitFor();
      screen.open("home.xhtml").waitFor("今日");
      Wait.until(
          "the import is done",
          () ->
              Tables.count("select count(*) from madoguchi.resident_import where ended_at is null"),
          open -> open == 0);
      screen.page().navigate(run);
      screen.waitFor("すべての行を登録しました");
      assertThat(screen.page().locator("#run-kept").innerText()).isEqualTo("6,001行");
    }
  }

  @Test
  void aFileThatIsNoRegisterIsRefusedWithWhatToDo() {
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("supervisor1").open("resident/import.xhtml");
      send(screen, "name,colour\r\n研修,青\r\n");
      screen.waitFor("見出し行の列が正しくありません").waitFor("1行目の列名を直して").judged("import-refused");
      assertThat(screen.page().locator("form#import button").isEnabled()).isTrue();
    }
  }

  @Test
  void anImportThatBrokeOffSaysHowItGoesOn() {
    long id =
        Tables.count(
            "insert into madoguchi.resident_import (state, started_by, node, started_at, ended_at,"
                + " lines_expected, lines_read, lines_kept) values ('INTERRUPTED', 'supervisor1',"
                + " 'x', '2026-11-24T09:00:00+09:00', '2026-11-24T09:05:00+09:00', 10, 4, 4)"
                + " returning id");
    try (Screen screen = new Screen(1366, 768)) {
      screen.logIn("supervisor1").open("resident/import.xhtml?id=" + id);
      screen.waitFor("この取込みは途中で終わりました").waitFor("ファイルを取り込む").judged("import-broken");
      screen.open("home.xhtml").waitFor("住民データの取込みが途中で終わりました").judged("home-import-broken");
    } finally {
      Tables.execute("delete from madoguchi.resident_import where id = " + id);
    }
  }

  private static void send(Screen screen, String file) {
    screen
        .page()
        .locator("#file")
        .setInputFiles(
            new FilePayload("register.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    screen.press("取込みを始める");
  }

  private static String lines(int first, int last, String sex) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            n ->
                "SCREEN-%d,画面　見本,ガメン　ミホン,1980-02-17,%s,2430000,神奈川県厚木市架空町%d,%d,RESIDENT,,,,,,,,\r\n"
                    .formatted(n, sex, n, 9_000_000 + n))
        .collect(Collectors.joining());
  }
}
