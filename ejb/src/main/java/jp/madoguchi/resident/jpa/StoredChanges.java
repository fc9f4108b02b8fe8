package jp.madoguchi.resident.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.madoguchi.resident.ChangeAnswer;
import jp.madoguchi.resident.ChangeAnswer.Outcome;
import jp.madoguchi.resident.ChangeFault;
import jp.madoguchi.resident.ChangeForm;
import jp.madoguchi.resident.ChangeLedger;
import jp.madoguchi.resident.RegisterChange;
import jp.madoguchi.resident.ResidentColumn;

/** The register's changes in a table, past the persistence context: it would remember old rows. */
@ApplicationScoped
public class StoredChanges implements ChangeLedger {

  private static final List<ResidentColumn> OF_RECORD =
      Arrays.stream(ResidentColumn.values())
          .filter(column -> !column.name().startsWith("CARD_"))
          .toList();

  private static final String KNOWN =
      "select id, register_number, name, kana, birth_date::text, sex::text, postal_code, address,"
          + " household_id::text, status, moved_away_on::text, died_on::text, stay_until::text,"
          + " adult_ward::text from madoguchi.resident where register_number = ?";

  private static final String CARD =
      "select kind, expires_on::text, state from madoguchi.resident_card"
          + " where resident_id = ? and serial = ?";

  private static final String ANSWERED =
      "select outcome, outdated, content from madoguchi.register_change"
          + " where change_id = ? and outcome <> 'REFUSED'";

  private static final String NEWER =
      "select touches, settled_at from madoguchi.register_change"
          + " where register_number = ? and outcome = 'APPLIED'"
          + " and (occurred_at, sequence) > (?, ?) and touches && ?";

  private static final String WAITING =
      "select change_id, register_number, occurred_at, sequence, minor, new_record, kept_fields,"
          + " kept_values from madoguchi.register_change"
          + " where register_number = any(?) and outcome = 'UNKNOWN_PERSON'"
          + " order by occurred_at, sequence, received_at";

  /** A row that was refused, or waited, becomes what it is now; who sent it first stays. */
  private static final String KEEP =
      "insert into madoguchi.register_change (change_id, register_number, occurred_at, sequence,"
          + " minor, new_record, outcome, content, touches, outdated, kept_fields, kept_values,"
          + " fault_fields, fault_reasons, received_at, received_by, settled_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict (change_id) do update set (register_number, occurred_at, sequence, minor,"
          + " new_record, outcome, content, touches, outdated, kept_fields, kept_values,"
          + " fault_fields, fault_reasons, settled_at) = (excluded.register_number,"
          + " excluded.occurred_at, excluded.sequence, excluded.minor, excluded.new_record,"
          + " excluded.outcome, excluded.content, excluded.touches, excluded.outdated,"
          + " excluded.kept_fields, excluded.kept_values, excluded.fault_fields,"
          + " excluded.fault_reasons, excluded.settled_at)";

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected StoredChanges() {}

  public StoredChanges(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void claim(String registerNumber) {
    query(
        "select pg_advisory_xact_lock(hashtextextended('register ' || ?, 0))",
        rows -> rows,
        registerNumber);
  }

  @Override
  public Optional<Answered> find(String changeId) {
    return query(
            ANSWERED,
            row ->
                new Answered(
                    new ChangeAnswer(
                        changeId,
                        Outcome.valueOf(row.getString(1)),
                        false,
                        texts(row, 2),
                        List.of()),
                    row.getString(3)),
            changeId)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Known> known(String registerNumber) {
    return query(KNOWN, StoredChanges::known, registerNumber).stream().findFirst();
  }

  private static Known known(ResultSet row) throws SQLException {
    Map<ResidentColumn, String> values = new EnumMap<>(ResidentColumn.class);
    for (int i = 0; i < OF_RECORD.size(); i++) {
      String value = row.getString(i + 2);
      values.put(OF_RECORD.get(i), value == null ? "" : value);
    }
    return new Known(row.getLong(1), values);
  }

  @Override
  public Map<ResidentColumn, String> card(long residentId, String serial) {
    return query(
            CARD,
            row ->
                Map.of(
                    ResidentColumn.CARD_KIND, row.getString(1),
                    ResidentColumn.CARD_EXPIRES_ON, row.getString(2),
                    ResidentColumn.CARD_STATE, row.getString(3)),
            residentId,
            serial)
        .stream()
        .findFirst()
        .orElse(Map.of());
  }

  @Override
  public Newer newerThan(RegisterChange change) {
    Set<String> touches = new TreeSet<>();
    List<Instant> entered =
        query(
            NEWER,
            row -> {
              touches.addAll(texts(row, 1));
              return row.getObject(2, OffsetDateTime.class).toInstant();
            },
            change.registerNumber(),
            utc(change.occurredAt()),
            change.sequence(),
            change.touches());
    return new Newer(touches, entered.stream().max(Instant::compareTo));
  }

  @Override
  public void keep(RegisterChange change, ChangeAnswer answer, String sentBy, Instant now) {
    boolean waits = answer.outcome() == Outcome.UNKNOWN_PERSON;
    boolean refused = answer.outcome() == Outcome.REFUSED;
    List<String> fields = new ArrayList<>();
    List<String> values = new ArrayList<>();
    if (waits) {
      change
          .values()
          .forEach(
              (column, value) -> {
                fields.add(column.name());
                values.add(value);
              });
    }
    write(
        change.changeId(),
        change.registerNumber(),
        utc(change.occurredAt()),
        change.sequence(),
        change.minor(),
        change.newRecord(),
        answer.outcome().name(),
        refused ? null : change.content(),
        change.touches(),
        answer.outdated(),
        fields,
        values,
        answer.faults().stream().map(ChangeFault::field).toList(),
        answer.faults().stream().map(fault -> fault.reason().name()).toList(),
        utc(now),
        sentBy,
        utc(now));
  }

  @Override
  public void keepRefused(ChangeForm form, List<ChangeFault> faults, String sentBy, Instant now) {
    write(
        form.changeId(),
        null,
        null,
        0L,
        false,
        false,
        Outcome.REFUSED.name(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        faults.stream().map(ChangeFault::field).toList(),
        faults.stream().map(fault -> fault.reason().name()).toList(),
        utc(now),
        sentBy,
        utc(now));
  }

  @Override
  public List<RegisterChange> waitingFor(Collection<String> registerNumbers) {
    return query(WAITING, StoredChanges::waiting, registerNumbers);
  }

  private static RegisterChange waiting(ResultSet row) throws SQLException {
    List<String> fields = texts(row, 7);
    List<String> kept = texts(row, 8);
    Map<ResidentColumn, String> values = new EnumMap<>(ResidentColumn.class);
    for (int i = 0; i < fields.size(); i++) {
      values.put(ResidentColumn.valueOf(fields.get(i)), kept.get(i));
    }
    return new RegisterChange(
        row.getString(1),
        row.getString(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getLong(4),
        row.getBoolean(5),
        row.getBoolean(6),
        values);
  }

  /** Reads one row. */
  private interface Reading<T> {
    T row(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Reading<T> reading, Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reading.row(rows));
      }
      return all;
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private void write(Object... values) {
    try (PreparedStatement statement = prepared(KEEP, values)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    Connection connection = entities.unwrap(Connection.class);
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Collection<?> texts) {
        Array array = connection.createArrayOf("text", texts.toArray());
        statement.setArray(i + 1, array);
      } else {
        statement.setObject(i + 1, values[i]);
      }
    }
    return statement;
  }

  private static List<String> texts(ResultSet row, int column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
