package jp.madoguchi.web.resident;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import jp.madoguchi.resident.LineRefusal;
import jp.madoguchi.text.Texts;

/**
 * The refused lines of an import as CSV, in bounded memory however many they are. It begins with a
 * byte order mark, by which spreadsheets know UTF-8.
 */
final class RefusalReport {

  private final Pages pages;
  private final Locale locale;

  /** Gives the refusals after one, or the first ones for null; an empty list at the end. */
  interface Pages {

    List<LineRefusal> after(LineRefusal last);
  }

  RefusalReport(Pages pages, Locale locale) {
    this.pages = pages;
    this.locale = locale;
  }

  void write(OutputStream body) throws IOException {
    Writer csv = new OutputStreamWriter(body, StandardCharsets.UTF_8);
    csv.write("\uFEFF");
    row(csv, text("report.line"), text("report.field"), text("report.reason"));
    List<LineRefusal> page = pages.after(null);
    while (!page.isEmpty()) {
      for (LineRefusal refusal : page) {
        row(
            csv,
            Long.toString(refusal.line()),
            text("field." + refusal.field()),
            text("refusal." + refusal.reason()));
      }
      page = pages.after(page.get(page.size() - 1));
    }
    csv.flush();
  }

  private String text(String key) {
    return Texts.get(locale, "import." + key);
  }

  private static void row(Writer csv, String... values) throws IOException {
    UnaryOperator<String> quoted = value -> '"' + value.replace("\"", "\"\"") + '"';
    csv.write(String.join(",", List.of(values).stream().map(quoted).toList()) + "\r\n");
  }
}
