package jp.madoguchi.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.letter.PaperText.Placed;
import jp.madoguchi.letter.Printability.Lacking;
import jp.madoguchi.letter.Printability.Substitute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R-LETTER: what the applicant of a proxy gets by mail. */
class InquiryPaperTest {

  private static final LetterCode CODE = new LetterCode("0000-0000-00150");
  private static final String SIGNATURE = "署名用電子証明書";
  private static final String AUTHENTICATION = "利用者証明用電子証明書";
  private static final String USUAL_ADDRESS = "神奈川県厚木市中町三丁目１７番１７号";
  private static final String LONGEST_NAME = "葛󠄀城　" + "葛󠄀髙𠮷".repeat(19);
  private static final String LONGEST_LATIN =
      "WOLFESCHLEGELSTEINHAUSENBERGERDORFF HUBERT BLAINE WALDEMAR W";

  /** What may be seen through the window, from where the sheet lies leftmost and uppermost. */
  private static final double SEEN_RIGHT = 110;

  private static final double SEEN_BOTTOM = 70;

  static Stream<Arguments> addressees() {
    return Stream.concat(
            Papers.DIFFICULT_NAMES.stream(),
            Stream.of("研修　太郎", LONGEST_NAME, LONGEST_LATIN, "渡".repeat(60)))
        .flatMap(
            name ->
                Stream.of(USUAL_ADDRESS, Papers.LONGEST_ADDRESS)
                    .map(address -> Arguments.of(name, address)));
  }

  @ParameterizedTest
  @MethodSource("addressees")
  void theAddresseeAloneStandsInTheWindowAndNothingOfALongNameOrAddressIsLost(
      String name, String address) throws IOException {
    PrintedPaper paper = print(letter(person(name, address)));

    List<List<Placed>> letters = PaperText.letters(paper);
    assertAloneInTheWindowWhereverTheSheetLies(letters.get(0), name, address);
    assertNothingIsLost(paper, letters, name, address);
  }

  private static void assertAloneInTheWindowWhereverTheSheetLies(
      List<Placed> letters, String name, String address) {
    List<Placed> seen =
        letters.stream().filter(one -> one.left() < SEEN_RIGHT && one.top() < SEEN_BOTTOM).toList();
    assertThat(seen)
        .allSatisfy(
            one -> {
              assertThat(one.left()).isGreaterThanOrEqualTo(19.9f);
              assertThat(one.top()).isGreaterThanOrEqualTo(14.9f);
              assertThat(one.right()).isLessThanOrEqualTo(85.1f);
              assertThat(one.bottom()).isLessThanOrEqualTo(49);
            });
    assertThat(seen.stream().map(Placed::text).collect(Collectors.joining()))
        .isEqualTo("〒243-0018転送不要" + plain(address) + plain(name) + "様");
  }

  private static void assertNothingIsLost(
      PrintedPaper paper, List<List<Placed>> letters, String name, String address)
      throws IOException {
    assertThat(paper.printability().complete()).isTrue();
    List<String> pages = PaperText.readAloud(paper);
    assertThat(pages).hasSize(4);
    assertThat(pages.subList(0, 3))
        .allSatisfy(page -> assertThat(page).contains(plain(name), plain(address)));
    assertThat(letters).hasSize(4);
    for (List<Placed> page : letters) {
      assertThat(page)
          .allSatisfy(
              one -> {
                assertThat(one.left()).isGreaterThan(10);
                assertThat(one.right()).isLessThan(200);
                assertThat(one.bottom()).isLessThan(292);
              });
    }
  }

  @Test
  void everySheetGivesTheCodeToAScannerAndToTheEye() throws Exception {
    for (Letterhead head : List.of(Papers.head(), Papers.training())) {
      PrintedPaper paper = print(letter(head, person(Papers.YOSHIDA, USUAL_ADDRESS)));

      for (int page = 1; page <= 4; page++) {
        assertThat(scan(PaperText.image(paper, page))).isEqualTo(CODE.value());
      }
      assertThat(PaperText.readAloud(paper))
          .allSatisfy(page -> assertThat(page).contains(CODE.value()));
    }
  }

  @Test
  void theInquirySaysWhyUntilWhenWhatToBringAndWhomToAsk() throws IOException {
    assertThat(PaperText.readAloud(print(letter(person(Papers.TSUJI, USUAL_ADDRESS)))).get(0))
        .contains("転送不要", "照会書", "研修花子さん（ご本人との関係配偶者）")
        .contains("令和8年12月24日(木)まで")
        .doesNotContain("発送の日から")
        .contains("・ご本人のマイナンバーカード・代理人の本人確認書類")
        .contains("月曜日から金曜日まで8時30分から17時15分まで")
        .contains("電話046-225-2110");
  }

  @Test
  void aDueDateThatCountsFromPostingIsGivenWithItsRule() throws IOException {
    ReplyDue due = ReplyDue.afterPosting(30, LocalDate.of(2026, 11, 24));
    InquiryPaper letter = letter(person(Papers.TSUJI, USUAL_ADDRESS), due, List.of(SIGNATURE));

    assertThat(PaperText.readAloud(print(letter)).get(0))
        .contains("令和8年12月24日(木)まで")
        .contains("発送の日から30日以内です。上の日付は、印刷した日に発送した場合のものです。");
  }

  @Test
  void theReplyHasABoxForEachCharacterOfAPin() throws IOException {
    InquiryPaper letter = letter(person(Papers.TSUJI, USUAL_ADDRESS));

    assertThat(letter.signatureBoxes()).hasSize(16);
    assertThat(letter.authenticationBoxes()).hasSize(4);
    assertThat(PaperText.readAloud(print(letter)).get(1))
        .contains("電子証明書新規発行／更新回答書")
        .contains("□" + SIGNATURE, "□" + AUTHENTICATION)
        .contains("目隠しシール", "6文字以上16文字以下", "数字4桁");
  }

  @Test
  void theReplyAsksForNoPinOfACertificateThatWasNotAppliedFor() throws IOException {
    InquiryPaper letter =
        letter(
            person(Papers.TSUJI, USUAL_ADDRESS),
            ReplyDue.on(LocalDate.of(2026, 12, 24)),
            List.of(AUTHENTICATION));

    assertThat(PaperText.readAloud(print(letter)).get(1))
        .contains("□" + AUTHENTICATION)
        .contains(SIGNATURE + "今回は申請されていません")
        .doesNotContain("6文字以上16文字以下");
  }

  @Test
  void thePowerOfAttorneyNamesBothSoThatOnlyDateAndSignatureAreWritten() throws IOException {
    assertThat(PaperText.readAloud(print(letter(person(Papers.HOKKE, USUAL_ADDRESS)))).get(2))
        .contains("フリガナケンシュウハナコ氏名研修花子生年月日昭和30年5月3日")
        .contains("本人との関係配偶者")
        .contains("氏名" + plain(Papers.HOKKE) + "生年月日昭和55年2月17日")
        .contains("委任した日令和年月日本人の署名");
  }

  @Test
  void theInstructionsSayHowToSealUntilWhenAndWhomToAsk() throws IOException {
    assertThat(PaperText.readAloud(print(letter(person(Papers.HOKKE, USUAL_ADDRESS)))).get(3))
        .contains("封（ふう）をします", "期限（きげん）は令和8年12月24日(木)です", "046-225-2110")
        .contains("緘", "電子証明書回答書在中");
  }

  @Test
  void aWordIsReadWholeAndItsReadingInBrackets() throws IOException {
    String page = PaperText.readAloud(print(letter(person(Papers.HOKKE, USUAL_ADDRESS)))).get(0);

    assertThat(page).contains("ご本人（ほんにん）の意思（いし）によるものかどうかを確認（かくにん）するため");
  }

  @Test
  void aReadingStandsOverTheMiddleOfItsWord() throws IOException {
    List<Placed> letters = PaperText.letters(print(letter(person("架空　花子", USUAL_ADDRESS))), 4);
    String text = letters.stream().map(Placed::text).collect(Collectors.joining());

    int word = text.indexOf("委任状（");
    Placed first = letters.get(word);
    Placed last = letters.get(word + 2);
    int reading = text.indexOf("いにんじょう", word);
    Placed begin = letters.get(reading);
    Placed end = letters.get(reading + "いにんじょう".length() - 1);
    assertThat((begin.left() + end.right()) / 2)
        .isCloseTo((first.left() + last.right()) / 2, within(0.6f));
    assertThat(begin.bottom()).isLessThanOrEqualTo(first.top() + 1);
  }

  @Test
  void aCharacterThatCannotBePrintedIsListedBeforeTheLetterIsMailed() throws IOException {
    PrintedPaper paper = print(letter(person("山\uE123田　太郎", USUAL_ADDRESS)));

    assertThat(paper.printability().lacking())
        .containsExactly(new Lacking("\uE123", "U+E123", Substitute.GETA));
    assertThat(PaperText.readAloud(paper).get(0)).contains("山〓田太郎様");
  }

  @Test
  void whatSomebodyTypedIsNeverMarkup() throws IOException {
    String name = "<ruby>山<rt>やま</rt></ruby> & Co";

    assertThat(PaperText.readAloud(print(letter(person(name, USUAL_ADDRESS)))).get(0))
        .contains(plain(name) + "様");
  }

  @Test
  void aLetterIsAboutCertificates() {
    Person applicant = person(Papers.HOKKE, USUAL_ADDRESS);
    ReplyDue due = ReplyDue.on(LocalDate.of(2026, 12, 24));

    for (List<String> types : List.of(List.<String>of(), List.of("署名用"))) {
      assertThatThrownBy(() -> letter(applicant, due, types))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static org.assertj.core.data.Offset<Float> within(float mm) {
    return org.assertj.core.data.Offset.offset(mm);
  }

  private static PrintedPaper print(InquiryPaper letter) {
    return Papers.press().print(letter);
  }

  private static Person person(String name, String address) {
    return new Person(name, "カクウ　ハナコ", LocalDate.of(1980, 2, 17), address);
  }

  private static InquiryPaper letter(Person applicant) {
    return letter(Papers.head(), applicant);
  }

  private static InquiryPaper letter(Letterhead head, Person applicant) {
    return InquiryPaper.of(
        head,
        new Addressee("2430018", applicant.address(), applicant.name()),
        CODE,
        applicant,
        new Person("研修　花子", "ケンシュウ　ハナコ", LocalDate.of(1955, 5, 3), applicant.address()),
        "配偶者",
        "新規発行",
        List.of(SIGNATURE, AUTHENTICATION),
        LocalDate.of(2026, 12, 24),
        List.of("月曜日から金曜日まで 8時30分から17時15分まで", "土曜日 8時30分から12時まで"),
        List.of("ご本人のマイナンバーカード", "代理人の本人確認書類", "回答書（封をした封筒のまま）", "委任状"),
        "046-225-2110");
  }

  private static InquiryPaper letter(Person applicant, ReplyDue due, List<String> types) {
    InquiryPaper usual = letter(applicant);
    return new InquiryPaper(
        usual.head(),
        usual.to(),
        usual.code(),
        applicant,
        usual.proxy(),
        usual.relation(),
        usual.kind(),
        types,
        due,
        usual.openingHours(),
        usual.bring(),
        usual.telephone());
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u3000]", "");
  }

  private static String scan(BufferedImage page) throws Exception {
    int[] pixels = PaperText.pixels(page);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
            Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }
}
