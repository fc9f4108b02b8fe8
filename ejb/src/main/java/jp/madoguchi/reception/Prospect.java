package jp.madoguchi.reception;

import java.util.List;
import java.util.Set;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.ExceptionKind;
import jp.madoguchi.eligibility.Judgement;
import jp.madoguchi.resident.BasicFourItems.Item;

/**
 * What would come of a form as it stands.
 *
 * @param differing which of the four items on the card say something else than the register
 * @param exceptions what could be asked for, and would lift every refusal; empty: nothing would
 * @param asked the exceptions that were asked for today for just this form
 */
public record Prospect(
    Judgement judgement,
    List<Item> differing,
    Set<ExceptionKind> exceptions,
    List<Approval> asked) {

  public Prospect {
    differing = List.copyOf(differing);
    exceptions = Set.copyOf(exceptions);
    asked = List.copyOf(asked);
  }
}
