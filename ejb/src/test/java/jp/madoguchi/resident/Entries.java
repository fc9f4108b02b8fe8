package jp.madoguchi.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.madoguchi.resident.ResidentEntry.CardEntry;
import jp.madoguchi.resident.jpa.EmbeddedResidentRegister;
import jp.madoguchi.resident.jpa.StoredEntries;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.TestDatabase;

/** Residents for tests: an entry reads as what is special about it. */
public final class Entries {

  private Entries() {}

  public static ResidentEntry aResident(String registerNumber) {
    return new ResidentEntry(
        registerNumber,
        "架空　一郎",
        "カクウ　イチロウ",
        LocalDate.of(1980, 2, 17),
        Sex.MALE,
        "2430000",
        "神奈川県厚木市架空町1丁目1番1号",
        1L,
        ResidentRecord.Status.RESIDENT,
        null,
        null,
        null,
        false,
        null);
  }

  public static ResidentEntry named(ResidentEntry entry, String name, String kana) {
    return new ResidentEntry(
        entry.registerNumber(),
        name,
        kana,
        entry.birthDate(),
        entry.sex(),
        entry.postalCode(),
        entry.address(),
        entry.householdId(),
        entry.status(),
        entry.movedAwayOn(),
        entry.diedOn(),
        entry.stayUntil(),
        entry.adultWard(),
        entry.card());
  }

  public static ResidentEntry withGoodCard(ResidentEntry entry, String serial) {
    return entry.with(card(serial, CardState.VALID));
  }

  public static CardEntry card(String serial, CardState state) {
    return new CardEntry(
        new CardSerial(serial), CardKind.MY_NUMBER, LocalDate.of(2031, 2, 17), state);
  }

  public static SortedMap<Long, ResidentEntry> lines(ResidentEntry... entries) {
    SortedMap<Long, ResidentEntry> lines = new TreeMap<>();
    for (ResidentEntry entry : entries) {
      lines.put(lines.size() + 2L, entry);
    }
    return lines;
  }

  /** Enters the residents into the shared database and commits. */
  public static List<LineRefusal> enter(ResidentEntry... entries) {
    return TestDatabase.shared()
        .inTransaction(
            entities ->
                new StoredEntries(entities, new FiredEvents<>(), new FiredEvents<>())
                    .enter(lines(entries)));
  }

  /** Asks the register in a transaction of its own. */
  public static <T> T ask(java.util.function.Function<ResidentRegister, T> question) {
    return TestDatabase.shared()
        .inTransaction(entities -> question.apply(new EmbeddedResidentRegister(entities)));
  }
}
