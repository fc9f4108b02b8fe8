package jp.madoguchi.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.resident.ChangeAnswer.Outcome;
import jp.madoguchi.resident.ChangeLedger.Answered;
import jp.madoguchi.resident.ChangeLedger.Known;
import jp.madoguchi.resident.ChangeLedger.Newer;
import jp.madoguchi.resident.LineRefusal.Reason;
import jp.madoguchi.resident.ResidentsChanged.Change;

/**
 * Takes one change of the register after the other, each in a transaction of its own with all that
 * follows from it.
 *
 * <p>Of two changes that speak of the same field the one that occurred later counts, in whatever
 * order they arrive. One that arrives late still ends what it ended when it happened: its untold
 * change is fired for what is older than the newer one's entry.
 */
@ApplicationScoped
public class ChangeDesk {

  /** By so much the register's clock may be ahead of the office's. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private static final String SUBJECT = "RESIDENT_CHANGE";

  private ChangeLedger ledger;
  private RegisterEntries register;
  private Event<ResidentsChanged> late;
  private AuditTrail trail;
  private Actors actors;
  private OfficeClock clock;

  protected ChangeDesk() {}

  @Inject
  public ChangeDesk(
      ChangeLedger ledger,
      RegisterEntries register,
      Event<ResidentsChanged> late,
      AuditTrail trail,
      Actors actors,
      OfficeClock clock) {
    this.ledger = ledger;
    this.register = register;
    this.late = late;
    this.trail = trail;
    this.actors = actors;
    this.clock = clock;
  }

  @Transactional(TxType.REQUIRES_NEW)
  public ChangeAnswer take(ChangeForm form) {
    ChangeReader.Reading reading = ChangeReader.read(form, clock.instant().plus(CLOCKS_DIFFER));
    if (reading instanceof ChangeReader.Reading.Faulty faulty) {
      return refuse(form, faulty.faults());
    }
    return take(form, ((ChangeReader.Reading.Good) reading).change());
  }

  private ChangeAnswer take(ChangeForm form, RegisterChange change) {
    ledger.claim(change.registerNumber());
    if (ledger.known(change.registerNumber()).isPresent()) {
      enterWhatWaited(new ResidentsEntered(Set.of(change.registerNumber())));
    }
    Optional<Answered> before = ledger.find(change.changeId());
    if (before.isPresent()) {
      return before.get().content().equals(change.content())
          ? before.get().answer().again()
          : ChangeAnswer.refused(
              change.changeId(), List.of(new ChangeFault("changeId", Reason.USED_BEFORE)));
    }
    ChangeAnswer answer = settle(change);
    return answer.outcome() == Outcome.REFUSED ? refuse(form, answer.faults()) : answer;
  }

  /** Whoever is known from now on: what waited for them is entered, in the order of occurrence. */
  void enterWhatWaited(@Observes ResidentsEntered newcomers) {
    for (RegisterChange change : ledger.waitingFor(newcomers.registerNumbers())) {
      ChangeAnswer answer = settle(change);
      if (answer.outcome() == Outcome.REFUSED) {
        kept(change, answer);
      }
    }
  }

  private ChangeAnswer settle(RegisterChange change) {
    Optional<Known> known = ledger.known(change.registerNumber());
    if (known.isPresent()) {
      return settle(change, known.get());
    }
    ChangedRecord record =
        change.newRecord()
            ? new ChangedRecord(clock.today(), change.registerNumber(), Map.of())
            : ChangedRecord.ofAnybody(clock.today(), change);
    List<ChangeFault> faults = record.faults(change.values());
    if (!faults.isEmpty()) {
      return ChangeAnswer.refused(change.changeId(), faults);
    }
    return change.newRecord()
        ? enter(change, record, change.values(), List.of())
        : kept(change, answer(change, Outcome.UNKNOWN_PERSON, List.of()));
  }

  private ChangeAnswer settle(RegisterChange change, Known known) {
    ChangedRecord record =
        new ChangedRecord(clock.today(), change.registerNumber(), withCard(change, known));
    List<ChangeFault> faults = record.faults(change.values());
    if (!faults.isEmpty()) {
      return ChangeAnswer.refused(change.changeId(), faults);
    }
    Newer newer = ledger.newerThan(change);
    Set<ResidentColumn> fresh = change.notIn(newer.touches());
    List<String> outdated =
        change.values().keySet().stream()
            .filter(column -> !fresh.contains(column))
            .map(ResidentColumn::field)
            .toList();
    if (!change.minor() && newer.since().isPresent()) {
      tellLate(change, known, fresh, newer.since().get());
    }
    if (fresh.isEmpty()) {
      return kept(change, answer(change, Outcome.OUTDATED, outdated));
    }
    Map<ResidentColumn, String> values = new EnumMap<>(change.values());
    values.keySet().retainAll(fresh);
    return enter(change, record, values, outdated);
  }

  /**
   * Enters the values over what is there. The ledger has the change first: what waited for a
   * newcomer has to see that it is older.
   */
  private ChangeAnswer enter(
      RegisterChange change,
      ChangedRecord record,
      Map<ResidentColumn, String> values,
      List<String> outdated) {
    ImportLine line = record.with(values);
    if (line instanceof ImportLine.Refused refused) {
      return ChangeAnswer.refused(change.changeId(), ChangedRecord.faults(refused.refusals()));
    }
    ChangeAnswer answer = answer(change, Outcome.APPLIED, outdated);
    keep(change, answer);
    TreeMap<Long, ResidentEntry> one = new TreeMap<>();
    one.put(1L, ((ImportLine.Good) line).entry());
    List<LineRefusal> refused = change.minor() ? register.correct(one) : register.enter(one);
    return refused.isEmpty()
        ? recorded(change, answer)
        : ChangeAnswer.refused(change.changeId(), ChangedRecord.faults(refused));
  }

  /** What had changed before a newer change came, and was never told (R-LAPSE-SIGN). */
  private void tellLate(
      RegisterChange change, Known known, Set<ResidentColumn> fresh, Instant since) {
    Map<ResidentColumn, String> said = new EnumMap<>(change.values());
    said.keySet().removeAll(fresh);
    said.keySet().removeAll(RegisterChange.OF_CARD);
    said.keySet().removeAll(RegisterChange.STANDING);
    List<Change> changes =
        new ChangedRecord(clock.today(), change.registerNumber(), known.values())
            .differences(known.residentId(), said);
    if (!changes.isEmpty()) {
      late.fire(new ResidentsChanged(changes, since));
    }
  }

  private Map<ResidentColumn, String> withCard(RegisterChange change, Known known) {
    Map<ResidentColumn, String> asItIs = new EnumMap<>(known.values());
    if (change.says(RegisterChange.OF_CARD)) {
      CardSerial.read(change.values().get(ResidentColumn.CARD_SERIAL))
          .ifPresent(serial -> asItIs.putAll(ledger.card(known.residentId(), serial.value())));
    }
    return asItIs;
  }

  private static ChangeAnswer answer(
      RegisterChange change, Outcome outcome, List<String> outdated) {
    return new ChangeAnswer(change.changeId(), outcome, false, outdated, List.of());
  }

  private ChangeAnswer kept(RegisterChange change, ChangeAnswer answer) {
    keep(change, answer);
    return recorded(change, answer);
  }

  private void keep(RegisterChange change, ChangeAnswer answer) {
    ledger.keep(change, answer, actors.current().login(), clock.instant());
  }

  private ChangeAnswer recorded(RegisterChange change, ChangeAnswer answer) {
    String name = "resident.change-" + word(answer.outcome());
    Act act =
        answer.outcome() == Outcome.REFUSED
            ? Act.refused(name, SUBJECT, change.changeId(), "faults")
            : Act.done(name, SUBJECT, change.changeId());
    trail.record(
        act.with("number", change.registerNumber())
            .with("touches", String.join(" ", change.touches()))
            .with("minor", change.minor()));
    return answer;
  }

  private ChangeAnswer refuse(ChangeForm form, List<ChangeFault> faults) {
    if (ChangeReader.isId(form.changeId())) {
      ledger.keepRefused(form, faults, actors.current().login(), clock.instant());
      trail.record(
          Act.refused("resident.change-refused", SUBJECT, form.changeId(), "faults")
              .with("faults", faults.size()));
    }
    return ChangeAnswer.refused(form.changeId(), faults);
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
