package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.cardwriting.CustomerView.Face;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.terminal.TerminalBell;

/** The writing of certificates on the applicant's screen. */
@ApplicationScoped
public class WritingAtScreen implements CaseOnScreen {

  private final WritingView view;
  private final List<ApplicantCase> cases;
  private final TerminalBell bell;

  protected WritingAtScreen() {
    this(null, List.of(), null);
  }

  @Inject
  public WritingAtScreen(WritingView view, @Any Instance<ApplicantCase> cases, TerminalBell bell) {
    this(view, cases.stream().toList(), bell);
  }

  WritingAtScreen(WritingView view, List<ApplicantCase> cases, TerminalBell bell) {
    this.view = view;
    this.cases = cases;
    this.bell = bell;
  }

  @Override
  public boolean leads(String caseNumber) {
    return !types(caseNumber).isEmpty();
  }

  /** Before the writing begins the case says what it waits for, afterwards the journal does. */
  @Override
  public List<AskedPin> pinsDue(String caseNumber) {
    return typesDue(caseNumber).stream().map(AskedPin::of).toList();
  }

  private List<CertificateType> typesDue(String caseNumber) {
    if (view.hasBegun(caseNumber)) {
      return view.pinsMissing(caseNumber);
    }
    boolean waits = cases.stream().anyMatch(one -> one.waitsForPins(caseNumber));
    return waits ? types(caseNumber) : List.of();
  }

  @Override
  public boolean pinsComeByReply(String caseNumber) {
    return cases.stream().anyMatch(one -> one.pinsComeByReply(caseNumber));
  }

  @Override
  public CustomerView view(String caseNumber) {
    WritingStatus status = view.of(caseNumber);
    return status.certificates().isEmpty()
        ? CustomerView.of(Face.CONFIRM, types(caseNumber))
        : CustomerView.of(status);
  }

  @Override
  public CustomerView asking(String caseNumber, List<AskedPin> due) {
    return CustomerView.of(Face.PINS, due.stream().map(AskedPin::type).toList());
  }

  @Override
  public void pinsTaken(String caseNumber, String terminal) {
    if (view.hasBegun(caseNumber)) {
      bell.ring(terminal);
    } else {
      cases.forEach(one -> one.pinsEntered(caseNumber));
    }
  }

  private List<CertificateType> types(String caseNumber) {
    return cases.stream().flatMap(one -> one.types(caseNumber).stream()).toList();
  }
}
