package jp.madoguchi.audit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.TestDatabase;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.DatabaseRecord;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * With 200,000 acts a thing's history walks its index, already in order. The acts stand in a
 * transaction that is rolled back.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TrailPlanTest {

  private EntityManager entities;

  @BeforeAll
  void aYearOfActs() {
    entities = TestDatabase.shared().entityManager();
    entities.getTransaction().begin();
    run(
        "insert into madoguchi.audit_event"
            + " (id, at, actor, roles, act, subject_kind, subject_key, outcome, details)"
            + " select -i, timestamptz '2026-01-01' + i * interval '2 minutes', 'clerk' || i % 9,"
            + " 'CLERK', (array['step.done', 'application.viewed', 'fee.collected'])[1 + i % 3],"
            + " 'APPLICATION', 'PLAN-' || i % 9973, 'DONE', '{}'"
            + " from generate_series(1, 200000) i");
    run("analyze madoguchi.audit_event");
  }

  @AfterAll
  void leavesNothingBehind() {
    entities.getTransaction().rollback();
    entities.close();
  }

  @Test
  void theHistoryOfAThingWalksItsIndexInOrder() {
    assertThat(plan())
        .contains("audit_event_by_subject")
        .doesNotContain("Seq Scan")
        .doesNotContain("Sort");
  }

  private String plan() {
    DatabaseQuery query =
        trail().historyQuery("APPLICATION", "PLAN-7", 100).unwrap(DatabaseQuery.class);
    Session session = entities.unwrap(Session.class);
    DatabaseRecord values = new DatabaseRecord();
    values.put("kind", "APPLICATION");
    values.put("key", "PLAN-7");
    query.prepareCall(session, values);
    List<?> lines =
        entities
            .createNativeQuery("explain " + query.getTranslatedSQLString(session, values))
            .getResultList();
    return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
  }

  private AuditTable trail() {
    return new AuditTable(
        entities, new MovableClock("2026-11-24T10:00"), ActingAs.somebody("clerk1", "CLERK"));
  }

  private void run(String sql) {
    entities.createNativeQuery(sql).executeUpdate();
  }
}
