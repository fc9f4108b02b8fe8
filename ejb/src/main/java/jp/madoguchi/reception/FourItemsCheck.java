package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.BasicFourItems.Difference;
import jp.madoguchi.resident.BasicFourItems.Item;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.terminal.ReaderSessions;

/**
 * Holds what the applicant's card has said at a reader against the register as it is now: who has
 * the register corrected, or the card, need not begin anew.
 */
@ApplicationScoped
class FourItemsCheck {

  @Inject private ReaderSessions readers;
  @Inject private ResidentRegister register;

  /**
   * Which items differ; none when they agree, or when the card was not read since it lies there.
   */
  List<Item> differing(ApplicationForm form) {
    return readers
        .itemsRead(form.cardSerial())
        .map(items -> items.compareWith(resident(form)))
        .orElse(List.of())
        .stream()
        .map(Difference::item)
        .toList();
  }

  private ResidentRecord resident(ApplicationForm form) {
    return register
        .find(form.residentId())
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }
}
