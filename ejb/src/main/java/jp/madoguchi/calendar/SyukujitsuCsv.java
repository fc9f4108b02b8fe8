package jp.madoguchi.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.problem.Problem;

/**
 * The form in which the Cabinet Office publishes the public holidays (syukujitsu.csv): CP932, CRLF,
 * a head line, then {@code 2026/11/23,勤労感謝の日}. A list is taken whole or not at all, because a lost
 * line would open the counter on a holiday.
 */
public final class SyukujitsuCsv {

  /** CP932, as the Cabinet Office writes it. */
  public static final Charset CP932 = Charset.forName("windows-31j");

  /** Far above the 20 KB of the real list. */
  public static final int LARGEST_BYTES = 1_000_000;

  private static final Pattern LINE =
      Pattern.compile("(\\d{4})/(\\d{1,2})/(\\d{1,2}),\"?([^,\"]{1,60})\"?");

  private SyukujitsuCsv() {}

  /**
   * Reads a list.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code holiday-list-…}, naming the line
   */
  public static HolidayList read(byte[] file) {
    String[] lines = decoded(file).split("\r\n|\n", -1);
    if (!lines[0].startsWith("国民の祝日")) {
      throw Problem.refused("holiday-list-head").asException();
    }
    TreeMap<LocalDate, String> names = new TreeMap<>();
    for (int number = 2; number <= lines.length; number++) {
      String line = lines[number - 1];
      if (!line.isBlank()) {
        readLine(number, line.strip(), names);
      }
    }
    return complete(HolidayList.of(names));
  }

  private static String decoded(byte[] file) {
    if (file.length > LARGEST_BYTES) {
      throw Problem.refused("holiday-list-too-large").asException();
    }
    try {
      return CP932
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(file))
          .toString();
    } catch (CharacterCodingException e) {
      throw Problem.refused("holiday-list-encoding").asException();
    }
  }

  private static void readLine(int number, String line, TreeMap<LocalDate, String> names) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw Problem.refused("holiday-list-line", number).asException();
    }
    LocalDate date = date(number, parts);
    if (names.put(date, parts.group(4).strip()) != null) {
      throw Problem.refused("holiday-list-twice", number, date).asException();
    }
  }

  private static LocalDate date(int number, Matcher parts) {
    try {
      return LocalDate.of(
          Integer.parseInt(parts.group(1)),
          Integer.parseInt(parts.group(2)),
          Integer.parseInt(parts.group(3)));
    } catch (DateTimeException e) {
      throw Problem.refused("holiday-list-date", number).asException();
    }
  }

  /** A list has New Year's Day and 勤労感謝の日 of every year it covers, or it was cut off. */
  private static HolidayList complete(HolidayList list) {
    if (list.names().isEmpty()) {
      throw Problem.refused("holiday-list-empty").asException();
    }
    for (int year = list.firstYear(); year <= list.lastYear(); year++) {
      if (list.name(LocalDate.of(year, 1, 1)).isEmpty()
          || list.name(LocalDate.of(year, 11, 23)).isEmpty()) {
        throw Problem.refused("holiday-list-gap", year).asException();
      }
    }
    return list;
  }
}
