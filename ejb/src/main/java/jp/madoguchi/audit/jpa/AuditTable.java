package jp.madoguchi.audit.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditKey;
import jp.madoguchi.audit.AuditQuery;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.audit.RecordedAct;
import jp.madoguchi.calendar.OfficeClock;

/** The trail in its table. Rows wait for the transaction's end and are written in one batch. */
@ApplicationScoped
public class AuditTable implements AuditTrail {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  private final OfficeClock clock;
  private final Actors actors;

  protected AuditTable() {
    this(null, null);
  }

  @Inject
  public AuditTable(OfficeClock clock, Actors actors) {
    this.clock = clock;
    this.actors = actors;
  }

  public AuditTable(EntityManager entities, OfficeClock clock, Actors actors) {
    this(clock, actors);
    this.entities = entities;
  }

  @Override
  public void record(Act act) {
    entities.persist(
        new AuditEvent(clock.instant().truncatedTo(ChronoUnit.MICROS), actors.current(), act));
  }

  /** What fits the query, newest first, behind the key if there is one. */
  public List<RecordedAct> find(AuditQuery asked, AuditKey after, int limit) {
    CriteriaBuilder is = entities.getCriteriaBuilder();
    CriteriaQuery<AuditEvent> query = is.createQuery(AuditEvent.class);
    Root<AuditEvent> event = query.from(AuditEvent.class);
    List<Predicate> all = conditions(is, event, asked);
    if (after != null) {
      all.add(
          is.or(
              is.lessThan(event.get("at"), after.at()),
              is.and(
                  is.equal(event.get("at"), after.at()),
                  is.lessThan(event.get("id"), after.id()))));
      all.add(is.lessThanOrEqualTo(event.get("at"), after.at()));
    }
    query.where(all.toArray(Predicate[]::new));
    query.orderBy(is.desc(event.get("at")), is.desc(event.get("id")));
    TypedQuery<AuditEvent> rows = entities.createQuery(query).setMaxResults(limit);
    rows.setHint("eclipselink.read-only", "true");
    return rows.getResultStream().map(AuditEvent::toRecord).toList();
  }

  /**
   * What was done to one thing, newest first; looking at it is left out. Walks the index {@code
   * audit_event_by_subject} from its newest entry on.
   */
  public List<RecordedAct> history(String subjectKind, String subjectKey, int limit) {
    return historyQuery(subjectKind, subjectKey, limit)
        .getResultStream()
        .map(AuditEvent::toRecord)
        .toList();
  }

  TypedQuery<AuditEvent> historyQuery(String subjectKind, String subjectKey, int limit) {
    return entities
        .createQuery(
            "select e from AuditEvent e where e.subjectKind = :kind and e.subjectKey = :key"
                + " and e.act not like '%.viewed' order by e.at desc, e.id desc",
            AuditEvent.class)
        .setParameter("kind", subjectKind)
        .setParameter("key", subjectKey)
        .setMaxResults(limit)
        .setHint("eclipselink.read-only", "true");
  }

  private static List<Predicate> conditions(
      CriteriaBuilder is, Root<AuditEvent> event, AuditQuery asked) {
    List<Predicate> all = new ArrayList<>();
    if (asked.from() != null) {
      all.add(is.greaterThanOrEqualTo(event.get("at"), asked.from()));
    }
    if (asked.until() != null) {
      all.add(is.lessThan(event.get("at"), asked.until()));
    }
    if (asked.act() != null) {
      all.add(named(is, event, asked.act()));
    }
    equal(all, is, event, "actor", asked.actor());
    equal(all, is, event, "subjectKind", asked.subjectKind());
    equal(all, is, event, "subjectKey", asked.subjectKey());
    equal(all, is, event, "outcome", asked.outcome());
    return all;
  }

  private static Predicate named(CriteriaBuilder is, Root<AuditEvent> event, String act) {
    if (!act.endsWith("*")) {
      return is.equal(event.get("act"), act);
    }
    String beginning = act.substring(0, act.length() - 1).replaceAll("([\\\\%_])", "\\\\$1");
    return is.like(event.get("act"), beginning + "%", '\\');
  }

  private static void equal(
      List<Predicate> all, CriteriaBuilder is, Root<AuditEvent> event, String field, Object value) {
    if (value != null) {
      all.add(is.equal(event.get(field), value));
    }
  }
}
