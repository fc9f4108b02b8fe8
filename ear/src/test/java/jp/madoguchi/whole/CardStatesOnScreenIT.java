package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import jp.madoguchi.launcher.Counter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A case through what can go wrong with its card, on the clerk's and on the applicant's screen:
 * each time the picture, the sentence, the next step, and what a screen reader hears of it.
 */
class CardStatesOnScreenIT {

  /** 模擬 住基: has a 住民基本台帳カード alone. */
  private static final String JUKI = "KENSHU000000010";

  private static final String LATER = "2026-11-24T10:05:00+09:00";
  private static final Map<String, Object> PINS =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");

  private final Counter counter = RunningCounter.get();
  private final Visit visit = Visit.of(82);
  private final Visit other = Visit.of(83);

  @AfterEach
  void theReaderIsEmptyAndTheClockStandsAsBefore() {
    Office.clockStandsAt(Office.TUESDAY_MORNING);
    visit.removeCard();
  }

  @Test
  void eachStateIsToldWithWhatToDo() throws IOException {
    Office.clockStandsAt(Office.TUESDAY_MORNING);
    visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION");
    visit.writtenWith(PINS);
    visit.handedOver();
    visit.reissue("RECORD_CHANGE", "SIGNATURE", "USER_AUTHENTICATION");
    visit.papersChecked();
    try (Screen clerk = new Screen(1366, 768).logIn("clerk1");
        Screen applicant = new Screen(1366, 768)) {
      clerk.open("case/index.xhtml?id=" + visit.receptionNumber());
      beforeTheWriting(new StateBox(clerk, "#card-here"));
      visit.cardPresented();
      clerk.open("case/writing.xhtml?id=" + visit.receptionNumber());
      StateBox writing = new StateBox(clerk, "#now");
      writing.says("pin-needed", "暗証番号の入力を待っています", "申請者画面");
      rack("cards/" + visit.card() + "/tear", "&afterCommand=12");
      visit.pinsEntered(PINS);
      pair(applicant);
      tornInTheMiddle(writing, applicant);
      whileItIsOff(writing, applicant);
      theAuthority(writing, applicant);
      assertThat(clerk.complaints()).isEmpty();
      assertThat(applicant.complaints()).isEmpty();
    }
    visit.written().handedOver();
  }

  /** The step that waits for the card. */
  private void beforeTheWriting(StateBox step) {
    step.says("no-card", "読取機にカードがありません", "申請者のカードを読取機に置いて").judged("state-no-card");
    rack("reader/unplug", "");
    step.says("no-reader", "端末T1に読取機がつながっていません", "ケーブル");
    rack("cards/" + other.card() + "/insert", "");
    step.says("wrong-card", "別のカードが置かれています", "申請者のカードに置き換えて").judged("state-wrong-card");
    rack("cards/" + JUKI + "/insert", "");
    step.says("other-kind", "電子証明書を書き込めません", "マイナンバーカードに置き換えて");
    visit.cardPutOnReader();
    step.says("card-right", "申請者のカードです", "「このカードに書き込む」").judged("state-card-right");
  }

  private static void tornInTheMiddle(StateBox writing, Screen applicant) {
    writing
        .says("card-torn", "途中でカードが離れました。全10工程のうち2工程まで済んでいます", "同じカードを")
        .saysItOnce()
        .judged("state-card-torn");
    assertThat(writing.inUse()).contains("今までの電子証明書は、そのままカードで使えます");
    assertThat(writing.alerted()).contains("2工程", "今までの電子証明書", "同じカードを");
    applicant.waitFor("全10工程のうち2工程まで済み").judged("customer-card-torn");
    assertThat(applicant.page().locator("#said").textContent()).contains("カードを職員に");
    applicant.press("English").waitFor("2 of 10 steps are done").press("日本語");
  }

  private void whileItIsOff(StateBox writing, Screen applicant) throws IOException {
    rack("cards/" + other.card() + "/insert", "");
    writing.says("wrong-card", "別のカードが置かれています", "申請者のカードに");
    applicant.waitFor("別のカードが置かれています").judged("customer-wrong-card");
    String whose = Tables.text("select name from madoguchi.resident where id = ?", holderOfOther());
    assertThat(writing.page().content() + applicant.page().content()).doesNotContain(whose);

    counter.stopAgent();
    assertThat(rack("cards/" + other.card() + "/insert", "").status())
        .as("it waits")
        .isEqualTo(202);
    Office.clockStandsAt(LATER);
    writing.says("no-terminal", "端末T1とつながっていません", "電源と回線").judged("state-no-terminal");
    applicant.waitFor("職員が確認しています");
    counter.startAgent();
    writing.says("wrong-card", "別のカードが置かれています", "申請者のカードに");
    assertThat(rack("cards/" + other.card() + "/remove", "").status())
        .as("it is done")
        .isEqualTo(204);
    writing.says("card-torn", "途中でカードが離れました", "同じカードを");
  }

  /** Away by plan; slow by a lock in its tables, as by whatever else keeps it waiting. */
  private void theAuthority(StateBox writing, Screen applicant) {
    try (Setting away = Setting.of("authority.stops", "2026-11-24T10:00/2026-11-24T13:00")) {
      visit.cardPutOnReader();
      writing
          .says("authority-away", "認証局が停止しています(令和8年11月24日(火) 13:00まで)", "自動で続きます")
          .judged("state-authority-away");
      applicant.waitFor("ただいま証明書を発行できません").judged("customer-authority-away");
      // By itself it is tried again later than this, so that the button is what goes on.
      Office.clockStandsAt(Office.TUESDAY_MORNING);
    }
    try (Tables.Lock lock = Tables.locked("madoguchi.certificate")) {
      writing.goOn();
      writing
          .says("authority-slow", "認証局の応答に時間がかかっています", "応答があると自動で続きます")
          .judged("state-authority-slow");
      applicant.waitFor("証明書の発行に時間がかかっています");
    }
    writing.says("done", "すべての証明書を書き込みました", "申請者に渡して").judged("state-done");
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.audit_event where act = 'writing.resumed'"
                    + " and subject_key = ?",
                visit.receptionNumber()))
        .isEqualTo(1);
  }

  @Test
  void aLockedNumberIsToldAtTheReception() {
    Visit locked = Visit.of(84);
    locked.cardPutOnReader();
    Wait.until(
        "the number is locked",
        () -> read(locked).json().get("code").asText(),
        "card-items-locked"::equals);
    try (Screen clerk = new Screen(1366, 768).logIn("clerk1")) {
      clerk.open("reception/index.xhtml?resident=" + Visit.residentOf(locked.card()));
      clerk.page().locator("#security-code").fill("0000");
      clerk.press("カードと照合する").waitFor("照合番号がロックされています").judged("state-items-locked");
      assertThat(clerk.page().locator("#compared use").getAttribute("href"))
          .endsWith("#state-card-items-locked");
      assertThat(clerk.page().locator("#compared .state__next").textContent()).contains("目で比べて");
    } finally {
      locked.removeCard();
    }
  }

  private static Api.Reply read(Visit visit) {
    return Api.as("clerk1")
        .post(
            "api/terminals/" + Visit.TERMINAL + "/basic-four-items",
            Map.of("securityCode", "0000", "residentId", Visit.residentOf(visit.card())));
  }

  private long holderOfOther() {
    return Visit.residentOf(other.card());
  }

  private static Api.Reply rack(String act, String more) {
    Api.Reply reply =
        Api.as("clerk1")
            .post("api/training/" + act + "?terminal=" + Visit.TERMINAL + more, Map.of());
    assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    return reply;
  }

  private static void pair(Screen applicant) {
    applicant.open(
        Api.as("clerk1")
            .post("api/terminals/" + Visit.TERMINAL + "/screens", Map.of())
            .json()
            .get("path")
            .asText()
            .substring(1));
  }
}
