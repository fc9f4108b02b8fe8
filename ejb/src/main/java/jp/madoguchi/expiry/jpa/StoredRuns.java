package jp.madoguchi.expiry.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.expiry.ExpiryRun;
import jp.madoguchi.expiry.RunLedger;
import jp.madoguchi.expiry.RunState;

/** Runs in the table {@code expiry_run}. */
@ApplicationScoped
public class StoredRuns implements RunLedger {

  private static final String COLUMNS =
      "id, kind, cast(day as text), cast(ends_until as text), state, started_by, extract(epoch from started_at),"
          + " extract(epoch from ended_at), node, attempt, last_holder, holders, examined, printed,"
          + " fault";
  private static final String ALL = "select " + COLUMNS + " from madoguchi.expiry_run ";

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected StoredRuns() {}

  public StoredRuns(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<ExpiryRun> open(
      ExpiryRun.Kind kind,
      LocalDate day,
      LocalDate until,
      int holders,
      String by,
      String node,
      Instant at) {
    return one(
        "insert into madoguchi.expiry_run (kind, day, ends_until, state, started_by, started_at,"
            + " node, holders) values (?1, ?2, ?3, 'RUNNING', ?4, ?5, ?6, ?7)"
            + " on conflict do nothing returning "
            + COLUMNS,
        kind.name(),
        day,
        until,
        by,
        at(at),
        node,
        holders);
  }

  @Override
  public Optional<ExpiryRun> find(long id) {
    return one(ALL + "where id = ?1", id);
  }

  @Override
  public List<ExpiryRun> newest(int limit) {
    return all(query(ALL + "order by id desc").setMaxResults(limit));
  }

  @Override
  public boolean hadNight(LocalDate day) {
    return one(ALL + "where kind = 'NIGHTLY' and day = ?1", day).isPresent();
  }

  @Override
  public Optional<ExpiryRun> takeUp(long id, String node) {
    return one(
        "update madoguchi.expiry_run set state = 'RUNNING', attempt = attempt + 1, node = ?2,"
            + " ended_at = null, fault = null, beat_at = clock_timestamp() where id = ?1"
            + " and state in ('STOPPED', 'INTERRUPTED', 'FAILED') and not exists (select 1 from"
            + " madoguchi.expiry_run o where o.state in ('RUNNING', 'STOPPING')) returning "
            + COLUMNS,
        id,
        node);
  }

  @Override
  public boolean askToStop(long id) {
    return change(
        "update madoguchi.expiry_run set state = 'STOPPING' where id = ?1 and state = 'RUNNING'",
        id);
  }

  @Override
  public ExpiryRun hold(long id, int attempt) {
    return one(
            ALL + "where id = ?1 and attempt = ?2 and state in ('RUNNING', 'STOPPING') for update",
            id,
            attempt)
        .orElseThrow(() -> new IllegalStateException("Attempt " + attempt + " was given up"));
  }

  @Override
  public void advance(long id, long lastHolder, int examined, int printed) {
    change(
        "update madoguchi.expiry_run set last_holder = ?2, examined = examined + ?3,"
            + " printed = printed + ?4, beat_at = clock_timestamp() where id = ?1",
        id,
        lastHolder,
        examined,
        printed);
  }

  @Override
  public boolean end(long id, int attempt, RunState state, String fault, Instant at) {
    return change(
        "update madoguchi.expiry_run set state = ?3, fault = nullif(?4, ''), ended_at = ?5 where id = ?1 and"
            + " attempt = ?2 and state in ('RUNNING', 'STOPPING')",
        id,
        attempt,
        state.name(),
        fault == null ? "" : fault,
        at(at));
  }

  @Override
  public List<ExpiryRun> lost(String node) {
    return all(
        query(
            ALL
                + "where state in ('RUNNING', 'STOPPING') and (node = ?1"
                + " or beat_at < clock_timestamp() - interval '5 minutes') for update",
            node));
  }

  private Optional<ExpiryRun> one(String statement, Object... values) {
    return all(query(statement, values)).stream().findFirst();
  }

  private static List<ExpiryRun> all(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> run((Object[]) row)).toList();
  }

  private boolean change(String statement, Object... values) {
    return query(statement, values).executeUpdate() > 0;
  }

  private Query query(String statement, Object... values) {
    Query query = entities.createNativeQuery(statement);
    for (int at = 0; at < values.length; at++) {
      query.setParameter(at + 1, values[at]);
    }
    return query;
  }

  private static ExpiryRun run(Object[] row) {
    return new ExpiryRun(
        ((Number) row[0]).longValue(),
        ExpiryRun.Kind.valueOf((String) row[1]),
        LocalDate.parse((String) row[2]),
        LocalDate.parse((String) row[3]),
        RunState.valueOf((String) row[4]),
        (String) row[5],
        instant(row[6]),
        instant(row[7]),
        (String) row[8],
        ((Number) row[9]).intValue(),
        ((Number) row[10]).longValue(),
        ((Number) row[11]).intValue(),
        ((Number) row[12]).intValue(),
        ((Number) row[13]).intValue(),
        (String) row[14]);
  }

  private static Instant instant(Object epoch) {
    return epoch == null
        ? null
        : Instant.ofEpochMilli(
            new java.math.BigDecimal(epoch.toString()).movePointRight(3).longValue());
  }

  private static Object at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
