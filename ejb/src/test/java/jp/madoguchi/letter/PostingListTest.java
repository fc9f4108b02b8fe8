package jp.madoguchi.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** R-LETTER-STATES: which letters of a day were posted, by whom. */
class PostingListTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Instant PRINTED = Instant.parse("2026-11-24T01:05:00Z");
  private static final Instant POSTED = Instant.parse("2026-11-24T06:30:00Z");
  private static final LetterCode CODE = new LetterCode("0000-0000-00150");

  @Test
  void theListNamesEachLetterWithWhoPostedItAndPlacesToSign() throws IOException {
    String text = text(list(posted(Papers.YOSHIDA), waiting(Papers.TSUJI)));

    assertThat(text)
        .contains("発送簿", "令和8年11月24日(火)", "厚木市役所 市民課")
        .contains(CODE + " 2026-000042-7 𠮷田 花子 243-0018 R8.11.24 10:05 R8.11.24 15:30 clerk2")
        .contains("辻󠄀 美咲 243-0018 R8.11.24 10:05 未発送")
        .contains("合計 2通（発送済み 1通、未発送 1通）")
        .contains("発送した人 確認した人 係長");
  }

  @Test
  void aDayWithoutLettersSaysSo() throws IOException {
    assertThat(text(list())).contains("この日の照会書はありません。").contains("合計 0通");
  }

  @Test
  void aLongListHasItsHeadingOnEveryPage() throws IOException {
    PostingList.Line[] lines =
        IntStream.range(0, 80)
            .mapToObj(i -> waiting(Papers.YOSHIDA))
            .toArray(PostingList.Line[]::new);

    assertThat(PaperText.pages(Papers.press().print(list(lines))))
        .hasSizeGreaterThan(1)
        .allSatisfy(page -> assertThat(page).contains("照会書の番号"));
  }

  @Test
  void theFileForASpreadsheetIsMarkedAsUtf8AndReadAsWritten() throws IOException {
    byte[] csv = list(posted(Papers.YOSHIDA), waiting("SMITH, JOHN \"JR\"")).csv();

    assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
    List<CSVRecord> rows = rows(csv);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1).toList())
        .containsExactly(
            "1",
            CODE.value(),
            "2026-000042-7",
            Papers.YOSHIDA,
            "243-0018",
            "2026-11-24 10:05",
            "2026-11-24 15:30",
            "clerk2");
    assertThat(rows.get(2).get(3)).isEqualTo("SMITH, JOHN \"JR\"");
    assertThat(rows.get(2).get(6)).isEmpty();
  }

  @Test
  void aNameThatLooksLikeAFormulaStaysAText() throws IOException {
    for (String name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1")) {
      assertThat(rows(list(waiting(name)).csv()).get(1).get(3)).isEqualTo("'" + name);
    }
  }

  @Test
  void everyCodeStaysATextWithoutAnApostrophe() throws IOException {
    LetterCode code = LetterCode.random(new SplittableRandom(7));
    PostingList.Line line =
        new PostingList.Line(code, "2026-000042-7", "研修　太郎", "243-0018", PRINTED, null, null);

    assertThat(rows(list(line).csv()).get(1).get(1)).isEqualTo(code.value());
  }

  private static PostingList list(PostingList.Line... lines) {
    return PostingList.of(Papers.head(), DAY, List.of(lines));
  }

  private static PostingList.Line posted(String name) {
    return new PostingList.Line(CODE, "2026-000042-7", name, "2430018", PRINTED, POSTED, "clerk2");
  }

  private static PostingList.Line waiting(String name) {
    return new PostingList.Line(CODE, "2026-000043-5", name, "2430018", PRINTED, null, null);
  }

  private static String text(PostingList list) throws IOException {
    return PaperText.of(Papers.press().print(list));
  }

  private static List<CSVRecord> rows(byte[] csv) throws IOException {
    String text = new String(csv, StandardCharsets.UTF_8).substring(1);
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
      return parser.getRecords();
    }
  }
}
