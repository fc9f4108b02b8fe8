package jp.madoguchi.reception;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jp.madoguchi.process.Processes.Steps;

/** What a clerk has to confirm at a step, besides the papers. */
public enum Confirmed {
  /** The face is the one on the card's photograph. */
  SAME_PERSON(Steps.CHECK_PAPERS),
  /** The applicant agrees to the substitute characters; asked only where there are any. */
  SUBSTITUTES_AGREED(Steps.CHECK_PAPERS),
  /** The card was given back. */
  CARD_RETURNED(Steps.HAND_OVER),
  /** The copy of the certificates was handed over. */
  COPY_GIVEN(Steps.HAND_OVER);

  private final String step;

  Confirmed(String step) {
    this.step = step;
  }

  /** What these steps ask for, in the order of the enum. */
  static List<Confirmed> at(Set<String> steps, boolean substitutes) {
    return Arrays.stream(values())
        .filter(one -> steps.contains(one.step))
        .filter(one -> one != SUBSTITUTES_AGREED || substitutes)
        .toList();
  }
}
