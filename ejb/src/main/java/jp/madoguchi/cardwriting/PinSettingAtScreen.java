package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.terminal.TerminalBell;

/** The change and the reset of PINs on the holder's screen. */
@ApplicationScoped
public class PinSettingAtScreen implements CaseOnScreen {

  private final PinJournal journal;
  private final PinSettingView view;
  private final PinProcess process;
  private final TerminalBell bell;

  protected PinSettingAtScreen() {
    this(null, null, null, null);
  }

  @Inject
  public PinSettingAtScreen(
      PinJournal journal, PinSettingView view, PinProcess process, TerminalBell bell) {
    this.journal = journal;
    this.view = view;
    this.process = process;
    this.bell = bell;
  }

  @Override
  public boolean leads(String caseNumber) {
    return !journal.ofCase(caseNumber).isEmpty();
  }

  @Override
  public List<AskedPin> pinsDue(String caseNumber) {
    return view.pinsDue(caseNumber);
  }

  @Override
  public boolean pinsComeByReply(String caseNumber) {
    return false;
  }

  @Override
  public CustomerView view(String caseNumber) {
    PinStatus status = view.of(caseNumber);
    List<CertificateType> types = status.pins().stream().map(PinSetting::type).toList();
    return CustomerView.of(status.state().face(), types);
  }

  /** With the tries that the card still takes, and what came of the last one. */
  @Override
  public CustomerView asking(String caseNumber, List<AskedPin> due) {
    List<CustomerView.Tries> tries =
        journal.ofCase(caseNumber).stream()
            .filter(setting -> due.contains(AskedPin.current(setting.type())))
            .map(CustomerView.Tries::of)
            .toList();
    return CustomerView.asking(due, tries);
  }

  @Override
  public void pinsTaken(String caseNumber, String terminal) {
    if (process.waitsForPins(caseNumber)) {
      process.pinsEntered(caseNumber);
    } else {
      bell.ring(terminal);
    }
  }
}
