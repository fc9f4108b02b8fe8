package jp.madoguchi.reception;

import java.util.List;
import jp.madoguchi.eligibility.Judgement;
import jp.madoguchi.resident.BasicFourItems.Item;

/** How an application was answered at reception. */
public sealed interface Reception {

  /** The case is open. */
  record Received(ReceptionNumber receptionNumber) implements Reception {}

  /**
   * The card on the reader says something else than the register; nothing was stored.
   *
   * @param items which of the four items differ, all of them
   * @param judgement what the rules say besides
   */
  record CardDiffers(List<Item> items, Judgement judgement) implements Reception {}

  /** Rules refuse it; all of them are in the judgement (R-ALL-REASONS). Nothing was stored. */
  record Refused(Judgement judgement) implements Reception {}
}
