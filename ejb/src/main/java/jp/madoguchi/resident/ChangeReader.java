package jp.madoguchi.resident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.resident.LineRefusal.Reason;

/** Reads the frame of a change: whom it is about, since when, and which fields it names. */
final class ChangeReader {

  private static final Pattern ID = Pattern.compile("[!-~]{1,100}");
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,20}");

  private final List<ChangeFault> faults = new ArrayList<>();
  private final ChangeForm form;
  private final Instant latest;

  private ChangeReader(ChangeForm form, Instant latest) {
    this.form = form;
    this.latest = latest;
  }

  /** What was read. */
  sealed interface Reading {

    record Good(RegisterChange change) implements Reading {}

    /** With every fault of the frame. */
    record Faulty(List<ChangeFault> faults) implements Reading {}
  }

  /** Whether something is an id at all, under which an answer can be kept. */
  static boolean isId(String text) {
    return text != null && ID.matcher(text).matches();
  }

  /** The number, where it is one. */
  static Optional<String> number(ChangeForm form) {
    return Optional.ofNullable(form.registerNumber())
        .map(SearchKey::narrow)
        .filter(number -> NUMBER.matcher(number).matches());
  }

  /**
   * @param latest the last moment at which something can have occurred: what claims to come from a
   *     far future would make all changes after it outdated
   */
  static Reading read(ChangeForm form, Instant latest) {
    return new ChangeReader(form, latest).read();
  }

  private Reading read() {
    if (!isId(form.changeId())) {
      fault("changeId", blank(form.changeId()) ? Reason.MISSING : Reason.FORM);
    }
    String number = number(form).orElse(null);
    if (number == null) {
      fault("registerNumber", blank(form.registerNumber()) ? Reason.MISSING : Reason.FORM);
    }
    Instant occurredAt = occurredAt();
    long sequence = form.sequence() == null ? 0 : form.sequence();
    Map<ResidentColumn, String> values = values();
    return faults.isEmpty()
        ? new Reading.Good(
            new RegisterChange(
                form.changeId(),
                number,
                occurredAt,
                sequence,
                form.minorCorrection(),
                form.newRecord(),
                values))
        : new Reading.Faulty(faults);
  }

  private Instant occurredAt() {
    if (blank(form.occurredAt())) {
      fault("occurredAt", Reason.MISSING);
      return null;
    }
    try {
      Instant moment = OffsetDateTime.parse(form.occurredAt()).toInstant();
      if (moment.isAfter(latest) || moment.isBefore(Instant.EPOCH)) {
        fault("occurredAt", Reason.DATE_OUT_OF_RANGE);
      }
      return moment;
    } catch (DateTimeParseException e) {
      fault("occurredAt", Reason.IMPOSSIBLE_DATE);
      return null;
    }
  }

  private Map<ResidentColumn, String> values() {
    Map<ResidentColumn, String> values = new EnumMap<>(ResidentColumn.class);
    form.record()
        .forEach(
            (field, value) ->
                ResidentColumn.ofField(field)
                    .filter(column -> column != ResidentColumn.REGISTER_NUMBER)
                    .ifPresentOrElse(
                        column -> values.put(column, value),
                        () -> fault(known(field), Reason.UNKNOWN_FIELD)));
    if (values.isEmpty() && faults.isEmpty()) {
      fault("record", Reason.MISSING);
    }
    together(values, RegisterChange.STANDING, ResidentColumn.STATUS);
    together(values, RegisterChange.OF_CARD, ResidentColumn.CARD_SERIAL);
    if (values.containsKey(ResidentColumn.STATUS)) {
      RegisterChange.STANDING.forEach(column -> values.putIfAbsent(column, ""));
    }
    return values;
  }

  /** Columns that only make sense beside another one. */
  private void together(
      Map<ResidentColumn, String> values,
      java.util.Set<ResidentColumn> group,
      ResidentColumn leading) {
    if (group.stream().anyMatch(values::containsKey) && blank(values.get(leading))) {
      fault(leading.field(), Reason.MISSING);
    }
  }

  /** A field's name that may be anything is not repeated at any length. */
  private static String known(String field) {
    return field.matches("[A-Za-z_]{1,40}") ? field : "record";
  }

  private void fault(String field, Reason reason) {
    faults.add(new ChangeFault(field, reason));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
