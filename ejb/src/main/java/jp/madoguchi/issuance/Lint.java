package jp.madoguchi.issuance;

import java.util.function.BiPredicate;

/**
 * One named rule for a to-be-signed certificate.
 *
 * @param name in snake case, as it is shown and logged
 * @param source the article or rule that asks for it
 */
record Lint(String name, String source, BiPredicate<Draft, LintExpectation> rule) {

  /** A form that the rule cannot even read breaks it. */
  boolean holds(Draft draft, LintExpectation expected) {
    try {
      return rule.test(draft, expected);
    } catch (RuntimeException e) {
      return false;
    }
  }
}
