package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.terminal.ReaderLeases;
import jp.madoguchi.terminal.TerminalBell;

/**
 * The setting of PINs on a case's card, as the case's process uses it. Everything takes part in the
 * caller's transaction; the card is asked only after that is committed.
 */
@ApplicationScoped
public class PinSettings {

  private final PinJournal journal;
  private final ReaderLeases leases;
  private final AwaitedPins pins;
  private final PinSettingView view;
  private final WritingView readers;
  private final WritingFaults faults;
  private final TerminalBell bell;
  private final AuditTrail trail;

  protected PinSettings() {
    this(null, null, null, null, null, null, null, null);
  }

  @Inject
  public PinSettings(
      PinJournal journal,
      ReaderLeases leases,
      AwaitedPins pins,
      PinSettingView view,
      WritingView readers,
      WritingFaults faults,
      TerminalBell bell,
      AuditTrail trail) {
    this.journal = journal;
    this.leases = leases;
    this.pins = pins;
    this.view = view;
    this.readers = readers;
    this.faults = faults;
    this.bell = bell;
    this.trail = trail;
  }

  /**
   * The card was presented here: it is asked how many tries are left where a PIN is to be changed.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code reader-taken}, {@code card-being-written}
   */
  public void present(PinOrder order, String terminal) {
    journal.plan(order);
    leases.require(terminal, order.caseNumber());
    bell.ring(terminal);
  }

  /** Papers and PINs are there: the card is told as soon as it lies on the reader. */
  public void begin(String caseNumber) {
    journal.ready(caseNumber);
    leases.ofCase(caseNumber).ifPresent(lease -> bell.ring(lease.terminal()));
  }

  /** PINs that are locked or forgotten are reset; what was typed is forgotten. */
  public void turnToReset(String caseNumber) {
    journal.turnToReset(caseNumber);
    pins.forget(caseNumber);
    faults.clear(caseNumber);
  }

  /** Gives up what is not set, lets go of the reader and forgets the PINs. */
  public void giveUp(String caseNumber) {
    journal.giveUp(caseNumber);
    leases.release(caseNumber);
    pins.forget(caseNumber);
  }

  /** The case's PINs; none before its card was presented. */
  public List<PinSetting> ofCase(String caseNumber) {
    return journal.ofCase(caseNumber);
  }

  /** How it stands, for the screens. */
  public PinStatus state(String caseNumber) {
    return view.of(caseNumber);
  }

  /**
   * How the reader stands at which the case's card is awaited.
   *
   * @param here the terminal at which the clerk stands; empty: at none
   */
  public WritingStatus awaited(String caseNumber, String here, String cardSerial) {
    return readers.before(caseNumber, here, cardSerial);
  }

  /**
   * Goes on at once with what stands still, at this terminal.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code writing-not-open}, {@code reader-taken}
   */
  public void resume(String caseNumber, String here) {
    if (journal.ofCase(caseNumber).stream().noneMatch(PinSetting::isOpen)) {
      throw Problem.conflict("writing-not-open", caseNumber).asException();
    }
    leases.require(here, caseNumber);
    faults.clear(caseNumber);
    bell.ring(here);
    trail.record(Act.done("writing.resumed", "APPLICATION", caseNumber).with("terminal", here));
  }
}
