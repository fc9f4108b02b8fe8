package jp.madoguchi.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.letter.PaperText.Placed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R-REISSUE-FREE-WILL: what the holder of a lapsed certificate gets by mail. */
class LapseNoticeTest {

  private static final String ADDRESS = "神奈川県厚木市中町三丁目１７番１７号";

  /** What may be seen through the window, from where the sheet lies leftmost and uppermost. */
  private static final double SEEN_RIGHT = 110;

  private static final double SEEN_BOTTOM = 70;

  @Test
  void itSaysWhatEndedAndWhyAndThatNobodyHasToApplyAgain() throws IOException {
    assertThat(text(notice("研修　太郎", ADDRESS)))
        .contains("電子証明書失効のお知らせ")
        .contains("署名用電子証明書", "住所が変わったため", "令和8年11月24日10:05")
        .contains("「利用者証明用電子証明書」は、これまでどおり使えます")
        .contains("もう一度申し込む必要はありません")
        .contains("いつでも申し込めます。手数料はかかりません")
        .contains("月曜日から金曜日まで8時30分から17時15分まで")
        .contains("電話046-225-2110", "番号L-50")
        .contains("本人確認の書類として使えます")
        .doesNotContain("先にカードの申請");
  }

  /** R-FEE: a card that was lost costs, and a revoked one proves nobody's identity. */
  @Test
  void whoHasNoGoodCardIsToldThatOneIsNeededFirst() throws IOException {
    assertThat(text(notice("研修　太郎", ADDRESS, false)))
        .contains("カードをなくしたときを除き、手数料はかかりません")
        .contains("カードをお持ちでない方は、先にカードの申請が要ります")
        .doesNotContain("本人確認の書類として使えます");
  }

  static Stream<Arguments> addressees() {
    return Stream.of("研修　太郎", Papers.KATSURAGI, "渡".repeat(60))
        .flatMap(
            name ->
                Stream.of(ADDRESS, Papers.LONGEST_ADDRESS)
                    .map(address -> Arguments.of(name, address)));
  }

  @ParameterizedTest
  @MethodSource("addressees")
  void theAddresseeAloneStandsInTheWindowAndAllIsOnOneSheet(String name, String address)
      throws IOException {
    PrintedPaper paper = Papers.press().print(notice(name, address));
    List<Placed> letters = PaperText.letters(paper, 1);
    String seen =
        letters.stream()
            .filter(one -> one.left() < SEEN_RIGHT && one.top() < SEEN_BOTTOM)
            .map(Placed::text)
            .collect(Collectors.joining());
    assertThat(seen).startsWith("〒243-0018").endsWith("様").doesNotContain("市民課");
    assertThat(letters).allSatisfy(one -> assertThat(one.right()).isLessThan(200));
    assertThat(letters).allSatisfy(one -> assertThat(one.bottom()).isLessThan(292));
    assertThat(PaperText.readAloud(paper)).hasSize(1);
  }

  /** Without the readings beside the characters. */
  private static String text(LapseNotice notice) throws IOException {
    return PaperText.readAloud(Papers.press().print(notice)).get(0).replaceAll("（[ぁ-ゖ]+）", "");
  }

  private static LapseNotice notice(String name, String address) {
    return notice(name, address, true);
  }

  private static LapseNotice notice(String name, String address, boolean cardGood) {
    return new LapseNotice(
        Papers.head(),
        "L-50",
        new Addressee("2430018", address, name),
        List.of(
            LapseNotice.Lapsed.of(
                CertificateType.SIGNATURE, Instant.parse("2026-11-24T01:05:00Z"), "住所が変わったため")),
        List.of(CertificateCopy.word(CertificateType.USER_AUTHENTICATION)),
        cardGood,
        List.of("月曜日から金曜日まで 8時30分から17時15分まで"),
        "046-225-2110");
  }
}
