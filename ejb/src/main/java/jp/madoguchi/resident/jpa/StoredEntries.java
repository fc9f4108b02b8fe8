package jp.madoguchi.resident.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import jp.madoguchi.resident.LineRefusal;
import jp.madoguchi.resident.RegisterEntries;
import jp.madoguchi.resident.ResidentEntry;
import jp.madoguchi.resident.ResidentsChanged;
import jp.madoguchi.resident.ResidentsEntered;
import jp.madoguchi.resident.SearchKey;

/** Enters residents into the embedded register by four statements, however many they are. */
@ApplicationScoped
public class StoredEntries implements RegisterEntries {

  private static final Columns<ResidentEntry> RESIDENT =
      new Columns<ResidentEntry>()
          .add("text", ResidentEntry::registerNumber)
          .add("text", ResidentEntry::name)
          .add("text", entry -> SearchKey.ofName(entry.name()))
          .add("text", ResidentEntry::kana)
          .add("text", entry -> SearchKey.ofKana(entry.kana()))
          .add("date", ResidentEntry::birthDate)
          .add("smallint", entry -> entry.sex().code())
          .add("text", ResidentEntry::postalCode)
          .add("text", ResidentEntry::address)
          .add("bigint", ResidentEntry::householdId)
          .add("text", ResidentEntry::status)
          .add("date", ResidentEntry::movedAwayOn)
          .add("date", ResidentEntry::diedOn)
          .add("date", ResidentEntry::stayUntil)
          .add("boolean", ResidentEntry::adultWard);

  private static final Columns<ResidentEntry> HOLDER =
      new Columns<ResidentEntry>()
          .add("text", entry -> entry.card().serial())
          .add("text", ResidentEntry::registerNumber);

  private static final Columns<EntryBatch.CardRow> CARD =
      new Columns<EntryBatch.CardRow>()
          .add("text", row -> row.card().serial())
          .add("text", EntryBatch.CardRow::registerNumber)
          .add("text", row -> row.card().kind())
          .add("date", row -> row.card().expiresOn())
          .add("text", row -> row.card().state());

  private static final String FIELDS =
      "name, name_key, kana, kana_key, birth_date, sex, postal_code, address, household_id, status,"
          + " moved_away_on, died_on, stay_until, adult_ward";

  /** A record that stays as it is is not written again. */
  private static final String ENTER_RESIDENTS =
      "insert into madoguchi.resident as r (register_number, "
          + FIELDS
          + ") select * from "
          + RESIDENT.unnest()
          + " as e(register_number) order by e.register_number"
          + " on conflict (register_number) do update set ("
          + FIELDS
          + ", version) = ("
          + prefixed("excluded")
          + ", r.version + 1) where ("
          + prefixed("r")
          + ") is distinct from ("
          + prefixed("excluded")
          + ")"
          + ChangesSeen.OF_RESIDENT;

  private static final String FIND_CARDS_OF_OTHERS =
      "select e.serial from "
          + HOLDER.unnest()
          + " as e(serial, register_number)"
          + " join madoguchi.resident_card c on c.serial = e.serial"
          + " join madoguchi.resident r on r.id = c.resident_id"
          + " where r.register_number <> e.register_number";

  private static final String REVOKE_FORMER_CARDS =
      "update madoguchi.resident_card c set state = 'REVOKED', version = c.version + 1 from "
          + CARD.unnest()
          + " as e(serial, register_number, kind, expires_on, state)"
          + " join madoguchi.resident r on r.register_number = e.register_number"
          + " where c.resident_id = r.id and c.serial <> e.serial"
          + " and c.kind = 'MY_NUMBER' and c.state = 'VALID'"
          + " and e.kind = 'MY_NUMBER' and e.state = 'VALID'";

  private static final String ENTER_CARDS =
      "insert into madoguchi.resident_card as c (serial, resident_id, kind, expires_on, state)"
          + " select e.serial, r.id, e.kind, e.expires_on, e.state from "
          + CARD.unnest()
          + " as e(serial, register_number, kind, expires_on, state)"
          + " join madoguchi.resident r on r.register_number = e.register_number"
          // A good card must not meet the one that this entry revokes.
          + " order by e.state = 'VALID', e.serial"
          + " on conflict (serial) do update"
          + " set (kind, expires_on, state, version)"
          + " = (excluded.kind, excluded.expires_on, excluded.state, c.version + 1)"
          + " where (c.kind, c.expires_on, c.state)"
          + " is distinct from (excluded.kind, excluded.expires_on, excluded.state)"
          + ChangesSeen.OF_CARD;

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  private final Event<ResidentsChanged> changes;
  private final Event<ResidentsEntered> newcomers;

  protected StoredEntries() {
    this(null, null);
  }

  @Inject
  public StoredEntries(Event<ResidentsChanged> changes, Event<ResidentsEntered> newcomers) {
    this.changes = changes;
    this.newcomers = newcomers;
  }

  public StoredEntries(
      EntityManager entities, Event<ResidentsChanged> changes, Event<ResidentsEntered> newcomers) {
    this(changes, newcomers);
    this.entities = entities;
  }

  @Override
  public List<LineRefusal> enter(SortedMap<Long, ResidentEntry> entries) {
    return enter(entries, new ChangesSeen(false));
  }

  @Override
  public List<LineRefusal> correct(SortedMap<Long, ResidentEntry> entries) {
    return enter(entries, new ChangesSeen(true));
  }

  private List<LineRefusal> enter(SortedMap<Long, ResidentEntry> entries, ChangesSeen seen) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Connection connection = entities.unwrap(Connection.class);
    List<LineRefusal> refused = new ArrayList<>();
    try {
      EntryBatch batch = new EntryBatch(entries, cardsOfOthers(connection, entries), refused);
      execute(connection, ENTER_RESIDENTS, RESIDENT, batch.residents(), seen::resident);
      execute(connection, REVOKE_FORMER_CARDS, CARD, batch.cards(), row -> {});
      execute(connection, ENTER_CARDS, CARD, batch.cards(), seen::card);
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
    if (!seen.changes().isEmpty()) {
      changes.fire(new ResidentsChanged(seen.changes()));
    }
    if (!seen.entered().isEmpty()) {
      newcomers.fire(new ResidentsEntered(seen.entered()));
    }
    return refused;
  }

  private static Set<String> cardsOfOthers(
      Connection connection, SortedMap<Long, ResidentEntry> entries) throws SQLException {
    List<ResidentEntry> holders =
        entries.values().stream().filter(entry -> entry.card() != null).toList();
    Set<String> others = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(FIND_CARDS_OF_OTHERS)) {
      HOLDER.bind(statement, holders);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          others.add(rows.getString(1));
        }
      }
    }
    return others;
  }

  /** Takes one row that a statement has written. */
  private interface Written {
    void row(ResultSet row) throws SQLException;
  }

  private static <T> void execute(
      Connection connection, String sql, Columns<T> columns, List<T> rows, Written written)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      columns.bind(statement, rows);
      if (statement.execute()) {
        try (ResultSet results = statement.getResultSet()) {
          while (results.next()) {
            written.row(results);
          }
        }
      }
    }
  }

  private static String prefixed(String table) {
    return table + "." + FIELDS.replace(", ", ", " + table + ".");
  }
}
