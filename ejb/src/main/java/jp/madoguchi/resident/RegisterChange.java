package jp.madoguchi.resident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change of the register whose frame is in order; its values are not checked yet.
 *
 * @param values what is different, in the form of the import's columns
 */
public record RegisterChange(
    String changeId,
    String registerNumber,
    Instant occurredAt,
    long sequence,
    boolean minor,
    boolean newRecord,
    Map<ResidentColumn, String> values) {

  /** These stand for each other and are said together. */
  static final Set<ResidentColumn> STANDING =
      EnumSet.of(ResidentColumn.STATUS, ResidentColumn.MOVED_AWAY_ON, ResidentColumn.DIED_ON);

  static final Set<ResidentColumn> OF_CARD =
      EnumSet.of(
          ResidentColumn.CARD_SERIAL,
          ResidentColumn.CARD_KIND,
          ResidentColumn.CARD_EXPIRES_ON,
          ResidentColumn.CARD_STATE);

  private static final String GOOD_CARD = "good-card";

  public RegisterChange {
    values =
        values.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(values));
  }

  boolean says(Set<ResidentColumn> columns) {
    return columns.stream().anyMatch(values::containsKey);
  }

  /** What it says something about, for newer and older changes of the same person. */
  public Set<String> touches() {
    Set<String> all = new TreeSet<>();
    values.keySet().forEach(column -> all.addAll(touchedBy(column)));
    return all;
  }

  /** The columns that it says something about and a newer change does not. */
  Set<ResidentColumn> notIn(Set<String> newer) {
    Set<ResidentColumn> fresh = EnumSet.noneOf(ResidentColumn.class);
    values.keySet().stream()
        .filter(column -> touchedBy(column).stream().noneMatch(newer::contains))
        .forEach(fresh::add);
    return fresh;
  }

  /** A card by its number, and of good cards the last one, since each ends the one before. */
  private Set<String> touchedBy(ResidentColumn column) {
    if (STANDING.contains(column)) {
      return Set.of(ResidentColumn.STATUS.header());
    }
    if (!OF_CARD.contains(column)) {
      return Set.of(column.header());
    }
    String card = "card:" + SearchKey.narrow(values.getOrDefault(ResidentColumn.CARD_SERIAL, ""));
    String state = SearchKey.narrow(values.getOrDefault(ResidentColumn.CARD_STATE, ""));
    return state.equals(CardState.VALID.name()) || state.equals("有効")
        ? Set.of(card, GOOD_CARD)
        : Set.of(card);
  }

  /** A digest of all that was sent, the id aside. */
  public String content() {
    StringBuilder text = new StringBuilder();
    text.append(registerNumber).append('\n').append(occurredAt).append('\n').append(sequence);
    text.append('\n').append(minor).append('\n').append(newRecord);
    values.forEach(
        (column, value) -> text.append('\n').append(column).append(value.length()).append(value));
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Personal data must never end up in a log. */
  @Override
  public String toString() {
    return "RegisterChange[" + changeId + "]";
  }
}
