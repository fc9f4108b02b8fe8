package jp.madoguchi.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import jp.madoguchi.audit.Act;
import jp.madoguchi.resident.ChangeAnswer.Outcome;
import jp.madoguchi.resident.LineRefusal.Reason;
import jp.madoguchi.resident.ResidentsChanged.Change;
import jp.madoguchi.resident.jpa.StoredChanges;
import jp.madoguchi.resident.jpa.StoredEntries;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.BoundEntityManager;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Changes that come twice, out of order, too early or wrong: each is answered, and none is lost.
 */
class ChangeDeskTest {

  private static final String FIRST = "2026-11-20T09:00:00+09:00";
  private static final String SECOND = "2026-11-21T09:00:00+09:00";
  private static final String THIRD = "2026-11-22T09:00:00+09:00";

  private static int next;

  private final String number = "CD-" + next++;
  private final BoundEntityManager bound = new BoundEntityManager();
  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final RecordedActs acts = new RecordedActs();
  private final FiredEvents<ResidentsChanged> changed = new FiredEvents<>();
  private final FiredEvents<ResidentsEntered> entered = new FiredEvents<>();
  private final FiredEvents<ResidentsChanged> late = new FiredEvents<>();
  private final RegisterEntries register =
      new StoredEntries(bound.entityManager(), changed, entered);
  private final ChangeDesk desk =
      new ChangeDesk(
          new StoredChanges(bound.entityManager()),
          register,
          late,
          acts,
          ActingAs.somebody("register1", "REGISTER"),
          clock);

  @BeforeEach
  void aResidentIsRegistered() {
    Entries.enter(Entries.aResident(number));
  }

  @Test
  void aChangeOfOneFieldLeavesTheOthers() {
    assertThat(sent("1", FIRST, Map.of("name", "架空　二郎")).outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(now("name")).isEqualTo("架空　二郎");
    assertThat(now("address")).isEqualTo("神奈川県厚木市架空町1丁目1番1号");
    assertThat(kinds(changed)).containsExactly(RecordChange.NAME);
    assertThat(acts.all()).extracting(Act::name).containsExactly("resident.change-applied");
  }

  @Test
  void sentTwiceItCountsOnceAndGivesTheFirstAnswer() {
    ChangeAnswer first = sent("1", FIRST, Map.of("name", "架空　二郎"));
    sent("2", SECOND, Map.of("name", "架空　三郎"));
    ChangeAnswer again = sent("1", FIRST, Map.of("name", "架空　二郎"));
    assertThat(first.repeated()).isFalse();
    assertThat(again.repeated()).isTrue();
    assertThat(again.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(now("name")).isEqualTo("架空　三郎");
    assertThat(changed.all()).hasSize(2);
  }

  @Test
  void anotherChangeUnderTheSameIdIsNoticed() {
    sent("1", FIRST, Map.of("name", "架空　二郎"));
    assertThat(sent("1", FIRST, Map.of("name", "架空　三郎")).faults())
        .containsExactly(new ChangeFault("changeId", Reason.USED_BEFORE));
    assertThat(now("name")).isEqualTo("架空　二郎");
  }

  @Test
  void anOlderChangeThatComesLaterUndoesNothing() {
    sent("2", SECOND, Map.of("address", "神奈川県厚木市新町2"));
    ChangeAnswer older = sent("1", FIRST, Map.of("address", "神奈川県厚木市中町1"));
    assertThat(older.outcome()).isEqualTo(Outcome.OUTDATED);
    assertThat(older.outdated()).containsExactly("address");
    assertThat(now("address")).isEqualTo("神奈川県厚木市新町2");
  }

  @Test
  void anOlderChangeOfAnotherFieldIsEnteredAllTheSame() {
    sent("2", SECOND, Map.of("address", "神奈川県厚木市新町2"));
    ChangeAnswer older = sent("1", FIRST, Map.of("address", "神奈川県厚木市中町1", "name", "架空　二郎"));
    assertThat(older.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(older.outdated()).containsExactly("address");
    assertThat(now("name")).isEqualTo("架空　二郎");
    assertThat(now("address")).isEqualTo("神奈川県厚木市新町2");
  }

  @Test
  void theSequenceOrdersChangesOfOneMoment() {
    desk(form("2", FIRST, 2L, false, Map.of("name", "架空　三郎")));
    ChangeAnswer older = desk(form("1", FIRST, 1L, false, Map.of("name", "架空　二郎")));
    assertThat(older.outcome()).isEqualTo(Outcome.OUTDATED);
    assertThat(now("name")).isEqualTo("架空　三郎");
  }

  /** R-LAPSE-SIGN: the name did change, though only its correction was told. */
  @Test
  void whatChangedBeforeAMinorCorrectionIsToldLate() {
    desk(form("2", SECOND, null, true, Map.of("name", "架空　弐郎")));
    assertThat(kinds(changed)).containsExactly(RecordChange.OTHER);
    sent("1", FIRST, Map.of("name", "架空　二郎"));
    assertThat(kinds(late)).containsExactly(RecordChange.NAME);
    assertThat(late.all().get(0).untilThen()).isEqualTo(clock.instant());
    assertThat(now("name")).isEqualTo("架空　弐郎");
  }

  @Test
  void aChangeOfSomebodyUnknownWaitsAndIsEnteredOnceSomebodyHasTheNumber() {
    String unknown = number + "-U";
    ChangeForm two = formOf(unknown, "2", SECOND, Map.of("address", "神奈川県厚木市新町2"));
    ChangeForm one = formOf(unknown, "1", FIRST, Map.of("name", "架空　二郎"));
    assertThat(desk(two).outcome()).isEqualTo(Outcome.UNKNOWN_PERSON);
    assertThat(desk(one).outcome()).isEqualTo(Outcome.UNKNOWN_PERSON);
    enterNewcomer(unknown);
    assertThat(of(unknown, "name")).isEqualTo("架空　二郎");
    assertThat(of(unknown, "address")).isEqualTo("神奈川県厚木市新町2");
    assertThat(desk(one).outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(kept(unknown)).as("nothing of it is kept longer than it waits").isZero();
  }

  @Test
  void aNewRecordEntersThePersonAndWhatWasOlderThanItIsOutdated() {
    String unknown = number + "-N";
    desk(formOf(unknown, "1", FIRST, Map.of("name", "架空　二郎")));
    Map<String, String> whole = new HashMap<>();
    whole.put("name", "架空　三郎");
    whole.put("kana", "カクウ　サブロウ");
    whole.put("birthDate", "2026-11-20");
    whole.put("sex", "1");
    whole.put("postalCode", "2430000");
    whole.put("address", "神奈川県厚木市新町2");
    whole.put("status", "RESIDENT");
    ChangeForm birth =
        new ChangeForm(number + "/2" + "-N", unknown, SECOND, null, false, true, whole);
    assertThat(desk(birth).outcome()).isEqualTo(Outcome.APPLIED);
    entered.all().forEach(event -> inTransaction(() -> waited(event)));
    assertThat(of(unknown, "name")).isEqualTo("架空　三郎");
    assertThat(outcome(number + "/1")).isEqualTo("OUTDATED");
  }

  @Test
  void aFaultyChangeIsAnsweredWithEveryFaultAndCanBeSentAgainCorrected() {
    ChangeAnswer faulty =
        sent("1", FIRST, Map.of("sex", "9", "birthDate", "1980-02-30", "colour", "red"));
    assertThat(faulty.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(faulty.faults()).containsExactly(new ChangeFault("colour", Reason.UNKNOWN_FIELD));
    assertThat(sent("1", FIRST, Map.of("sex", "9", "birthDate", "1980-02-30")).faults())
        .containsExactly(
            new ChangeFault("birthDate", Reason.IMPOSSIBLE_DATE),
            new ChangeFault("sex", Reason.NOT_A_CHOICE));
    assertThat(sent("1", FIRST, Map.of("sex", "2")).outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void aFrameThatIsWrongIsRefusedFieldByField() {
    assertThat(desk(new ChangeForm("", "", "yesterday", null, false, false, Map.of())).faults())
        .containsExactly(
            new ChangeFault("changeId", Reason.MISSING),
            new ChangeFault("registerNumber", Reason.MISSING),
            new ChangeFault("occurredAt", Reason.IMPOSSIBLE_DATE));
  }

  /** It would make every change after it outdated. */
  @Test
  void whatOccursInTheFutureIsRefused() {
    assertThat(sent("1", "2099-01-01T00:00:00+09:00", Map.of("name", "架空　二郎")).faults())
        .containsExactly(new ChangeFault("occurredAt", Reason.DATE_OUT_OF_RANGE));
  }

  @Test
  void aDeathIsSaidWithItsDayAndACardWithItsNumber() {
    assertThat(sent("1", FIRST, Map.of("diedOn", "2026-11-20")).faults())
        .containsExactly(new ChangeFault("status", Reason.MISSING));
    assertThat(sent("2", FIRST, Map.of("cardState", "LOST")).faults())
        .containsExactly(new ChangeFault("cardSerial", Reason.MISSING));
    assertThat(sent("3", THIRD, Map.of("status", "DECEASED", "diedOn", "2026-11-20")).outcome())
        .isEqualTo(Outcome.APPLIED);
    assertThat(kinds(changed)).containsExactly(RecordChange.DECEASED);
  }

  @Test
  void aKnownCardNeedsOnlyItsNumberAndState() {
    String serial = "CD%013d".formatted(Integer.parseInt(number.substring(3)));
    Entries.enter(Entries.withGoodCard(Entries.aResident(number), serial));
    sent("1", FIRST, Map.of("cardSerial", serial, "cardState", "LOST"));
    assertThat(kinds(changed)).containsExactly(RecordChange.CARD_LOST);
  }

  /** Changes made at random, by a fixed seed: each is answered, and the good ones still count. */
  @Test
  void whateverIsSentIsAnswered() {
    Random random = new Random(20261126);
    String[] fields = {
      "name",
      "kana",
      "birthDate",
      "sex",
      "address",
      "status",
      "movedAwayOn",
      "diedOn",
      "cardSerial",
      "cardState",
      "cardKind",
      "cardExpiresOn",
      "adultWard",
      "registerNumber",
      "householdNumber",
      "x"
    };
    String[] values = {
      "",
      "架空　四郎",
      "1980-02-30",
      "2020-01-01",
      "FEMALE",
      "神奈川県厚木市中町1",
      "MOVED_AWAY",
      "DIED",
      "LOST",
      "\u0000",
      "\ud800",
      "9".repeat(500),
      "架".repeat(401),
      "true",
      "\u202E"
    };
    String[] times = {FIRST, SECOND, "", "2026-11-24", "9999-12-31T23:59:59+09:00", "昨日"};
    for (int i = 0; i < 600; i++) {
      Map<String, String> record = new HashMap<>();
      for (int count = random.nextInt(4); count >= 0; count--) {
        record.put(fields[random.nextInt(fields.length)], values[random.nextInt(values.length)]);
      }
      ChangeForm form =
          new ChangeForm(
              random.nextInt(10) == 0 ? values[random.nextInt(values.length)] : number + "/r" + i,
              random.nextInt(10) == 0 ? values[random.nextInt(values.length)] : number,
              times[random.nextInt(times.length)],
              random.nextBoolean() ? null : random.nextLong(),
              random.nextBoolean(),
              random.nextInt(5) == 0,
              record);
      assertThat(desk(form).outcome()).as(form.toString()).isNotNull();
    }
    assertThat(sent("last", THIRD, Map.of("name", "架空　五郎")).outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(now("name")).isEqualTo("架空　五郎");
  }

  private ChangeAnswer sent(String id, String at, Map<String, String> record) {
    return desk(form(id, at, null, false, record));
  }

  private ChangeForm form(
      String id, String at, Long sequence, boolean minor, Map<String, String> record) {
    return new ChangeForm(number + "/" + id, number, at, sequence, minor, false, record);
  }

  private ChangeForm formOf(String person, String id, String at, Map<String, String> record) {
    return new ChangeForm(number + "/" + id, person, at, null, false, false, record);
  }

  private ChangeAnswer desk(ChangeForm form) {
    return inTransaction(() -> desk.take(form));
  }

  /** As an import does it; the server hands the event on in the same transaction. */
  private void enterNewcomer(String person) {
    inTransaction(
        () -> {
          register.enter(Entries.lines(Entries.aResident(person)));
          return waited(entered.all().get(entered.all().size() - 1));
        });
  }

  private Void waited(ResidentsEntered event) {
    desk.enterWhatWaited(event);
    return null;
  }

  private <T> T inTransaction(Supplier<T> work) {
    return bound.inNewTransaction(work);
  }

  private static List<RecordChange> kinds(FiredEvents<ResidentsChanged> events) {
    return events.all().stream()
        .flatMap(event -> event.changes().stream())
        .map(Change::kind)
        .toList();
  }

  private String now(String column) {
    return of(number, column);
  }

  private static String of(String person, String column) {
    return text("select " + column + " from madoguchi.resident where register_number = ?1", person);
  }

  private static String outcome(String changeId) {
    return text("select outcome from madoguchi.register_change where change_id = ?1", changeId);
  }

  private static int kept(String person) {
    return Integer.parseInt(
        text(
            "select sum(cardinality(kept_fields))::text from madoguchi.register_change"
                + " where register_number = ?1",
            person));
  }

  private static String text(String query, String value) {
    return TestDatabase.shared()
        .inTransaction(
            entities ->
                (String)
                    entities.createNativeQuery(query).setParameter(1, value).getSingleResult());
  }
}
