package jp.madoguchi.web.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.madoguchi.audit.AuditKey;
import jp.madoguchi.audit.AuditPage;
import jp.madoguchi.text.SpreadsheetText;
import jp.madoguchi.web.rest.Json;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The forms in which the trail leaves as a file. */
enum AuditExport {
  /** RFC 4180, with a head line. */
  CSV("text/csv; charset=UTF-8") {
    @Override
    void writeHead(Writer out) throws IOException {
      out.write("id,at,actor,roles,terminal,act,subjectKind,subjectKey,outcome,details\r\n");
    }

    @Override
    void writeLine(AuditEventJson event, Writer out) throws IOException {
      CSVPrinter line = new CSVPrinter(out, CSVFormat.RFC4180);
      line.printRecord(
          Stream.of(
                  event.id(),
                  event.at(),
                  event.actor(),
                  String.join(" ", event.roles()),
                  event.terminal(),
                  event.act(),
                  event.subjectKind(),
                  event.subjectKey(),
                  event.outcome(),
                  Json.write(event.details()))
              .map(SpreadsheetText::harmless));
    }
  },
  /** One JSON object a line. */
  JSONL("application/jsonl; charset=UTF-8") {
    @Override
    void writeHead(Writer out) {}

    @Override
    void writeLine(AuditEventJson event, Writer out) throws IOException {
      out.write(Json.write(event));
      out.write('\n');
    }
  };

  private final String type;

  AuditExport(String type) {
    this.type = type;
  }

  static Optional<AuditExport> in(String format) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(format))
        .findFirst();
  }

  String type() {
    return type;
  }

  /**
   * Writes every page from the first on.
   *
   * @param following gives the page behind a key
   */
  void write(AuditPage first, Function<AuditKey, AuditPage> following, OutputStream out)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writeHead(writer);
    AuditPage page = first;
    while (page != null) {
      for (var act : page.acts()) {
        writeLine(AuditEventJson.of(act), writer);
      }
      writer.flush();
      page = page.next() == null ? null : following.apply(page.next());
    }
  }

  abstract void writeHead(Writer out) throws IOException;

  abstract void writeLine(AuditEventJson event, Writer out) throws IOException;
}
