package jp.madoguchi.terminal.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.terminal.Lease;

/**
 * The table of leases. Taking one is a single statement, so that two cases that ask at the same
 * moment never both get the reader.
 */
@ApplicationScoped
public class LeaseRepository {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected LeaseRepository() {}

  public LeaseRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Takes or extends the lease unless another case holds an unexpired one. */
  public boolean take(Lease lease, Instant now) {
    Query moved =
        statement(
            "delete from madoguchi.reader_lease where reception_number = ?1 and terminal_id <> ?2"
                + " and not exists (select 1 from madoguchi.reader_lease held"
                + " where held.terminal_id = ?2 and held.reception_number <> ?1"
                + " and held.until > ?3)");
    moved.setParameter(1, lease.receptionNumber());
    moved.setParameter(2, lease.terminal());
    moved.setParameter(3, Timestamp.from(now));
    moved.executeUpdate();
    Query taken =
        statement(
            "insert into madoguchi.reader_lease as held (terminal_id, reception_number, until)"
                + " values (?1, ?2, ?3) on conflict (terminal_id) do update"
                + " set reception_number = excluded.reception_number, until = excluded.until"
                + " where held.reception_number = excluded.reception_number or held.until <= ?4");
    taken.setParameter(1, lease.terminal());
    taken.setParameter(2, lease.receptionNumber());
    taken.setParameter(3, Timestamp.from(lease.until()));
    taken.setParameter(4, Timestamp.from(now));
    return taken.executeUpdate() == 1;
  }

  public Optional<Lease> ofTerminal(String terminal, Instant now) {
    return find("Lease.ofTerminal", terminal, now);
  }

  public Optional<Lease> ofCase(String receptionNumber, Instant now) {
    return find("Lease.ofCase", receptionNumber, now);
  }

  public void release(String receptionNumber) {
    statement("delete from madoguchi.reader_lease where reception_number = ?1")
        .setParameter(1, receptionNumber)
        .executeUpdate();
  }

  public void releaseReader(String terminal) {
    statement("delete from madoguchi.reader_lease where terminal_id = ?1")
        .setParameter(1, terminal)
        .executeUpdate();
  }

  private Query statement(String sql) {
    return alone(entities.createNativeQuery(sql));
  }

  /**
   * Leases are written by these statements alone: what else the transaction has yet to write can
   * wait.
   */
  private static Query alone(Query query) {
    return query.setFlushMode(FlushModeType.COMMIT);
  }

  private Optional<Lease> find(String named, String value, Instant now) {
    Query query = alone(entities.createNamedQuery(named));
    query.setParameter(1, value);
    query.setParameter(2, Timestamp.from(now));
    @SuppressWarnings("unchecked")
    List<Object[]> rows = query.getResultList();
    return rows.stream()
        .findFirst()
        .map(row -> new Lease((String) row[0], (String) row[1], instant(row[2])));
  }

  private static Instant instant(Object column) {
    if (column instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return ((Timestamp) column).toInstant();
  }
}
