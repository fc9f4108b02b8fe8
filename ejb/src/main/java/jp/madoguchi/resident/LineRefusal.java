package jp.madoguchi.resident;

import java.util.Objects;

/**
 * Why a line of an import was refused. The value itself is not kept: it may be anything, a 個人番号 in
 * the wrong column too (R-MINIMUM).
 *
 * @param line counted from 1, the header included
 * @param field the header of the column, or {@value #WHOLE_LINE}
 */
public record LineRefusal(long line, String field, Reason reason) {

  /** Stands for the field when no single one is at fault. */
  public static final String WHOLE_LINE = "line";

  /** What is wrong with the value. */
  public enum Reason {
    /** Quotation marks are not closed or stand in the wrong place. */
    MALFORMED,
    COLUMN_COUNT,
    TOO_LONG,
    MISSING,
    /** Control characters, or invisible ones. */
    CONTROL_CHARACTER,
    /** Bytes that are not UTF-8. */
    NOT_UTF8,
    /** 外字: characters of private use, which no other system can print. */
    PRIVATE_CHARACTER,
    /** The value does not have the column's form. */
    FORM,
    NOT_A_CHOICE,
    IMPOSSIBLE_DATE,
    DATE_OUT_OF_RANGE,
    /** The value does not go with another one of the line. */
    CONTRADICTION,
    /** The card is registered for another resident. */
    CARD_OF_ANOTHER,
    /** The database did not take the line. */
    NOT_STORED,
    /** A change names a field that residents do not have. */
    UNKNOWN_FIELD,
    /** Another change was sent under the same id. */
    USED_BEFORE
  }

  public LineRefusal {
    Objects.requireNonNull(reason, "reason");
  }

  static LineRefusal of(long line, ResidentColumn column, Reason reason) {
    return new LineRefusal(line, column.header(), reason);
  }

  static LineRefusal ofLine(long line, Reason reason) {
    return new LineRefusal(line, WHOLE_LINE, reason);
  }
}
