package jp.madoguchi.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.resident.ResidentsChanged.Change;

/**
 * A record as it is, and what values laid over it make of it. It is read as a line of the import
 * is, so that a change and a file are refused for the same reasons.
 */
final class ChangedRecord {

  private final EntryReader entries;
  private final String number;
  private final Map<ResidentColumn, String> asItIs;

  /**
   * @param today the last day on which somebody can have been born, died or moved
   * @param asItIs by column, in the form of the import; what is not there is empty
   */
  ChangedRecord(LocalDate today, String number, Map<ResidentColumn, String> asItIs) {
    this.entries = new EntryReader(today);
    this.number = number;
    this.asItIs = asItIs;
  }

  /** Nobody knows what the person is like: only what the change says itself can be wrong. */
  static ChangedRecord ofAnybody(LocalDate today, RegisterChange change) {
    Map<ResidentColumn, String> anybody = new EnumMap<>(ResidentColumn.class);
    anybody.put(ResidentColumn.NAME, "氏名");
    anybody.put(ResidentColumn.BIRTH_DATE, "1900-01-01");
    anybody.put(ResidentColumn.SEX, "3");
    anybody.put(ResidentColumn.POSTAL_CODE, "0000000");
    anybody.put(ResidentColumn.ADDRESS, "東京都");
    anybody.put(ResidentColumn.STATUS, "RESIDENT");
    if (change.says(RegisterChange.OF_CARD)) {
      anybody.put(ResidentColumn.CARD_KIND, "MY_NUMBER");
      anybody.put(ResidentColumn.CARD_EXPIRES_ON, "2100-01-01");
      anybody.put(ResidentColumn.CARD_STATE, "REVOKED");
    }
    return new ChangedRecord(today, change.registerNumber(), anybody);
  }

  ImportLine with(Map<ResidentColumn, String> values) {
    String[] line = new String[ResidentColumn.values().length];
    for (ResidentColumn column : ResidentColumn.values()) {
      line[column.ordinal()] = values.getOrDefault(column, asItIs.getOrDefault(column, ""));
    }
    line[ResidentColumn.REGISTER_NUMBER.ordinal()] = number;
    return entries.read(1, line);
  }

  /** Everything that is wrong with the values; empty where they can be entered. */
  List<ChangeFault> faults(Map<ResidentColumn, String> values) {
    return with(values) instanceof ImportLine.Refused refused
        ? faults(refused.refusals())
        : List.of();
  }

  /** Refusals of a line, by the fields of a change. */
  static List<ChangeFault> faults(List<LineRefusal> refusals) {
    return refusals.stream()
        .map(
            one ->
                new ChangeFault(
                    ResidentColumn.named(one.field()).map(ResidentColumn::field).orElse("record"),
                    one.reason()))
        .toList();
  }

  /** Which of the four items the values would make different. */
  List<Change> differences(long resident, Map<ResidentColumn, String> values) {
    return with(values) instanceof ImportLine.Good then
            && with(Map.of()) instanceof ImportLine.Good now
        ? differences(resident, then.entry(), now.entry())
        : List.of();
  }

  private static List<Change> differences(long id, ResidentEntry one, ResidentEntry other) {
    List<Change> changes = new ArrayList<>();
    if (!one.name().equals(other.name())) {
      changes.add(new Change(id, RecordChange.NAME));
    }
    if (!one.birthDate().equals(other.birthDate())) {
      changes.add(new Change(id, RecordChange.BIRTH_DATE));
    }
    if (one.sex() != other.sex()) {
      changes.add(new Change(id, RecordChange.SEX));
    }
    if (!one.address().equals(other.address())) {
      changes.add(new Change(id, RecordChange.ADDRESS));
    }
    return changes;
  }
}
