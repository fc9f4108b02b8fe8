package jp.madoguchi.resident;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.LineRefusal.Reason;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads an import line by line. */
final class ResidentCsv implements AutoCloseable {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final CsvLines lines;
  private final EntryReader entries;
  private final List<ResidentColumn> columns;

  /**
   * Reads the header.
   *
   * @param entries checks the values of a line
   * @throws jp.madoguchi.problem.BusinessException {@code import-header} with what is missing,
   *     unknown or doubled; nothing can be kept then
   */
  ResidentCsv(InputStream bytes, EntryReader entries) {
    this.lines = new CsvLines(bytes);
    this.entries = entries;
    this.columns = header();
  }

  /** The next line that is not blank, or empty at the end. */
  Optional<ImportLine> next() {
    try {
      for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
        if (line.tooLong() || !line.text().isBlank()) {
          return Optional.of(read(line));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportLine read(CsvLines.Line line) {
    if (line.tooLong()) {
      return refused(line, Reason.TOO_LONG);
    }
    if (line.text().indexOf('\uFFFD') >= 0) {
      return refused(line, Reason.NOT_UTF8);
    }
    String[] values = values(line.text());
    if (values == null) {
      return refused(line, Reason.MALFORMED);
    }
    if (values.length != columns.size()) {
      return refused(line, Reason.COLUMN_COUNT);
    }
    String[] ordered = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      ordered[columns.get(i).ordinal()] = values[i];
    }
    return entries.read(line.number(), ordered);
  }

  private static ImportLine refused(CsvLines.Line line, Reason reason) {
    return new ImportLine.Refused(List.of(LineRefusal.ofLine(line.number(), reason)));
  }

  private List<ResidentColumn> header() {
    String[] names = headerNames();
    List<Optional<ResidentColumn>> found = Arrays.stream(names).map(ResidentColumn::named).toList();
    String unknown =
        Arrays.stream(names)
            .filter(name -> ResidentColumn.named(name).isEmpty())
            .map(ResidentCsv::shown)
            .collect(Collectors.joining(", "));
    EnumSet<ResidentColumn> missing = EnumSet.allOf(ResidentColumn.class);
    found.forEach(column -> column.ifPresent(missing::remove));
    String absent = missing.stream().map(ResidentColumn::header).collect(Collectors.joining(", "));
    if (!unknown.isEmpty() || !absent.isEmpty()) {
      throw Problem.refused("import-header", dash(unknown), dash(absent)).asException();
    }
    if (found.size() != ResidentColumn.values().length) {
      throw Problem.refused("import-header-doubled").asException();
    }
    return found.stream().map(Optional::orElseThrow).toList();
  }

  private String[] headerNames() {
    try {
      CsvLines.Line line = lines.next();
      if (line == null || line.text().isBlank()) {
        throw Problem.refused("import-empty").asException();
      }
      String[] names = line.tooLong() ? null : values(line.text());
      if (names == null || line.text().indexOf('\uFFFD') >= 0 || line.text().indexOf(0) >= 0) {
        throw Problem.refused("import-not-csv").asException();
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values of a line, or null when its quotation marks are out of order. */
  private static String[] values(String line) {
    try (CSVParser parser = FORMAT.parse(new StringReader(line))) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? records.get(0).values() : null;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return null;
    }
  }

  /** A name out of a stranger's file, fit to be shown. */
  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?").strip();
    return plain.isEmpty() ? "?" : plain.substring(0, Math.min(plain.length(), 40));
  }

  private static String dash(String list) {
    return list.isEmpty() ? "—" : list.substring(0, Math.min(list.length(), 500));
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
