package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page, for a role that uses it, at both sizes: nothing that axe or the browser objects to.
 * Each role logs in once and keeps its window, as a person does.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PagesIT {

  /** Said by a library within dmn-js, whose build is not ours; it complains of nothing else. */
  private static final String BUILD_OF_DMN_JS = "minified copy of the development build of Inferno";

  private final Map<String, Screen> windows = new HashMap<>();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "clerk1, home.xhtml, 今日, 200",
    "clerk1, case/list.xhtml, 案件, 200",
    "clerk1, certificate/index.xhtml, 照会, 200",
    "clerk1, certificate/lapse.xhtml, 失効を知らせる方, 200",
    "auditor1, certificate/lapse.xhtml, 権限, 403",
    "clerk1, expiry/index.xhtml, 有効期限の近い電子証明書, 200",
    "clerk1, expiry/index.xhtml?standing=APPLIED&from=R9.1.1, 絞り込みをやめる, 200",
    "supervisor1, expiry/notices.xhtml, 通知書の束, 200",
    "auditor1, expiry/index.xhtml, 権限, 403",
    "clerk1, revocation/index.xhtml, 失効・一時停止, 200",
    "clerk1, revocation/index.xhtml?q=ケンシュウ, 見つかりました, 200",
    "clerk1, revocation/request.xhtml, 本人が選ばれていません, 200",
    "clerk1, revocation/loss.xhtml, 本人が選ばれていません, 200",
    "auditor1, revocation/index.xhtml, 権限, 403",
    "clerk1, letter/return.xhtml?code=0000-0000-00001, 照会書の番号が正しくありません, 200",
    "clerk1, pin/index.xhtml, 暗証番号の変更・初期化, 200",
    "auditor1, pin/index.xhtml, 権限, 403",
    "clerk1, fee/closing.xhtml, 日計表, 200",
    "clerk1, terminal/index.xhtml, 端末, 200",
    "admin1, terminal/index.xhtml, 端末を登録する, 200",
    "admin1, terminal/new.xhtml, 端末の登録, 200",
    "admin1, terminal/terminal.xhtml?id=T1, ペアリングコードを作る, 200",
    "supervisor1, terminal/terminal.xhtml?id=T1, 読取機の使用, 200",
    "clerk1, terminal/new.xhtml, 権限, 403",
    "clerk1, training/index.xhtml, 書込みの途中の出来事, 200",
    "clerk1, password.xhtml, パスワードの変更, 200",
    "clerk1, staff/index.xhtml, 権限, 403",
    "admin1, staff/index.xhtml, 職員, 200",
    "admin1, authority/index.xhtml, 発行に使用, 200",
    "admin1, authority/renewal.xhtml?type=SIGNATURE, 鍵の更新を求める, 200",
    "clerk1, authority/index.xhtml, 権限, 403",
    "admin1, staff/new.xhtml, 職員の登録, 200",
    "admin1, staff/login.xhtml?id=clerk1, 窓口一郎, 200",
    "clerk1, resident/import.xhtml, 権限, 403",
    "supervisor1, resident/import.xhtml, 住民データの取込み, 200",
    "clerk1, calendar/index.xhtml, 開庁日, 200",
    "clerk1, calendar/holidays.xhtml, 権限, 403",
    "supervisor1, calendar/index.xhtml, 臨時の閉庁日, 200",
    "supervisor1, calendar/holidays.xhtml, 祝日の一覧, 200",
    "clerk1, approval/index.xhtml, 権限, 403",
    "supervisor1, approval/index.xhtml, 決裁, 200",
    "clerk1, letter/index.xhtml, 発送と回答, 200",
    "clerk1, letter/index.xhtml?tab=WAITING, 代理人の再来庁を待っているもの, 200",
    "clerk1, letter/index.xhtml?tab=UNDELIVERED, 返戻への対応を決めてください, 200",
    "clerk1, letter/index.xhtml?tab=OVERDUE, 期限までに代理人が来庁しなかった, 200",
    "auditor1, letter/index.xhtml, 権限, 403",
    "supervisor1, proxy/documents.xhtml, 運転免許証, 200",
    "supervisor1, proxy/documents.xhtml?code=PASSPORT, 旅券の変更, 200",
    "clerk1, proxy/documents.xhtml, 権限, 403",
    "clerk1, no-such-page.xhtml, 見つかりません, 404",
    "clerk1, error/busy.xhtml, しばらく待ってから, 200",
    "clerk1, audit/index.xhtml, 権限, 403",
    "owner1, workflow/index.xhtml, 本人申請, 200",
    "owner1, workflow/index.xhtml#decision/eligibility, 後見の例外の決裁, 200",
    "auditor1, audit/index.xhtml, 監査, 200"
  })
  void thePageIsCleanForReadersAndPolicy(String login, String path, String word, int status) {
    Office.isOpen();
    Screen screen =
        windows.computeIfAbsent(login, somebody -> new Screen(1366, 768).logIn(somebody));
    String name = login + "-" + path.replace(".xhtml", "").replaceAll("[/#?=]", "-");
    screen.sized(1366, 768).listenAnew().open(path).waitFor(word).judged(name);
    screen.sized(1920, 1080).pictured(name);
    assertThat(screen.complaints())
        .allMatch(one -> isTheAnswerItself(one, status) || one.contains(BUILD_OF_DMN_JS));
  }

  /** A browser also complains of the page's own answer when that is a refusal. */
  private static boolean isTheAnswerItself(String complaint, int status) {
    return status != 200 && complaint.contains("responded with a status of " + status);
  }

  @AfterAll
  void closeTheWindows() {
    windows.values().forEach(Screen::close);
  }
}
