package jp.madoguchi.reception;

import jp.madoguchi.eligibility.Judgement;

/** How an application was answered at reception. */
public sealed interface Reception {

  /** The case is open. */
  record Received(ReceptionNumber receptionNumber) implements Reception {}

  /** Rules refuse it; all of them are in the judgement (R-ALL-REASONS). Nothing was stored. */
  record Refused(Judgement judgement) implements Reception {}
}
