package jp.madoguchi.letter;

import java.util.List;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.testing.MovableClock;

/** Papers for tests: who is named on them, and a press that prints them. */
public final class Papers {

  static final String YOSHIDA = "𠮷田　花子";
  static final String TAKAHASHI = "髙橋　一郎";
  static final String TSUJI = "辻󠄀　美咲";
  static final String KATSURAGI = "葛󠄀城　渡";
  static final String HOKKE = "𩸽　﨑子";

  /** Names with characters that a font for everyday text lacks. */
  static final List<String> DIFFICULT_NAMES = List.of(YOSHIDA, TAKAHASHI, TSUJI, KATSURAGI, HOKKE);

  /** An address of 200 characters, the longest that a certificate can carry. */
  static final String LONGEST_ADDRESS = longestAddress();

  private static final Typefaces TYPEFACES = new Typefaces(new Settings());

  private Papers() {}

  public static Press press() {
    return new Press(TYPEFACES, new MovableClock("2026-11-24T10:05"));
  }

  /** A press for tests of what is printed, and not of how: it draws nothing. */
  public static Press blankPress() {
    return new Press() {
      @Override
      public PrintedPaper print(Paper paper) {
        return new PrintedPaper(paper.title(), new byte[] {'%'}, new Printability(List.of()));
      }
    };
  }

  public static Letterhead head() {
    return new Letterhead("厚木市役所", "市民課", "令和8年11月24日 10:05", "clerk1", false);
  }

  public static Letterhead training() {
    return new Letterhead("厚木市役所", "市民課", "令和8年11月24日 10:05", "clerk1", true);
  }

  static Receipt receiptFor(String name) {
    return receipt(head(), name);
  }

  static Receipt receipt(Letterhead head, String name) {
    return new Receipt(
        head,
        Receipt.number(42),
        "2026-000042-7",
        name,
        Yen.figures(200),
        Yen.figures(1000),
        Yen.figures(800),
        "令和8年11月24日",
        "clerk1");
  }

  static CertificateCopy.Entry entry(String name) {
    return new CertificateCopy.Entry(
        "署名用",
        "4A:5B:6C:7D:8E:9F:A0:B1:C2:D3:E4:F5:06:17:28:39",
        "令和8年11月24日 10時05分00秒",
        "令和13年2月17日 23時59分59秒",
        "窓口試験認証サービス署名用 窓口試験認証サービス",
        new CertificateCopy.Holder(
            name,
            "昭和55年2月17日",
            "女",
            LONGEST_ADDRESS,
            List.of(
                new CertificateCopy.Replaced(
                    "氏名", 1, RegisteredCharacter.at(name, 0).text(), "吉"))));
  }

  static Typeface mincho() {
    return TYPEFACES.all().get(0);
  }

  private static String longestAddress() {
    StringBuilder address = new StringBuilder("神奈川県厚木市中町三丁目１７番１７号");
    while (address.codePointCount(0, address.length()) < 188) {
      address.append("グランドヒルズ相模川右岸第二期");
    }
    address.setLength(188);
    return address + "髙層棟１２３４５号室𠮷方";
  }
}
