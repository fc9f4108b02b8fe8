package jp.madoguchi.resident;

import static jp.madoguchi.resident.Entries.aResident;
import static jp.madoguchi.resident.Entries.card;
import static jp.madoguchi.resident.Entries.lines;
import static jp.madoguchi.resident.Entries.named;
import static jp.madoguchi.resident.Entries.withGoodCard;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.madoguchi.resident.ResidentsChanged.Change;
import jp.madoguchi.resident.jpa.StoredEntries;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is different of a resident, told by the database itself (R-LAPSE-SIGN, R-LAPSE-AUTH). */
class RecordChangeTest {

  private static int next;

  private final String number = "CHANGE-" + next++;
  private final FiredEvents<ResidentsChanged> changed = new FiredEvents<>();
  private final FiredEvents<ResidentsEntered> entered = new FiredEvents<>();

  static Stream<Arguments> changesOfTheRecord() {
    LocalDate day = LocalDate.of(2026, 11, 20);
    return Stream.of(
        change(line -> line.name("架空　二郎"), RecordChange.NAME),
        change(line -> line.born(LocalDate.of(1980, 2, 18)), RecordChange.BIRTH_DATE),
        change(line -> line.sex(Sex.FEMALE), RecordChange.SEX),
        change(line -> line.address("神奈川県厚木市架空町2丁目"), RecordChange.ADDRESS),
        change(line -> line.movedAway(day), RecordChange.MOVED_AWAY),
        change(line -> line.died(day), RecordChange.DECEASED),
        // only what stands in no certificate
        change(line -> line.kana("カクウ　ジロウ"), RecordChange.OTHER),
        change(line -> line.postalCode("2430001"), RecordChange.OTHER),
        change(Line::ward, RecordChange.OTHER),
        // several at once
        change(
            line -> line.name("架空　二郎").address("東京都架空区1番").movedAway(day),
            RecordChange.NAME,
            RecordChange.ADDRESS,
            RecordChange.MOVED_AWAY));
  }

  private static Arguments change(UnaryOperator<Line> change, RecordChange... kinds) {
    return Arguments.of(change, List.of(kinds));
  }

  @ParameterizedTest
  @MethodSource("changesOfTheRecord")
  void eachChangeOfARecordIsTold(UnaryOperator<Line> change, List<RecordChange> kinds) {
    enter(aResident(number));
    enter(change.apply(new Line(aResident(number))).entry);
    assertThat(kinds()).containsExactlyElementsOf(kinds);
  }

  @Test
  void whoIsNewHasNotChanged() {
    enter(withGoodCard(aResident(number), serial("A")));
    assertThat(changed.all()).isEmpty();
    assertThat(entered.all())
        .singleElement()
        .satisfies(event -> assertThat(event.registerNumbers()).containsExactly(number));
  }

  @Test
  void theSameAgainIsNoChange() {
    enter(withGoodCard(aResident(number), serial("A")));
    enter(withGoodCard(aResident(number), serial("A")));
    assertThat(changed.all()).isEmpty();
    assertThat(entered.all()).hasSize(1);
  }

  @Test
  void aMinorCorrectionOfTheFourItemsIsOnlySomethingElse() {
    enter(aResident(number));
    correct(named(aResident(number), "架空　壱郎", "カクウ　イチロウ"));
    assertThat(kinds()).containsExactly(RecordChange.OTHER);
  }

  @Test
  void aDeathIsNeverMinor() {
    enter(aResident(number));
    correct(new Line(aResident(number)).died(LocalDate.of(2026, 11, 20)).entry);
    assertThat(kinds()).containsExactly(RecordChange.DECEASED);
  }

  @Test
  void eachStateOfACardIsToldWithTheCard() {
    enter(withGoodCard(aResident(number), serial("A")));
    for (CardState state :
        List.of(CardState.SUSPENDED, CardState.VALID, CardState.LOST, CardState.REVOKED)) {
      enter(aResident(number).with(card(serial("A"), state)));
    }
    assertThat(kinds())
        .containsExactly(
            RecordChange.CARD_SUSPENDED,
            RecordChange.CARD_GOOD_AGAIN,
            RecordChange.CARD_REPLACED,
            RecordChange.CARD_LOST,
            RecordChange.CARD_REVOKED);
    assertThat(changes()).extracting(Change::card).containsOnly(new CardSerial(serial("A")));
  }

  @Test
  void aNewCardEndsWhatLiesOnTheOthers() {
    enter(aResident(number).with(card(serial("A"), CardState.LOST)));
    enter(withGoodCard(aResident(number), serial("B")));
    assertThat(changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(RecordChange.CARD_REPLACED);
              assertThat(change.concerns(on("A"))).isTrue();
              assertThat(change.concerns(on("B"))).isFalse();
            });
  }

  @Test
  void aLostCardIsOfNoConcernToWhatLiesOnAnother() {
    Change lost = new Change(1, RecordChange.CARD_LOST, new CardSerial(serial("A")));
    assertThat(lost.concerns(on("A"))).isTrue();
    assertThat(lost.concerns(on("B"))).isFalse();
    assertThat(lost.concerns(Optional.empty())).as("nobody knows on which card it is").isTrue();
  }

  private Optional<CardSerial> on(String card) {
    return Optional.of(new CardSerial(serial(card)));
  }

  private String serial(String card) {
    return "RC%s%012d".formatted(card, Integer.parseInt(number.substring("CHANGE-".length())));
  }

  private List<Change> changes() {
    return changed.all().stream().flatMap(event -> event.changes().stream()).toList();
  }

  private List<RecordChange> kinds() {
    return changes().stream().map(Change::kind).toList();
  }

  private void enter(ResidentEntry entry) {
    TestDatabase.shared()
        .inTransaction(
            entities -> new StoredEntries(entities, changed, entered).enter(lines(entry)));
  }

  private void correct(ResidentEntry entry) {
    TestDatabase.shared()
        .inTransaction(
            entities -> new StoredEntries(entities, changed, entered).correct(lines(entry)));
  }

  /** An entry that reads as what is different about it. */
  private static final class Line {

    private ResidentEntry entry;

    Line(ResidentEntry entry) {
      this.entry = entry;
    }

    Line name(String name) {
      return is(name, entry.kana(), entry.birthDate(), entry.sex(), entry.address());
    }

    Line kana(String kana) {
      return is(entry.name(), kana, entry.birthDate(), entry.sex(), entry.address());
    }

    Line born(LocalDate day) {
      return is(entry.name(), entry.kana(), day, entry.sex(), entry.address());
    }

    Line sex(Sex sex) {
      return is(entry.name(), entry.kana(), entry.birthDate(), sex, entry.address());
    }

    Line address(String address) {
      return is(entry.name(), entry.kana(), entry.birthDate(), entry.sex(), address);
    }

    Line movedAway(LocalDate day) {
      return stands(entry.postalCode(), ResidentRecord.Status.MOVED_AWAY, day, null, false);
    }

    Line died(LocalDate day) {
      return stands(entry.postalCode(), ResidentRecord.Status.DECEASED, null, day, false);
    }

    Line postalCode(String code) {
      return stands(code, entry.status(), null, null, false);
    }

    Line ward() {
      return stands(entry.postalCode(), entry.status(), null, null, true);
    }

    private Line is(String name, String kana, LocalDate born, Sex sex, String address) {
      entry =
          new ResidentEntry(
              entry.registerNumber(),
              name,
              kana,
              born,
              sex,
              entry.postalCode(),
              address,
              entry.householdId(),
              entry.status(),
              entry.movedAwayOn(),
              entry.diedOn(),
              entry.stayUntil(),
              entry.adultWard(),
              entry.card());
      return this;
    }

    private Line stands(
        String postalCode,
        ResidentRecord.Status status,
        LocalDate movedAwayOn,
        LocalDate diedOn,
        boolean ward) {
      entry =
          new ResidentEntry(
              entry.registerNumber(),
              entry.name(),
              entry.kana(),
              entry.birthDate(),
              entry.sex(),
              postalCode,
              entry.address(),
              entry.householdId(),
              status,
              movedAwayOn,
              diedOn,
              entry.stayUntil(),
              ward,
              entry.card());
      return this;
    }
  }
}
