package jp.madoguchi.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.calendar.OfficeClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Finishes a rendered PDF: who copies, searches or listens to its text gets the registered
 * characters, and its dates are the office's.
 */
final class ReadableText {

  private static final Pattern DATE =
      Pattern.compile("(<xmp:(CreateDate|ModifyDate)>)[^<]*(</xmp:\\2>)");

  /** A line of the PDF's text map: first and last glyph, and what they stand for. */
  private static final Pattern READING =
      Pattern.compile("(<\\p{XDigit}{4}> <\\p{XDigit}{4}> )<(\\p{XDigit}{4})>");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private ReadableText() {}

  /**
   * @param readings what the private code points in the PDF's text stand for
   */
  static byte[] in(byte[] pdf, Map<Integer, String> readings, Instant printedAt)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        COSBase object = document.getDocument().getObjectFromPool(key).getObject();
        if (object instanceof COSDictionary font
            && font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map) {
          rewrite(map, text -> withReadings(text, readings));
        }
      }
      date(document, printedAt.truncatedTo(ChronoUnit.SECONDS));
      ByteArrayOutputStream finished = new ByteArrayOutputStream(pdf.length);
      document.save(finished);
      return finished.toByteArray();
    }
  }

  private static String withReadings(String map, Map<Integer, String> readings) {
    return READING
        .matcher(map)
        .replaceAll(line -> line.group(1) + reading(line.group(2), readings));
  }

  private static String reading(String code, Map<Integer, String> readings) {
    String characters = readings.get(Integer.parseInt(code, 16));
    return characters == null
        ? "<" + code + ">"
        : "<" + HEX.formatHex(characters.getBytes(StandardCharsets.UTF_16BE)) + ">";
  }

  private static void date(PDDocument document, Instant printedAt) throws IOException {
    GregorianCalendar date = GregorianCalendar.from(printedAt.atZone(OfficeClock.ZONE));
    document.getDocumentInformation().setCreationDate(date);
    document.getDocument().getTrailer().removeItem(COSName.ID);
    document.setDocumentId(printedAt.toEpochMilli());
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    if (metadata != null) {
      String moment =
          Matcher.quoteReplacement(
              printedAt.atZone(OfficeClock.ZONE).toOffsetDateTime().toString());
      rewrite(metadata.getCOSObject(), text -> DATE.matcher(text).replaceAll("$1" + moment + "$3"));
    }
  }

  private static void rewrite(COSStream stream, UnaryOperator<String> change) throws IOException {
    byte[] before;
    try (var in = stream.createInputStream()) {
      before = in.readAllBytes();
    }
    COSBase filter = stream.getFilters();
    String text = change.apply(new String(before, StandardCharsets.UTF_8));
    try (OutputStream out = stream.createOutputStream(filter)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
