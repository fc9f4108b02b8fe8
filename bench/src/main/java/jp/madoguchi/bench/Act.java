package jp.madoguchi.bench;

/** What a visit consists of, each measured by itself. */
enum Act {
  RECEIVE("申請の受付 / receive"),
  CHECK_PAPERS("書類の確認 / check papers"),
  PRESENT_CARD("カードの確認 / present card"),
  ENTER_PINS("暗証番号 / enter PINs"),
  WRITE("2枚の書込み / write both certificates"),
  HAND_OVER("交付 / hand over"),
  WHOLE_CASE("**1件全体 / whole case**");

  private final String words;

  Act(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
