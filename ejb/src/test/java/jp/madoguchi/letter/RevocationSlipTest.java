package jp.madoguchi.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 失効受付票 and カード紛失受付票: what became of certificates, on one sheet. */
class RevocationSlipTest {

  private static final RevocationSlip.Line SIGNATURE = line("署名用電子証明書", "失効");
  private static final RevocationSlip.Line AUTHENTICATION = line("利用者証明用電子証明書", "失効");

  @Test
  void itSaysWhatEndedWhenAndThatNothingBringsItBack() throws IOException {
    assertThat(
            text(
                RevocationSlip.revoked(
                    Papers.head(),
                    "V-12",
                    Papers.YOSHIDA,
                    "秘密鍵漏えい等届",
                    "見本　花子",
                    List.of(SIGNATURE, AUTHENTICATION),
                    "令和8年11月24日 10:05")))
        .contains("失効受付票", "V-12", "秘密鍵漏えい等届", "届け出た方見本花子様")
        .contains("署名用電子証明書", "失効", "令和8年11月24日10:05")
        .contains("失効した電子証明書は、元に戻せません")
        .doesNotContain("見つかったら");
  }

  @Test
  void ofAHeldCardItSaysHowItIsReleased() throws IOException {
    assertThat(text(loss(List.of(line("署名用電子証明書", "一時保留")), true, false)))
        .contains("カード紛失受付票", "一時保留", "カードが見つかったら", "電話では解除できません")
        .doesNotContain("元に戻せません", "届け出た方");
  }

  @Test
  void aCardWithoutCertificatesIsSaidToHaveNone() throws IOException {
    assertThat(text(loss(List.of(), true, false))).contains("止める電子証明書はありませんでした");
  }

  /** Held, and then released or revoked: the most that becomes of two certificates. */
  @Test
  void allThatBecameOfTwoCertificatesIsOnOneSheet() throws IOException {
    List<RevocationSlip.Line> most =
        Stream.of("一時保留", "保留の解除")
            .flatMap(word -> Stream.of(line("署名用電子証明書", word), line("利用者証明用電子証明書", word)))
            .toList();
    assertThat(PaperText.readAloud(Papers.press().print(loss(most, false, false)))).hasSize(1);
    assertThat(PaperText.readAloud(Papers.press().print(loss(most, false, true)))).hasSize(1);
  }

  private static RevocationSlip loss(
      List<RevocationSlip.Line> lines, boolean held, boolean revoked) {
    return RevocationSlip.ofLoss(
        Papers.head(),
        "K-123456",
        Papers.KATSURAGI,
        "カードの紛失による一時停止",
        "",
        lines,
        "令和8年11月24日 10:05",
        held,
        revoked);
  }

  private static RevocationSlip.Line line(String word, String became) {
    return new RevocationSlip.Line(word, "…EF012345", became, "令和8年11月24日 10:05");
  }

  private static String text(RevocationSlip slip) throws IOException {
    return String.join("", PaperText.readAloud(Papers.press().print(slip)))
        .replaceAll("[\\s\\u3000]", "");
  }
}
