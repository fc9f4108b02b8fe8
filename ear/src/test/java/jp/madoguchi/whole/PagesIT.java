package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page, for a role that uses it, at both sizes: nothing that axe or the browser objects to.
 */
class PagesIT {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "clerk1, home.xhtml, 今日",
    "clerk1, case/list.xhtml, 案件",
    "clerk1, certificate/index.xhtml, 照会",
    "clerk1, fee/closing.xhtml, 日計表",
    "clerk1, terminal/index.xhtml, 端末",
    "clerk1, password.xhtml, パスワードの変更",
    "clerk1, staff/index.xhtml, 権限",
    "admin1, staff/index.xhtml, 職員",
    "admin1, staff/new.xhtml, 職員の登録",
    "admin1, staff/login.xhtml?id=clerk1, 窓口一郎",
    "clerk1, resident/import.xhtml, 権限",
    "supervisor1, resident/import.xhtml, 住民データの取込み",
    "clerk1, calendar/index.xhtml, 開庁日",
    "clerk1, calendar/holidays.xhtml, 権限",
    "supervisor1, calendar/index.xhtml, 臨時の閉庁日",
    "supervisor1, calendar/holidays.xhtml, 祝日の一覧",
    "clerk1, no-such-page.xhtml, 見つかりません",
    "clerk1, audit/index.xhtml, 権限",
    "owner1, workflow/index.xhtml, 本人申請",
    "auditor1, audit/index.xhtml, 監査"
  })
  void thePageIsCleanForReadersAndPolicy(String login, String path, String word) {
    Office.isOpen();
    for (int[] size : new int[][] {{1366, 768}, {1920, 1080}}) {
      try (Screen screen = new Screen(size[0], size[1])) {
        screen.logIn(login).open(path).waitFor(word);
        screen.judged(login + "-" + path.replace("/", "-").replace(".xhtml", ""));
        assertThat(screen.complaints()).noneMatch(one -> one.contains("Content Security Policy"));
      }
    }
  }
}
