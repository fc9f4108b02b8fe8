package jp.madoguchi.resident.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.madoguchi.resident.CardKind;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.CardState;
import jp.madoguchi.resident.RecordChange;
import jp.madoguchi.resident.ResidentsChanged.Change;

/** Reads out of the rows that were written what became of them: {@code old} against {@code new}. */
final class ChangesSeen {

  /** For {@link #resident}: who it is, and which of the things that matter are different. */
  static final String OF_RESIDENT =
      " returning new.id, new.register_number, old.id is null,"
          + " old.name is distinct from new.name,"
          + " old.birth_date is distinct from new.birth_date,"
          + " old.sex is distinct from new.sex,"
          + " old.address is distinct from new.address,"
          + " old.status is distinct from new.status and new.status = 'MOVED_AWAY',"
          + " old.status is distinct from new.status and new.status = 'DECEASED'";

  /** For {@link #card}. */
  static final String OF_CARD =
      " returning new.resident_id, new.serial, new.kind, old.state, new.state";

  private static final List<RecordChange> FOUR_ITEMS =
      List.of(RecordChange.NAME, RecordChange.BIRTH_DATE, RecordChange.SEX, RecordChange.ADDRESS);

  private final boolean minor;
  private final List<Change> changes = new ArrayList<>();
  private final Set<Long> newcomers = new HashSet<>();
  private final Set<String> entered = new HashSet<>();

  /**
   * @param minor whether the four items were only corrected
   */
  ChangesSeen(boolean minor) {
    this.minor = minor;
  }

  void resident(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    if (row.getBoolean(3)) {
      newcomers.add(id);
      entered.add(row.getString(2));
      return;
    }
    int before = changes.size();
    for (int item = 0; item < FOUR_ITEMS.size(); item++) {
      add(row.getBoolean(4 + item) && !minor, id, FOUR_ITEMS.get(item));
    }
    add(row.getBoolean(8), id, RecordChange.MOVED_AWAY);
    add(row.getBoolean(9), id, RecordChange.DECEASED);
    add(changes.size() == before, id, RecordChange.OTHER);
  }

  void card(ResultSet row) throws SQLException {
    long holder = row.getLong(1);
    CardSerial serial = new CardSerial(row.getString(2));
    boolean carriesCertificates = CardKind.valueOf(row.getString(3)) == CardKind.MY_NUMBER;
    String before = row.getString(4);
    CardState now = CardState.valueOf(row.getString(5));
    if (newcomers.contains(holder)) {
      return;
    }
    if (!carriesCertificates || now.name().equals(before)) {
      changes.add(new Change(holder, RecordChange.OTHER));
      return;
    }
    switch (now) {
      case REVOKED -> changes.add(new Change(holder, RecordChange.CARD_REVOKED, serial));
      case LOST -> changes.add(new Change(holder, RecordChange.CARD_LOST, serial));
      case SUSPENDED -> changes.add(new Change(holder, RecordChange.CARD_SUSPENDED, serial));
      case VALID -> {
        if (before != null) {
          changes.add(new Change(holder, RecordChange.CARD_GOOD_AGAIN, serial));
        }
        changes.add(new Change(holder, RecordChange.CARD_REPLACED, serial));
      }
    }
  }

  private void add(boolean seen, long resident, RecordChange kind) {
    if (seen) {
      changes.add(new Change(resident, kind));
    }
  }

  /** What is different of residents who were known. */
  List<Change> changes() {
    return changes;
  }

  /** The register's numbers of those who were not known. */
  Set<String> entered() {
    return entered;
  }
}
