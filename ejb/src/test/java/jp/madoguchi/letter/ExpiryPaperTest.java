package jp.madoguchi.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.letter.ExpiryPaper.Ending;
import jp.madoguchi.letter.ExpiryPaper.Letter;
import jp.madoguchi.letter.PaperText.Placed;
import org.junit.jupiter.api.Test;

/** R-RENEWAL, R-PROXY-NOTICE: what the holders of ending certificates get by mail. */
class ExpiryPaperTest {

  private static final LetterCode CODE = LetterCode.random(new java.util.Random(5));
  private static final LetterCode OTHER = LetterCode.random(new java.util.Random(6));
  private static final String ADDRESS = "神奈川県厚木市中町三丁目１７番１７号";

  /** What may be seen through the window, from where the sheet lies leftmost and uppermost. */
  private static final double SEEN_RIGHT = 110;

  private static final double SEEN_BOTTOM = 70;

  @Test
  void theNoticeSaysWhatEndsUntilWhenToRenewAndWhatToBring() throws IOException {
    String notice = text(letter(CODE, "研修　太郎", ADDRESS)).get(0);
    assertThat(notice)
        .contains("電子証明書有効期限通知書")
        .contains("署名用電子証明書", "利用者証明用電子証明書", "令和9年2月17日(水)")
        .contains("いまから令和9年2月17日(水)まで", "手数料はかかりません")
        .contains("更新しないとき", "いつでも無料で申し込めます")
        .contains("月曜日から金曜日まで8時30分から17時15分まで", "電話046-225-2110")
        .contains(CODE.value())
        .contains("代理人にもう一度お越しいただきます")
        .doesNotContain("カードの有効期限も");
  }

  @Test
  void theReplyFormCarriesTheCodeItsTimeAndAPlaceForEachPin() throws IOException {
    String reply = text(letter(CODE, "研修　太郎", ADDRESS)).get(1);
    assertThat(reply)
        .contains("照会書兼回答書", CODE.value(), "使える期限令和9年2月17日(水)まで")
        .contains("代理人", "委任します", "本人の署名")
        .contains("署名用電子証明書の暗証番号", "利用者証明用電子証明書の暗証番号");
  }

  @Test
  void theReplyFormAsksOnlyForThePinOfWhatEnds() throws IOException {
    Letter one =
        new Letter(
            true,
            new Addressee("2430018", ADDRESS, "研修　太郎"),
            CODE,
            person("研修　太郎", ADDRESS),
            List.of(Ending.of(CertificateType.USER_AUTHENTICATION, LocalDate.of(2027, 2, 17))),
            true,
            true);
    List<String> sheets = text(one);
    assertThat(sheets.get(1)).doesNotContain("署名用電子証明書の暗証番号");
    assertThat(sheets.get(0))
        .as("R-CARD-ONLY: the card ends as well")
        .contains("カードの有効期限も", "先にカードの更新を申請")
        .as("R-PROXY-NOTICE: one visit")
        .doesNotContain("もう一度お越し");
  }

  /** Each letter on its own two sheets, so that a bundle is folded without looking at names. */
  @Test
  void everyHoldersSheetsLieTogetherWithTheirOwnCode() throws IOException {
    Letter second = letter(OTHER, "渡".repeat(60), Papers.LONGEST_ADDRESS);
    List<String> sheets =
        text(
            letter(CODE, "研修　太郎", ADDRESS),
            new Letter(
                false,
                second.to(),
                second.code(),
                second.holder(),
                second.ending(),
                second.cardToo(),
                second.proxyInOneVisit()));
    assertThat(sheets).hasSize(4);
    assertThat(sheets.subList(0, 2)).allMatch(sheet -> sheet.contains(CODE.value()));
    assertThat(sheets.subList(2, 4)).allMatch(sheet -> sheet.contains(OTHER.value()));
    assertThat(sheets.subList(2, 4)).noneMatch(sheet -> sheet.contains("研修太郎"));
  }

  @Test
  void theAddresseeAloneStandsInTheWindow() throws IOException {
    assertWindow("研修　太郎", ADDRESS);
    assertWindow("渡".repeat(60), Papers.LONGEST_ADDRESS);
  }

  private static void assertWindow(String name, String address) throws IOException {
    PrintedPaper paper = Papers.press().print(paper(letter(CODE, name, address)));
    assertThat(PaperText.readAloud(paper)).hasSize(2);
    List<Placed> letters = PaperText.letters(paper, 1);
    String seen =
        letters.stream()
            .filter(one -> one.left() < SEEN_RIGHT && one.top() < SEEN_BOTTOM)
            .map(Placed::text)
            .collect(Collectors.joining());
    assertThat(seen).startsWith("〒243-0018").endsWith("様").doesNotContain("市民課");
    assertThat(letters).allSatisfy(one -> assertThat(one.right()).isLessThan(200));
    assertThat(letters).allSatisfy(one -> assertThat(one.bottom()).isLessThan(292));
  }

  /** Without blanks and the readings beside the characters. */
  private static List<String> text(Letter... letters) throws IOException {
    return PaperText.readAloud(Papers.press().print(paper(letters))).stream()
        .map(sheet -> sheet.replaceAll("（[ぁ-ゖ]+）", "").replaceAll("\\s", ""))
        .toList();
  }

  private static ExpiryPaper paper(Letter... letters) {
    return new ExpiryPaper(
        Papers.head(), List.of(letters), List.of("月曜日から金曜日まで 8時30分から17時15分まで"), "046-225-2110");
  }

  private static Letter letter(LetterCode code, String name, String address) {
    return new Letter(
        true,
        new Addressee("2430018", address, name),
        code,
        person(name, address),
        Stream.of(CertificateType.values())
            .map(type -> Ending.of(type, LocalDate.of(2027, 2, 17)))
            .toList(),
        false,
        false);
  }

  private static Person person(String name, String address) {
    return new Person(name, "ケンシュウ　タロウ", LocalDate.of(1980, 2, 17), address);
  }
}
