package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.cardwriting.PinSetting.LastTry;
import jp.madoguchi.terminal.Lease;
import jp.madoguchi.terminal.ReaderLeases;

/** Puts together, from journal, reader, process and PINs, how the setting of PINs stands. */
@ApplicationScoped
public class PinSettingView {

  private final PinJournal journal;
  private final PinProcess process;
  private final ReaderLeases leases;
  private final WritingView readers;
  private final WritingFaults faults;
  private final PinVault pins;

  protected PinSettingView() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public PinSettingView(
      PinJournal journal,
      PinProcess process,
      ReaderLeases leases,
      WritingView readers,
      WritingFaults faults,
      PinVault pins) {
    this.journal = journal;
    this.process = process;
    this.leases = leases;
    this.readers = readers;
    this.faults = faults;
    this.pins = pins;
  }

  public PinStatus of(String caseNumber) {
    Optional<String> terminal = leases.ofCase(caseNumber).map(Lease::terminal);
    List<PinSetting> all = journal.ofCase(caseNumber);
    return new PinStatus(caseNumber, terminal, all, state(caseNumber, all, terminal));
  }

  /**
   * The PINs that the holder is to type now. Before the card has said how many tries are left it is
   * not known yet whether a PIN can be changed at all.
   */
  List<AskedPin> pinsDue(String caseNumber) {
    List<PinSetting> open = journal.ofCase(caseNumber).stream().filter(PinSetting::isOpen).toList();
    if (open.stream().anyMatch(setting -> setting.state() == PinSettingState.AWAITED)) {
      boolean due =
          process.waitsForPins(caseNumber) && open.stream().noneMatch(PinSetting::asksTries);
      return due ? open.stream().flatMap(setting -> setting.asked().stream()).toList() : List.of();
    }
    return open.stream().flatMap(setting -> PinDialogue.missing(setting, pins).stream()).toList();
  }

  private ScreenState state(String caseNumber, List<PinSetting> all, Optional<String> terminal) {
    if (all.isEmpty()) {
      return CardCourse.PINS_NOT_BEGUN;
    }
    List<PinSetting> open = all.stream().filter(PinSetting::isOpen).toList();
    if (open.isEmpty()) {
      boolean set = all.stream().allMatch(one -> one.state() == PinSettingState.SET);
      return set ? CardCourse.PINS_SET : CardCourse.PINS_GIVEN_UP;
    }
    boolean begun =
        open.stream()
            .anyMatch(one -> one.state() == PinSettingState.CURRENT_SENT || one.state().mayBeSet());
    return readers.atReader(
        terminal,
        open.get(0).cardSerial(),
        begun ? CardCourse.PIN_TORN : WritingFault.NO_CARD,
        reader -> atWork(open),
        reader -> withCard(caseNumber, open));
  }

  private ScreenState withCard(String caseNumber, List<PinSetting> open) {
    List<AskedPin> due = pinsDue(caseNumber);
    if (!due.isEmpty()) {
      return asking(open, due);
    }
    if (faults.last(caseNumber).isPresent()) {
      return faults.last(caseNumber).get();
    }
    boolean waits =
        open.stream().anyMatch(one -> one.state() == PinSettingState.AWAITED && !one.asksTries());
    return waits ? CardCourse.PINS_NOT_BEGUN : atWork(open);
  }

  private static ScreenState atWork(List<PinSetting> open) {
    return open.stream().anyMatch(PinSetting::asksTries)
        ? CardCourse.TRIES_ASKED
        : CardCourse.PIN_GOING_ON;
  }

  private static ScreenState asking(List<PinSetting> open, List<AskedPin> due) {
    Optional<LastTry> again =
        open.stream()
            .filter(one -> due.contains(AskedPin.current(one.type())))
            .flatMap(one -> one.lastTry().stream())
            .findFirst();
    if (again.isEmpty()) {
      return WritingFault.PIN_NEEDED;
    }
    return again.get() == LastTry.WRONG ? CardCourse.CURRENT_WRONG : CardCourse.CURRENT_IN_DOUBT;
  }
}
