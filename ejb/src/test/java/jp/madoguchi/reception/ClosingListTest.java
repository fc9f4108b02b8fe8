package jp.madoguchi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.madoguchi.letter.PaperText;
import jp.madoguchi.letter.Papers;
import org.junit.jupiter.api.Test;

class ClosingListTest {

  @Test
  void theListOnPaperHasReceiptsSumsReasonsAndPlacesToSign() throws IOException {
    OfficeDays office = new OfficeDays();
    Application paid = office.on(0).receiveOutOfHours(true, "閉庁間際に来庁");
    office.pay(paid);
    office.release(office.findLostCard(7, "駅で見つかった"), "確認した");
    Application withdrawn = office.receive(true);
    office.pay(withdrawn);
    office.refund(withdrawn);
    office.close(withdrawn, ApplicationState.WITHDRAWN);

    String text = printed(office);
    assertThat(text)
        .contains("令和8年11月16日(月)")
        .contains("No. 000001 2026-000001-", "No. 000003")
        .contains("収納 ¥400", "還付 −¥200", "差引き ¥200")
        .contains("この日に収納し、まだ発行していない ¥200")
        .contains("2件 0件 1件 0件 0件 1件")
        .contains("閉庁間際に来庁 clerk1 supervisor1")
        .contains("K-7 見つかったカードの一時停止の解除 確認した clerk1 supervisor1")
        .contains("時間外の受付 見つかったカードの一時停止の解除", "1件 1件")
        .contains("領収番号に欠けはなく")
        .doesNotContain("欠けている番号")
        .contains("取扱者 検算者 係長");
  }

  @Test
  void aListThatIsNotInOrderSaysSo() throws IOException {
    OfficeDays office = new OfficeDays();
    office.on(0).close(office.receive(true), ApplicationState.ISSUED);

    assertThat(printed(office)).contains("説明できない差額 −¥200").contains("原因を確かめてください");
  }

  private static String printed(OfficeDays office) throws IOException {
    return PaperText.of(Papers.press().print(ClosingList.of(Papers.head(), office.closing(0))));
  }
}
