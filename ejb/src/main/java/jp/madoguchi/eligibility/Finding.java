package jp.madoguchi.eligibility;

import java.time.LocalDate;

/**
 * What one rule says of an application, and why (R-ALL-REASONS).
 *
 * @param rule the rule's name, {@code R-…}
 * @param remedy what would cure it; null when nothing does, or nothing needs to
 * @param source where the rule comes from
 * @param possibleFrom the first day on which it would pass; null when no day is known
 */
public record Finding(
    String rule,
    Verdict verdict,
    Phrase reason,
    Phrase remedy,
    Phrase source,
    LocalDate possibleFrom) {

  public boolean refuses() {
    return verdict == Verdict.REFUSE;
  }
}
