package jp.madoguchi.resident;

import java.util.Map;

/**
 * A change of the register as it was sent, unchecked.
 *
 * @param changeId the register's own id of the change
 * @param registerNumber whom it is about (宛名番号)
 * @param occurredAt since when it holds, in ISO form with offset
 * @param sequence orders changes of the same moment; null is 0
 * @param minorCorrection 軽微な修正: the four items are written otherwise and have not changed
 * @param newRecord the person is new in the register (birth, moving in)
 * @param record the fields that are different, by {@link ResidentColumn#field}; an empty value
 *     empties the field
 */
public record ChangeForm(
    String changeId,
    String registerNumber,
    String occurredAt,
    Long sequence,
    boolean minorCorrection,
    boolean newRecord,
    Map<String, String> record) {

  public ChangeForm {
    record = record == null ? Map.of() : Map.copyOf(record);
  }

  /** Personal data must never end up in a log. */
  @Override
  public String toString() {
    return "ChangeForm[" + changeId + "]";
  }
}
