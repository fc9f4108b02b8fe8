package jp.madoguchi.resident;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.calendar.WarekiReading;
import jp.madoguchi.resident.LineRefusal.Reason;

/** The values of one line while they are read, with the first thing against each of them. */
final class LineValues {

  private final long line;
  private final String[] values;
  private final Map<ResidentColumn, Reason> against = new EnumMap<>(ResidentColumn.class);

  LineValues(long line, String[] values) {
    this.line = line;
    this.values = values;
    for (ResidentColumn column : ResidentColumn.values()) {
      objection(column).ifPresent(reason -> refuseIf(true, column, reason));
    }
  }

  String text(ResidentColumn column) {
    return values[column.ordinal()];
  }

  String narrow(ResidentColumn column) {
    return SearchKey.narrow(text(column));
  }

  boolean blank(ResidentColumn column) {
    return text(column).isBlank();
  }

  void refuseIf(boolean wrong, ResidentColumn column, Reason reason) {
    if (wrong) {
      against.putIfAbsent(column, reason);
    }
  }

  <T> T required(ResidentColumn column, T value) {
    refuseIf(value == null, column, Reason.MISSING);
    return value;
  }

  String form(ResidentColumn column, String value, Pattern form) {
    boolean fits = form.matcher(value).matches();
    refuseIf(!fits && blank(column), column, Reason.MISSING);
    refuseIf(!fits, column, Reason.FORM);
    return value;
  }

  <T> T choice(ResidentColumn column, Map<String, T> choices) {
    T value = choices.get(narrow(column));
    refuseIf(value == null && blank(column), column, Reason.MISSING);
    refuseIf(value == null, column, Reason.NOT_A_CHOICE);
    return value;
  }

  /**
   * The date in the column, in Western or era form, or null when there is none or it is refused.
   */
  LocalDate date(ResidentColumn column, LocalDate from, LocalDate to) {
    if (blank(column)) {
      return null;
    }
    if (!(Wareki.read(text(column)) instanceof WarekiReading.Read read)) {
      refuseIf(true, column, Reason.IMPOSSIBLE_DATE);
      return null;
    }
    LocalDate date = read.date();
    boolean outside = date.isAfter(to) || (from != null && date.isBefore(from));
    refuseIf(outside, column, Reason.DATE_OUT_OF_RANGE);
    return date;
  }

  List<LineRefusal> refusals() {
    return against.entrySet().stream()
        .map(entry -> LineRefusal.of(line, entry.getKey(), entry.getValue()))
        .toList();
  }

  private Optional<Reason> objection(ResidentColumn column) {
    String text = text(column);
    if (text.codePointCount(0, text.length()) > column.longest()) {
      return Optional.of(Reason.TOO_LONG);
    }
    return text.codePoints().mapToObj(LineValues::objection).filter(r -> r != null).findFirst();
  }

  private static Reason objection(int character) {
    if (character < 0x7F && character >= ' ') {
      return null;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.SURROGATE ->
          Reason.CONTROL_CHARACTER;
      case Character.PRIVATE_USE -> Reason.PRIVATE_CHARACTER;
      default -> null;
    };
  }
}
