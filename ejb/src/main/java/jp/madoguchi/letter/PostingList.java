package jp.madoguchi.letter;

import io.jstach.jstache.JStache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.text.SpreadsheetText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The letters of a day and who posted them (発送簿).
 *
 * <p>Of the addressee it names what tells one envelope from another in the hand: name and postal
 * code. The address stands on the letter and in the case, and all are addresses in this city
 * (R-RESIDENT), so a list that leaves the office does without it (R-MINIMUM).
 */
@JStache(path = "jp/madoguchi/letter/posting-list.html")
public record PostingList(Letterhead head, String day, List<Line> lines) implements Paper {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /**
   * A letter.
   *
   * @param postedAt null while it is not posted
   * @param postedBy the login of whoever confirmed that it was posted; null while nobody did
   */
  public record Line(
      LetterCode code,
      String receptionNumber,
      String name,
      String postalCode,
      Instant printedAt,
      Instant postedAt,
      String postedBy) {

    boolean posted() {
      return postedAt != null;
    }

    String printed() {
      return PaperDates.shortMinute(printedAt);
    }

    String postedOn() {
      return PaperDates.shortMinute(postedAt);
    }

    String postal() {
      return Addressee.postal(postalCode);
    }
  }

  /** A line with its number on the list, counted from 1. */
  record Numbered(int number, Line line) {}

  public PostingList {
    lines = List.copyOf(lines);
  }

  public static PostingList of(Letterhead head, LocalDate day, List<Line> lines) {
    return new PostingList(head, new Wareki(day).text(), lines);
  }

  List<Numbered> numbered() {
    return IntStream.range(0, lines.size())
        .mapToObj(at -> new Numbered(at + 1, lines.get(at)))
        .toList();
  }

  int total() {
    return lines.size();
  }

  long posted() {
    return lines.stream().filter(Line::posted).count();
  }

  long waiting() {
    return total() - posted();
  }

  /** The same for a spreadsheet: RFC 4180, in UTF-8 with a byte order mark. */
  public byte[] csv() {
    StringBuilder text = new StringBuilder(SpreadsheetText.MARK);
    try (CSVPrinter rows = new CSVPrinter(text, CSVFormat.RFC4180)) {
      rows.printRecord("番号", "照会書の番号", "受付番号", "宛名", "郵便番号", "印刷日時", "発送日時", "発送した人");
      for (Numbered each : numbered()) {
        Line line = each.line();
        rows.printRecord(
            each.number(),
            line.code(),
            SpreadsheetText.harmless(line.receptionNumber()),
            SpreadsheetText.harmless(line.name()),
            SpreadsheetText.harmless(line.postal()),
            minute(line.printedAt()),
            line.posted() ? minute(line.postedAt()) : "",
            SpreadsheetText.harmless(line.postedBy()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String minute(Instant moment) {
    return moment.atZone(OfficeClock.ZONE).format(MINUTE);
  }

  @Override
  public String title() {
    return "発送簿";
  }

  @Override
  public String xhtml() {
    return PostingListRenderer.of().execute(this);
  }
}
