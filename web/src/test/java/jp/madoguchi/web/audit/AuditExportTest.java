package jp.madoguchi.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actor;
import jp.madoguchi.audit.AuditPage;
import jp.madoguchi.audit.RecordedAct;
import org.junit.jupiter.api.Test;

class AuditExportTest {

  private static final Instant AT = Instant.parse("2026-11-24T01:00:00Z");

  @Test
  void everyPageIsWrittenToTheEnd() throws IOException {
    RecordedAct second = act(2, "b");
    AuditPage first = new AuditPage(List.of(second), second.key());
    AuditPage last = new AuditPage(List.of(act(1, "a")), null);

    String lines = write(AuditExport.JSONL, first, last);

    assertThat(lines.lines()).hasSize(2);
    assertThat(lines.lines().findFirst().orElseThrow())
        .startsWith("{\"id\":2,\"at\":\"2026-11-24T10:00:00+09:00\",\"actor\":\"clerk1\"");
  }

  @Test
  void aTextThatBeginsLikeAFormulaStaysAText() throws IOException {
    AuditPage page = new AuditPage(List.of(act(1, "=HYPERLINK(\"x\")")), null);

    assertThat(write(AuditExport.CSV, page, null)).contains(",\"'=HYPERLINK(\"\"x\"\")\",");
  }

  @Test
  void thereAreTwoForms() {
    assertThat(AuditExport.in("csv")).contains(AuditExport.CSV);
    assertThat(AuditExport.in("jsonl")).contains(AuditExport.JSONL);
    assertThat(AuditExport.in("xlsx")).isEmpty();
  }

  private static String write(AuditExport export, AuditPage first, AuditPage next)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(first, key -> next, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static RecordedAct act(long id, String subject) {
    return new RecordedAct(
        id,
        AT,
        new Actor("clerk1", new TreeSet<>(Set.of("CLERK")), null),
        Act.done("case.seen", "CASE", subject));
  }
}
