package jp.madoguchi.web.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.resident.LineRefusal;
import jp.madoguchi.resident.LineRefusal.Reason;
import jp.madoguchi.resident.ResidentColumn;
import jp.madoguchi.text.Texts;
import org.junit.jupiter.api.Test;

class RefusalReportTest {

  private static final LineRefusal FIRST = new LineRefusal(3, "birth_date", Reason.IMPOSSIBLE_DATE);
  private static final LineRefusal SECOND = new LineRefusal(9, "line", Reason.MALFORMED);

  @Test
  void eachRefusedLineIsNamedWithFieldAndReason() throws IOException {
    assertThat(report(Locale.JAPANESE))
        .isEqualTo(
            "\uFEFF\"行番号\",\"項目\",\"理由\"\r\n"
                + "\"3\",\"生年月日\",\"ありえない日付です\"\r\n"
                + "\"9\",\"行全体\",\"引用符の使い方が正しくありません\"\r\n");
    assertThat(report(Locale.ENGLISH)).contains("\"3\",\"date of birth\",\"no such date\"");
  }

  @Test
  void everyFieldAndReasonHasItsWords() {
    for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
      for (Reason reason : Reason.values()) {
        assertThat(Texts.find(locale, "import.refusal." + reason)).as("%s", reason).isPresent();
      }
      for (ResidentColumn column : ResidentColumn.values()) {
        assertThat(Texts.find(locale, "import.field." + column.header())).isPresent();
      }
    }
  }

  private static String report(Locale locale) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    RefusalReport report =
        new RefusalReport(
            last ->
                last == null ? List.of(FIRST) : last.equals(FIRST) ? List.of(SECOND) : List.of(),
            locale);
    report.write(body);
    return body.toString(StandardCharsets.UTF_8);
  }
}
