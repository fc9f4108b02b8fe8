package jp.madoguchi.resident.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.ImportLedger;
import jp.madoguchi.resident.ImportProgress;
import jp.madoguchi.resident.ImportState;
import jp.madoguchi.resident.LineRefusal;
import jp.madoguchi.resident.RegisterEntries;
import jp.madoguchi.resident.ResidentEntry;

/** Imports in the table {@code resident_import}. */
@ApplicationScoped
public class StoredImports implements ImportLedger {

  private static final String PROGRESS =
      "select id, state, started_by, started_at, ended_at, lines_expected, lines_read, lines_kept,"
          + " lines_refused from madoguchi.resident_import ";

  private static final Columns<LineRefusal> REFUSAL =
      new Columns<LineRefusal>()
          .add("bigint", LineRefusal::line)
          .add("text", LineRefusal::field)
          .add("text", LineRefusal::reason);

  private static final String REPORT =
      "insert into madoguchi.resident_import_refusal (line_number, field, reason, import_id)"
          + " select e.* , i.id from "
          + REFUSAL.unnest()
          + " as e, (select ?::bigint) as i(id)";

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  private RegisterEntries register;

  protected StoredImports() {}

  @Inject
  public StoredImports(RegisterEntries register) {
    this.register = register;
  }

  public StoredImports(EntityManager entities, RegisterEntries register) {
    this.entities = entities;
    this.register = register;
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public long open(String startedBy, String node, Instant at, long linesExpected) {
    // One that has shown no sign of life belongs to a node that is gone.
    update(
        "update madoguchi.resident_import set state = 'INTERRUPTED', ended_at = ?1"
            + " where state in ('WAITING', 'RUNNING')"
            + " and alive_at < clock_timestamp() - interval '10 minutes'",
        utc(at));
    List<?> ids =
        query(
                "insert into madoguchi.resident_import (state, started_by, node, started_at,"
                    + " lines_expected) values ('WAITING', ?1, ?2, ?3, ?4) on conflict do nothing"
                    + " returning id",
                startedBy,
                node,
                utc(at),
                linesExpected)
            .getResultList();
    if (ids.isEmpty()) {
      throw Problem.conflict("import-running").asException();
    }
    return ((Number) ids.get(0)).longValue();
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public boolean begin(long id) {
    return 1
        == update(
            "update madoguchi.resident_import set state = 'RUNNING', alive_at = clock_timestamp()"
                + " where id = ?1 and state = 'WAITING'",
            id);
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public void keep(long id, SortedMap<Long, ResidentEntry> good, List<LineRefusal> refused) {
    if (lastLineOf(id) >= lastLine(good, refused)) {
      return;
    }
    List<LineRefusal> all = new ArrayList<>(refused);
    all.addAll(register.enter(good));
    report(id, all);
    long refusedLines = all.stream().mapToLong(LineRefusal::line).distinct().count();
    long before = refused.stream().mapToLong(LineRefusal::line).distinct().count();
    long read = good.size() + before;
    update(
        "update madoguchi.resident_import set lines_read = lines_read + ?2,"
            + " lines_kept = lines_kept + ?3, lines_refused = lines_refused + ?4,"
            + " last_line = ?5, alive_at = clock_timestamp() where id = ?1",
        id,
        read,
        read - refusedLines,
        refusedLines,
        lastLine(good, refused));
  }

  @Override
  @Transactional
  public void end(long id, ImportState state, Instant at) {
    update(
        "update madoguchi.resident_import set state = ?2, ended_at = ?3"
            + " where id = ?1 and state in ('WAITING', 'RUNNING')",
        id,
        state.name(),
        utc(at));
  }

  @Override
  @Transactional
  public int interrupt(String node, Instant at) {
    return update(
        "update madoguchi.resident_import set state = 'INTERRUPTED', ended_at = ?2"
            + " where node = ?1 and state in ('WAITING', 'RUNNING')",
        node,
        utc(at));
  }

  @Override
  public Optional<ImportProgress> find(long id) {
    return progress(query(PROGRESS + "where id = ?1", id)).stream().findFirst();
  }

  @Override
  public List<ImportProgress> newest(int limit) {
    return progress(query(PROGRESS + "order by id desc limit ?1", limit));
  }

  @Override
  public List<LineRefusal> refusals(long id, long afterLine, String afterField, int limit) {
    return rows(
            query(
                "select line_number, field, reason from madoguchi.resident_import_refusal"
                    + " where import_id = ?1 and (line_number, field) > (?2, ?3)"
                    + " order by line_number, field limit ?4",
                id,
                afterLine,
                afterField,
                limit))
        .stream()
        .map(
            row ->
                new LineRefusal(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    LineRefusal.Reason.valueOf((String) row[2])))
        .toList();
  }

  private void report(long id, List<LineRefusal> refused) {
    if (refused.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = entities.unwrap(Connection.class).prepareStatement(REPORT)) {
      REFUSAL.bind(statement, refused);
      statement.setLong(4, id);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private long lastLineOf(long id) {
    List<?> found =
        query(
                "select last_line from madoguchi.resident_import"
                    + " where id = ?1 and state = 'RUNNING' for update",
                id)
            .getResultList();
    if (found.isEmpty()) {
      throw new IllegalStateException("The import " + id + " no longer runs");
    }
    return ((Number) found.get(0)).longValue();
  }

  private static long lastLine(SortedMap<Long, ResidentEntry> good, List<LineRefusal> refused) {
    long last = refused.isEmpty() ? 0 : refused.get(refused.size() - 1).line();
    return good.isEmpty() ? last : Math.max(last, good.lastKey());
  }

  private static List<ImportProgress> progress(Query query) {
    return rows(query).stream()
        .map(
            row ->
                new ImportProgress(
                    ((Number) row[0]).longValue(),
                    ImportState.valueOf((String) row[1]),
                    (String) row[2],
                    instant(row[3]),
                    instant(row[4]),
                    ((Number) row[5]).longValue(),
                    ((Number) row[6]).longValue(),
                    ((Number) row[7]).longValue(),
                    ((Number) row[8]).longValue()))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }

  private int update(String sql, Object... values) {
    return query(sql, values).executeUpdate();
  }

  private Query query(String sql, Object... values) {
    Query query = entities.createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return value == null ? null : ((java.sql.Timestamp) value).toInstant();
  }
}
