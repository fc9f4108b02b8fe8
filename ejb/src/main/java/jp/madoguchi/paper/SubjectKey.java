package jp.madoguchi.paper;

import java.util.Optional;

/**
 * What is no application and yet has papers, acts and a process of its own: its key is a mark and a
 * number, such as {@code V-12}.
 */
public enum SubjectKey {
  REVOCATION_REQUEST("V-"),
  LOST_CARD("K-"),
  PIN_VISIT("P-");

  private final String mark;

  SubjectKey(String mark) {
    this.mark = mark;
  }

  public String of(long id) {
    return mark + id;
  }

  /** The number in a key; empty where it is no key of this kind. */
  public Optional<Long> idIn(String key) {
    return key != null && key.matches(mark + "[1-9][0-9]{0,17}")
        ? Optional.of(Long.valueOf(key.substring(mark.length())))
        : Optional.empty();
  }
}
