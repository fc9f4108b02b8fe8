package jp.madoguchi.resident.jpa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import jp.madoguchi.resident.CardState;
import jp.madoguchi.resident.LineRefusal;
import jp.madoguchi.resident.LineRefusal.Reason;
import jp.madoguchi.resident.ResidentColumn;
import jp.madoguchi.resident.ResidentEntry;
import jp.madoguchi.resident.ResidentEntry.CardEntry;

/**
 * Entries brought into the form in which one statement can take them: each resident and each card
 * once, with what the last line said, and one good card for each resident.
 */
final class EntryBatch {

  private final Map<String, ResidentEntry> residents = new LinkedHashMap<>();
  private final Map<String, CardRow> cards = new LinkedHashMap<>();
  private final Map<String, String> goodCards = new HashMap<>();

  /** A card with the register's number of its holder. */
  record CardRow(String registerNumber, CardEntry card) {}

  /**
   * @param foreign serial numbers of cards that the register has for another resident than the
   *     entry
   * @param refused takes the lines that cannot be entered
   */
  EntryBatch(
      SortedMap<Long, ResidentEntry> entries, Set<String> foreign, List<LineRefusal> refused) {
    entries.forEach(
        (line, entry) -> {
          if (entry.card() != null && belongsToAnother(entry, foreign)) {
            refused.add(
                new LineRefusal(line, ResidentColumn.CARD_SERIAL.header(), Reason.CARD_OF_ANOTHER));
          } else {
            add(entry);
          }
        });
  }

  List<ResidentEntry> residents() {
    return new ArrayList<>(residents.values());
  }

  List<CardRow> cards() {
    return new ArrayList<>(cards.values());
  }

  private boolean belongsToAnother(ResidentEntry entry, Set<String> foreign) {
    String serial = entry.card().serial().value();
    CardRow earlier = cards.get(serial);
    return foreign.contains(serial)
        || (earlier != null && !earlier.registerNumber.equals(entry.registerNumber()));
  }

  private void add(ResidentEntry entry) {
    String holder = entry.registerNumber();
    residents.put(holder, entry);
    CardEntry card = entry.card();
    if (card == null) {
      return;
    }
    String serial = card.serial().value();
    if (card.isTheGoodOne()) {
      String former = goodCards.put(holder, serial);
      if (former != null && !former.equals(serial)) {
        cards.computeIfPresent(
            former, (key, row) -> new CardRow(holder, row.card.in(CardState.REVOKED)));
      }
    } else {
      goodCards.remove(holder, serial);
    }
    cards.put(serial, new CardRow(holder, card));
  }
}
