package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.BasicFourItems.Difference;
import jp.madoguchi.resident.BasicFourItems.Item;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.terminal.CardReadings;
import jp.madoguchi.terminal.ReaderSessions;

/**
 * Holds what the applicant's card has said against the register. While the card lies on a reader,
 * that is the register as it is now: who has it corrected need not begin anew. Once the card is
 * taken away, what was found at its last reading of today holds until it is read again; another
 * card of the applicant is judged by its own readings.
 */
@ApplicationScoped
class FourItemsCheck {

  @Inject private ReaderSessions readers;
  @Inject private CardReadings readings;
  @Inject private ResidentRegister register;

  /** Which items differ; none when they agree, or when the card was not read today. */
  List<Item> differing(ApplicationForm form) {
    return readers
        .itemsRead(form.cardSerial())
        .map(items -> namesOf(items.compareWith(resident(form))))
        .orElseGet(() -> readings.differing(form.cardSerial(), form.residentId()));
  }

  private static List<Item> namesOf(List<Difference> differences) {
    return differences.stream().map(Difference::item).toList();
  }

  private ResidentRecord resident(ApplicationForm form) {
    return register
        .find(form.residentId())
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }
}
