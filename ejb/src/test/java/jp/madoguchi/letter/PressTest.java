package jp.madoguchi.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class PressTest {

  private static final Instant MORNING = Instant.parse("2026-11-24T01:05:00Z");

  @Test
  void theSamePaperAtTheSameTimeIsTheSameFile() {
    byte[] once = Papers.press().print(slip(Papers.head())).pdf();
    byte[] again = Papers.press().print(slip(Papers.head())).pdf();

    assertThat(again).isEqualTo(once);
  }

  @Test
  void papersThatArePrintedAtOnceDoNotMixTheirRareCharacters() throws Exception {
    ExecutorService counters = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> printing =
          Stream.of(Papers.YOSHIDA, Papers.TSUJI, Papers.HOKKE, Papers.KATSURAGI)
              .<Callable<String>>map(
                  name -> () -> PaperText.of(Papers.press().print(Papers.receiptFor(name))))
              .toList();
      var printed = counters.invokeAll(printing);
      assertThat(printed.get(0).get()).contains("𠮷田 花子 様");
      assertThat(printed.get(1).get()).contains("辻󠄀 美咲 様");
      assertThat(printed.get(2).get()).contains("𩸽 﨑子 様");
      assertThat(printed.get(3).get()).contains("葛󠄀城 渡 様");
    } finally {
      counters.shutdownNow();
    }
  }

  @Test
  void theFileSaysItsTitleLanguageOfficeAndTheOfficesTime() throws IOException {
    PrintedPaper paper = Papers.press().print(Papers.receiptFor(Papers.YOSHIDA));

    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      var properties = document.getDocumentInformation();
      assertThat(properties.getTitle()).isEqualTo("領収書");
      assertThat(properties.getAuthor()).isEqualTo("厚木市役所");
      assertThat(properties.getCreationDate().toInstant()).isEqualTo(MORNING);
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja");
      assertThat(metadata(document))
          .contains("<xmp:CreateDate>2026-11-24T10:05+09:00</xmp:CreateDate>")
          .contains("<pdfaid:part>2</pdfaid:part>")
          .contains("<pdfaid:conformance>U</pdfaid:conformance>");
    }
  }

  @Test
  void everyPageOfTheTrainingStageSaysSo() throws IOException {
    assertThat(PaperText.pages(Papers.press().print(longList(Papers.training()))))
        .hasSizeGreaterThan(2)
        .allSatisfy(page -> assertThat(page).contains("研修"));
    assertThat(PaperText.pages(Papers.press().print(longList(Papers.head()))))
        .noneSatisfy(page -> assertThat(page).contains("研修"));
  }

  @Test
  void theSlipsBarcodeGivesTheReceptionNumberToAScanner() throws Exception {
    for (Letterhead head : List.of(Papers.head(), Papers.training())) {
      PrintedPaper paper = Papers.press().print(slip(head));

      assertThat(scan(PaperText.image(paper)).getText()).isEqualTo("2026-000042-7");
    }
  }

  @Test
  void theReceiptStatesWhatWasPaidWhenAndToWhom() throws IOException {
    String text = PaperText.of(Papers.press().print(Papers.receiptFor("山田　太郎")));

    assertThat(text)
        .contains("No. 000042")
        .contains("2026-000042-7")
        .contains("¥200")
        .contains("お預り ¥1,000")
        .contains("お釣り ¥800")
        .contains("令和8年11月24日")
        .contains("厚木市役所 市民課")
        .contains("取扱者 clerk1");
  }

  @Test
  void theLongestAddressAndEveryNameStayWithinThePage() throws IOException {
    PrintedPaper paper = Papers.press().print(longList(Papers.head()));

    assertThat(paper.printability().complete()).isTrue();
    assertThat(PaperText.of(paper).replace(" ", "")).contains(Papers.LONGEST_ADDRESS);
    assertThat(outside(paper)).isEmpty();
  }

  private static ReceptionSlip slip(Letterhead head) {
    return ReceptionSlip.of(
        head, "2026-000042-7", Papers.YOSHIDA, "新規発行", List.of("署名用"), 0, MORNING);
  }

  private static CertificateCopy longList(Letterhead head) {
    return new CertificateCopy(
        head,
        "2026-000042-7",
        Papers.DIFFICULT_NAMES.stream()
            .flatMap(name -> Stream.of(name, name))
            .map(Papers::entry)
            .toList(),
        null);
  }

  /** Whatever stands nearer than 10 mm to an edge, where an office printer does not print. */
  private static List<String> outside(PrintedPaper paper) throws IOException {
    return PaperText.letters(paper, 1).stream()
        .filter(letter -> letter.left() < 10 || letter.right() > 200)
        .map(PaperText.Placed::text)
        .toList();
  }

  private static String metadata(PDDocument document) throws IOException {
    return new String(
        document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
  }

  private static Result scan(BufferedImage page) throws Exception {
    int[] pixels = PaperText.pixels(page);
    return new Code128Reader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))));
  }
}
