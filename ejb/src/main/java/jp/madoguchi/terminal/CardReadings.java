package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.audit.PastActs;
import jp.madoguchi.audit.PastActs.Subject;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.resident.BasicFourItems.Difference;
import jp.madoguchi.resident.BasicFourItems.Item;

/**
 * How the basic four items of a card compared with the register each time it was read, in the
 * trail: which items differed, never what they say (R-MINIMUM).
 */
@ApplicationScoped
public class CardReadings {

  private static final String COMPARED = "card.items-compared";
  private static final String CARD = "card";
  private static final String DIFFERING = "differing";

  @Inject private AuditTrail trail;
  @Inject private PastActs past;
  @Inject private OfficeClock clock;

  /** Keeps a comparison. It is told while the card answers, when no transaction is open. */
  @Transactional(TxType.REQUIRES_NEW)
  void record(String cardSerial, long residentId, List<Difference> differences) {
    String items =
        differences.stream()
            .map(difference -> difference.item().name())
            .collect(Collectors.joining(" "));
    trail.record(
        Act.done(COMPARED, "RESIDENT", Long.toString(residentId))
            .with(CARD, cardSerial)
            .with(DIFFERING, items));
  }

  /**
   * Which items differed when this card was last compared with this resident today; none when they
   * agreed, or when it was not read today.
   */
  public List<Item> differing(String cardSerial, long residentId) {
    Instant morning = clock.today().atStartOfDay(OfficeClock.ZONE).toInstant();
    Subject resident = new Subject("RESIDENT", Long.toString(residentId));
    return past.since(morning, COMPARED, resident).stream()
        .map(recorded -> recorded.act().details())
        .filter(details -> details.get(CARD).equals(cardSerial))
        .findFirst()
        .map(details -> details.get(DIFFERING))
        .map(CardReadings::items)
        .orElse(List.of());
  }

  private static List<Item> items(String names) {
    return Arrays.stream(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(Item::valueOf)
        .toList();
  }
}
