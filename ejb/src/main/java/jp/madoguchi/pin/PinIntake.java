package jp.madoguchi.pin;

import jp.madoguchi.eligibility.Judgement;

/** What came of what a holder asked for. */
public sealed interface PinIntake {

  /** It is open under this key. */
  record Opened(String key) implements PinIntake {}

  /** Nothing is stored; every reason is there (R-ALL-REASONS). */
  record Refused(Judgement judgement) implements PinIntake {}
}
