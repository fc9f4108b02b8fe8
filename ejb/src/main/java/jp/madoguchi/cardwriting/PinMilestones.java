package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.cardwriting.CustomerView.Face;
import jp.madoguchi.transaction.NewTransaction;

/**
 * The steps of the journal of PIN settings as the dialogue with the card takes them, each in a
 * transaction of its own that is committed when the method returns.
 */
@ApplicationScoped
public class PinMilestones {

  private final NewTransaction transaction;
  private final PinJournal journal;
  private final PinProcess process;
  private final CardAccess access;
  private final WritingFaults faults;
  private final LastSteps last;

  protected PinMilestones() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public PinMilestones(
      NewTransaction transaction,
      PinJournal journal,
      PinProcess process,
      CardAccess access,
      WritingFaults faults,
      LastSteps last) {
    this.transaction = transaction;
    this.journal = journal;
    this.process = process;
    this.access = access;
    this.faults = faults;
    this.last = last;
  }

  /** What is still to be set for the case, in its order. */
  List<PinSetting> open(String caseNumber) {
    return transaction.look(
        () -> journal.ofCase(caseNumber).stream().filter(PinSetting::isOpen).toList());
  }

  /** The case that waits for this card and may speak to it at this terminal. */
  Optional<String> caseFor(String cardSerial, String terminal) {
    return transaction.look(
        () -> journal.openCaseOfCard(cardSerial).filter(found -> access.isFree(terminal, found)));
  }

  void requireReader(WritingPlace place) {
    access.requireReader(place);
  }

  /** The card said how many tries a PIN has left. */
  void triesLeft(WritingPlace place, PinSetting setting, int tries) {
    access.run(
        place,
        () -> {
          if (journal.triesLeft(setting.caseNumber(), setting.type(), tries)) {
            process.locked(setting.caseNumber());
          }
        });
    faults.clear(setting.caseNumber());
  }

  /** The PIN of now goes out once: whatever comes of it, it is not sent again by itself. */
  void currentSent(WritingPlace place, PinSetting setting) {
    access.run(place, () -> journal.currentSent(setting.caseNumber(), setting.type()));
  }

  void currentWrong(WritingPlace place, PinSetting setting, int tries) {
    access.run(
        place,
        () -> {
          if (journal.currentWrong(setting.caseNumber(), setting.type(), tries)) {
            process.locked(setting.caseNumber());
          }
        });
  }

  void currentProven(WritingPlace place, PinSetting setting) {
    access.run(place, () -> journal.currentProven(setting.caseNumber(), setting.type()));
  }

  void newSent(WritingPlace place, PinSetting setting) {
    access.run(place, () -> journal.newSent(setting.caseNumber(), setting.type()));
  }

  void set(WritingPlace place, PinSetting setting) {
    String caseNumber = setting.caseNumber();
    last.take(
        place,
        setting.type(),
        () -> {
          journal.set(caseNumber, setting.type());
          goOnWhenDone(caseNumber);
          return null;
        });
  }

  private void goOnWhenDone(String caseNumber) {
    List<PinSetting> all = journal.ofCase(caseNumber);
    if (all.stream().noneMatch(PinSetting::isOpen)) {
      process.allSet(caseNumber);
      last.letGo(caseNumber, Face.PIN_DONE, all.stream().map(PinSetting::type).toList());
    }
  }
}
