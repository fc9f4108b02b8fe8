package jp.madoguchi.web.calendar;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.madoguchi.calendar.CalendarAdministration;
import jp.madoguchi.calendar.HolidayImport;
import jp.madoguchi.calendar.HolidayPreview;
import jp.madoguchi.calendar.HolidayPreview.Importable;
import jp.madoguchi.calendar.HolidayPreview.Refused;
import jp.madoguchi.calendar.SyukujitsuCsv;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.text.Texts;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.PageTexts;

/** 祝日の一覧の取込み: what the Cabinet Office's list would change, and then the import. */
@Named
@ViewScoped
public class HolidayListPage implements Serializable {

  private static final long serialVersionUID = 1;

  private static final Map<String, String> FIELDS =
      Map.of(
          "holiday-list-head", "file",
          "holiday-list-too-large", "file",
          "holiday-list-encoding", "file",
          "holiday-list-empty", "file",
          "holiday-list-gap", "file",
          "holiday-list-outdated", "file",
          "date-out-of-range", "file");

  /** A day that changes; {@code kind} is the chip's. */
  public record Row(LocalDate date, String what, String kind, String before, String after)
      implements Serializable {

    static Row of(HolidayPreview.Change change, PageTexts texts) {
      return new Row(
          change.date(),
          texts.get("holidays.change." + change.kind()),
          change.kind() == HolidayPreview.Kind.REMOVED ? "WARNING" : "NOW",
          change.before().orElse(""),
          change.after().orElse(""));
    }
  }

  /** A line that is refused, with its number. */
  public record Line(Object number, String why, String next) implements Serializable {

    static Line of(Problem problem, PageTexts texts) {
      Object[] arguments = problem.arguments().toArray();
      String stem = "problem." + problem.code();
      return new Line(
          arguments[0],
          Texts.get(texts.locale(), stem + ".title", arguments),
          Texts.get(texts.locale(), stem + ".next", arguments));
    }
  }

  @Inject private transient CalendarAdministration administration;
  @Inject private transient PageTexts texts;

  private transient Part file;
  private byte[] read;
  private String span;
  private List<Row> rows;
  private List<LocalDate> differences;
  private List<Line> refused;

  /** Reads the list and shows what it would change. */
  public String look() {
    read = null;
    refused = List.of();
    return Attempt.to(
        FIELDS,
        () -> {
          byte[] bytes = bytes();
          HolidayPreview preview = administration.preview(bytes);
          if (preview instanceof Refused not) {
            refused = not.lines().stream().map(line -> Line.of(line, texts)).toList();
          } else if (preview instanceof Importable able) {
            read = bytes;
            show(able);
          }
          return null;
        });
  }

  /** Takes the list that was looked at. */
  public String take() {
    return Attempt.to(
        () -> {
          if (read == null) {
            throw Problem.refused("holiday-list-empty").asException();
          }
          HolidayImport done = administration.importHolidays(read);
          return Done.at("/calendar/index.xhtml", "holidays.imported", done.holidays());
        });
  }

  private void show(Importable able) {
    HolidayImport result = able.result();
    span =
        texts.of(
            "holidays.span",
            result.holidays(),
            String.valueOf(result.firstYear()),
            String.valueOf(result.lastYear()));
    rows = able.changes().stream().map(change -> Row.of(change, texts)).toList();
    differences = result.differences();
  }

  private byte[] bytes() {
    try (InputStream body = file.getInputStream()) {
      return body.readNBytes(SyukujitsuCsv.LARGEST_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a list that can be taken is looked at. */
  public boolean isReadable() {
    return read != null;
  }

  public String getSpan() {
    return span;
  }

  public List<Row> getRows() {
    return rows;
  }

  public List<LocalDate> getDifferences() {
    return differences;
  }

  public List<Line> getRefused() {
    return refused;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
