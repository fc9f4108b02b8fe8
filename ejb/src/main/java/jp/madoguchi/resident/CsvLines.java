package jp.madoguchi.resident;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a file in UTF-8, in bounded memory. A record never goes over the end of its line, so
 * an open quotation mark spoils one line and not the rest of the file. Bytes that are not UTF-8
 * become U+FFFD and are refused with their line.
 */
final class CsvLines implements Closeable {

  /** Longer than any line that could be good. */
  static final int LONGEST = 8192;

  private static final int BUFFER = 1 << 16;

  private final BufferedReader reader;
  private long number;
  private boolean afterReturn;

  /**
   * @param number counted from 1
   * @param text the line without its end; cut off where it is too long
   */
  record Line(long number, String text, boolean tooLong) {}

  CsvLines(InputStream bytes) {
    reader =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)),
            BUFFER);
  }

  /** The next line, or null at the end. */
  Line next() throws IOException {
    StringBuilder text = new StringBuilder(256);
    boolean tooLong = false;
    boolean any = false;
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = c == '\r';
      any = true;
      if (c == '\n' || c == '\r') {
        return line(text, tooLong);
      }
      if (text.length() < LONGEST) {
        text.append((char) c);
      } else {
        tooLong = true;
      }
    }
    return any ? line(text, tooLong) : null;
  }

  private Line line(StringBuilder text, boolean tooLong) {
    number++;
    boolean marked = number == 1 && !text.isEmpty() && text.charAt(0) == '\uFEFF';
    return new Line(number, marked ? text.substring(1) : text.toString(), tooLong);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
