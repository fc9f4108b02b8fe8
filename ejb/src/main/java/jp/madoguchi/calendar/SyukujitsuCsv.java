package jp.madoguchi.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** What the lines say, each refused one with the problem that names its number first. */
  private record Lines(TreeMap<LocalDate, String> names, List<Problem> refused) {}

  /**
   * Reads a list.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code holiday-list-…}, naming the first line
   *     that is refused
   */
  public static HolidayList read(byte[] file) {
    Lines lines = lines(file);
    if (!lines.refused().isEmpty()) {
      throw lines.refused().get(0).asException();
    }
    return complete(HolidayList.of(lines.names()));
  }

  /**
   * Every line that keeps the list from being read, from the first on; the first argument of each
   * problem is the line's number.
   *
   * @throws jp.madoguchi.problem.BusinessException when the file as a whole is something else
   */
  public static List<Problem> refusedLines(byte[] file) {
    return List.copyOf(lines(file).refused());
  }

  private static Lines lines(byte[] file) {
    String[] lines = decoded(file).split("\r\n|\n", -1);
    if (!lines[0].startsWith("国民の祝日")) {
      throw Problem.refused("holiday-list-head").asException();
    }
    Lines read = new Lines(new TreeMap<>(), new ArrayList<>());
    for (int number = 2; number <= lines.length; number++) {
      String line = lines[number - 1];
      if (!line.isBlank()) {
        readLine(number, line.strip(), read.names()).ifPresent(read.refused()::add);
      }
    }
    return read;
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

  private static Optional<Problem> readLine(
      int number, String line, TreeMap<LocalDate, String> names) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.of(Problem.refused("holiday-list-line", number));
    }
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)));
      return names.put(date, parts.group(4).strip()) == null
          ? Optional.empty()
          : Optional.of(Problem.refused("holiday-list-twice", number, date));
    } catch (DateTimeException e) {
      return Optional.of(Problem.refused("holiday-list-date", number));
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
