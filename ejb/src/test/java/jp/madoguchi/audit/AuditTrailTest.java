package jp.madoguchi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import jp.madoguchi.audit.jpa.AuditTable;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailTest {

  private static final TestDatabase DATABASE = TestDatabase.shared();

  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final String subject = UUID.randomUUID().toString();

  @Test
  void anActIsKeptWithWhoInWhichRoleWhenAndOnWhat() {
    record(act("application.received").with("kind", "NEW"));

    RecordedAct kept = find(AuditQuery.of("TEST", subject)).get(0);
    assertThat(kept.at()).isEqualTo(clock.instant());
    assertThat(kept.actor().login()).isEqualTo("clerk9");
    assertThat(kept.actor().roles()).containsExactly("CLERK", "SUPERVISOR");
    assertThat(kept.act()).isEqualTo(act("application.received").with("kind", "NEW"));
  }

  @Test
  void anActThatIsRolledBackLeavesNoEntry() {
    assertThatThrownBy(
            () ->
                DATABASE.doInTransaction(
                    entities -> {
                      table(entities).record(act("application.received"));
                      throw new IllegalStateException("the act failed");
                    }))
        .hasMessage("the act failed");

    assertThat(find(AuditQuery.of("TEST", subject))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update madoguchi.audit_event set actor = 'nobody'",
        "update madoguchi.audit_event set actor = 'nobody' where false",
        "delete from madoguchi.audit_event",
        "truncate madoguchi.audit_event",
      })
  void theTableRefusesEveryChangeOfWhatWasWritten(String change) {
    record(act("application.received"));

    assertThatThrownBy(
            () ->
                DATABASE.doInTransaction(
                    entities -> entities.createNativeQuery(change).executeUpdate()))
        .hasStackTraceContaining("audit_event is append only");
    assertThat(find(AuditQuery.of("TEST", subject))).hasSize(1);
  }

  @Test
  void pagesGoOnBehindTheLastEntryNewestFirst() {
    for (int n = 0; n < 5; n++) {
      record(act("case.step-" + n));
      if (n % 2 == 1) {
        clock.moveTo("2026-11-24T10:0" + n);
      }
    }

    AuditSearch search = searchAs("auditor1");
    AuditPage first = search.search(AuditQuery.of("TEST", subject), null, 2);
    AuditPage second = search.search(AuditQuery.of("TEST", subject), first.next(), 2);
    AuditPage third = search.search(AuditQuery.of("TEST", subject), second.next(), 2);

    assertThat(names(first)).containsExactly("case.step-4", "case.step-3");
    assertThat(names(second)).containsExactly("case.step-2", "case.step-1");
    assertThat(names(third)).containsExactly("case.step-0");
    assertThat(third.next()).isNull();
  }

  @Test
  void theHistoryOfAThingIsNewestFirstAndLeavesOutWhoLookedAtIt() {
    record(act("application.received"));
    clock.moveTo("2026-11-24T10:01");
    record(act("application.viewed"));
    clock.moveTo("2026-11-24T10:02");
    record(act("step.done"));

    List<RecordedAct> past =
        DATABASE.inTransaction(
            entities ->
                new PastActs(table(entities)).of(List.of(new PastActs.Subject("TEST", subject))));
    assertThat(past)
        .extracting(recorded -> recorded.act().name())
        .containsExactly("step.done", "application.received");
  }

  @Test
  void anActIsFoundByTheBeginningOfItsName() {
    record(act("fee.paid"));
    record(act("fee_x.paid"));
    AuditQuery query = new AuditQuery(null, null, null, "fee_*", "TEST", subject, null);

    assertThat(find(query)).extracting(found -> found.act().name()).containsExactly("fee_x.paid");
  }

  @Test
  void readingTheTrailIsItselfRecorded() {
    String reader = "auditor-" + UUID.randomUUID();
    searchAs(reader).search(AuditQuery.of("TEST", subject), null, 10);

    AuditQuery byReader = new AuditQuery(null, null, reader, null, null, null, null);
    RecordedAct reading = find(byReader).get(0);
    assertThat(reading.act().name()).isEqualTo("audit.read");
    assertThat(reading.act().details()).containsEntry("subjectKey", subject);
  }

  @Test
  void aKeyIsReadBackFromItsTextAndAForgedOneIsNone() {
    AuditKey key = new AuditKey(clock.instant(), 7);
    assertThat(AuditKey.parse(key.text())).contains(key);
    assertThat(AuditKey.parse("7")).isEmpty();
    assertThat(AuditKey.parse("9999999999999999999-1")).isEmpty();
    assertThat(AuditKey.parse("x-y")).isEmpty();
  }

  private Act act(String name) {
    return Act.done(name, "TEST", subject);
  }

  private void record(Act act) {
    DATABASE.doInTransaction(entities -> table(entities).record(act));
  }

  private List<RecordedAct> find(AuditQuery query) {
    return DATABASE.inTransaction(entities -> table(entities).find(query, null, 100));
  }

  private AuditTable table(EntityManager entities) {
    return new AuditTable(entities, clock, ActingAs.somebody("clerk9", "SUPERVISOR", "CLERK"));
  }

  private Searching searchAs(String login) {
    return new Searching(login);
  }

  private static List<String> names(AuditPage page) {
    return page.acts().stream().map(found -> found.act().name()).toList();
  }

  /** The boundary, each call in a transaction of its own, as the container has it. */
  private final class Searching extends AuditSearch {

    private final String login;

    Searching(String login) {
      this.login = login;
    }

    @Override
    public AuditPage search(AuditQuery query, AuditKey after, int size) {
      Function<EntityManager, AuditPage> work =
          entities -> {
            AuditTable trail = new AuditTable(entities, clock, ActingAs.somebody(login, "AUDITOR"));
            return new AuditSearch(trail, trail).search(query, after, size);
          };
      return DATABASE.inTransaction(work);
    }
  }
}
