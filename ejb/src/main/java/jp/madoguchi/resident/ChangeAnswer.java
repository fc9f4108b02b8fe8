package jp.madoguchi.resident;

import java.util.List;

/**
 * What became of a change.
 *
 * @param repeated whether it was sent before, and this is the first answer again
 * @param outdated the fields that stayed as they are, because a newer change had said something
 *     about them
 * @param faults why it was refused; empty unless it was
 */
public record ChangeAnswer(
    String changeId,
    Outcome outcome,
    boolean repeated,
    List<String> outdated,
    List<ChangeFault> faults) {

  /** What can become of a change. */
  public enum Outcome {
    APPLIED,
    /** Newer changes had said all of it otherwise; it is kept. */
    OUTDATED,
    /** Nobody has that number yet: it is kept, and entered once somebody has. */
    UNKNOWN_PERSON,
    /** Nothing was entered; under the same id it can be sent again, corrected. */
    REFUSED
  }

  public ChangeAnswer {
    outdated = List.copyOf(outdated);
    faults = List.copyOf(faults);
  }

  static ChangeAnswer refused(String changeId, List<ChangeFault> faults) {
    return new ChangeAnswer(changeId, Outcome.REFUSED, false, List.of(), faults);
  }

  ChangeAnswer again() {
    return new ChangeAnswer(changeId, outcome, true, outdated, faults);
  }
}
