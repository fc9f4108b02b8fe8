package jp.madoguchi.cardwriting;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.cardwriting.CustomerView.Face;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.terminal.Lease;
import jp.madoguchi.terminal.ReaderLeases;
import jp.madoguchi.terminal.TerminalBell;

/**
 * The screen on the applicant's side of a terminal. Who may look at which terminal's screen is
 * decided at the border: the browser is paired with it.
 */
@Stateless
@PermitAll
public class CustomerScreen {

  private ReaderLeases leases;
  private WritingView view;
  private FinishedWritings finished;
  private PinVault pins;
  private List<ApplicantCase> cases;
  private TerminalBell bell;
  private AuditTrail trail;

  protected CustomerScreen() {}

  @Inject
  public CustomerScreen(
      ReaderLeases leases,
      WritingView view,
      FinishedWritings finished,
      PinVault pins,
      @Any Instance<ApplicantCase> cases,
      TerminalBell bell,
      AuditTrail trail) {
    this(leases, view, finished, pins, cases.stream().toList(), bell, trail);
  }

  CustomerScreen(
      ReaderLeases leases,
      WritingView view,
      FinishedWritings finished,
      PinVault pins,
      List<ApplicantCase> cases,
      TerminalBell bell,
      AuditTrail trail) {
    this.leases = leases;
    this.view = view;
    this.finished = finished;
    this.pins = pins;
    this.cases = cases;
    this.bell = bell;
    this.trail = trail;
  }

  /** What is to be seen at this terminal now. */
  public CustomerView see(String terminal) {
    return leases
        .ofTerminal(terminal)
        .map(Lease::receptionNumber)
        .map(this::faceOf)
        .or(() -> finished.at(terminal).map(types -> CustomerView.of(Face.DONE, types)))
        .orElseGet(() -> CustomerView.of(Face.IDLE, List.of()));
  }

  /**
   * Takes the PINs that are asked for, each once; the arrays are wiped.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code R-PINS}, {@code pins-not-due} when others
   *     or none are asked for
   */
  public void enterPins(String terminal, Map<CertificateType, byte[]> entered) {
    take(terminal, entered, false);
  }

  /**
   * As {@link #enterPins}, by the clerk, from the sealed reply form of a proxy's case
   * (R-SEALED-PIN).
   */
  @RolesAllowed({"CLERK", "SUPERVISOR"})
  public void enterPinsOfReply(String terminal, Map<CertificateType, byte[]> entered) {
    take(terminal, entered, true);
  }

  private void take(String terminal, Map<CertificateType, byte[]> entered, boolean fromReply) {
    try {
      String receptionNumber =
          leases
              .ofTerminal(terminal)
              .map(Lease::receptionNumber)
              .filter(found -> pinsComeByReply(found) == fromReply)
              .orElseThrow(() -> Problem.conflict("pins-not-due").asException());
      WritingStatus status = view.of(receptionNumber);
      if (!Set.copyOf(pinsDue(receptionNumber, status)).equals(entered.keySet())
          || entered.isEmpty()) {
        throw Problem.conflict("pins-not-due").asException();
      }
      keep(receptionNumber, entered);
      goOn(receptionNumber, terminal, status);
    } finally {
      entered.values().forEach(pin -> Arrays.fill(pin, (byte) 0));
    }
  }

  private void keep(String receptionNumber, Map<CertificateType, byte[]> entered) {
    entered.forEach(PinVault::requireAllowed);
    entered.forEach((type, pin) -> pins.put(receptionNumber, type, pin));
    trail.record(
        Act.done("pins.entered", "APPLICATION", receptionNumber).with("types", entered.keySet()));
  }

  private void goOn(String receptionNumber, String terminal, WritingStatus status) {
    leases.take(terminal, receptionNumber);
    if (status.certificates().isEmpty()) {
      cases.forEach(one -> one.pinsEntered(receptionNumber));
    } else {
      bell.ring(terminal);
    }
  }

  private CustomerView faceOf(String receptionNumber) {
    WritingStatus status = view.of(receptionNumber);
    List<CertificateType> due = pinsDue(receptionNumber, status);
    if (!due.isEmpty() && !pinsComeByReply(receptionNumber)) {
      return CustomerView.of(Face.PINS, due);
    }
    if (status.certificates().isEmpty()) {
      return CustomerView.of(Face.CONFIRM, types(receptionNumber));
    }
    List<CertificateType> types =
        status.certificates().stream().map(WritingStatus.Line::type).toList();
    if (status.isDone()) {
      return CustomerView.of(Face.DONE, types);
    }
    if (status.fault().isPresent()) {
      return CustomerView.of(Face.FAULT, types);
    }
    int step = status.certificates().stream().mapToInt(WritingStatus.Line::step).sum();
    return new CustomerView(Face.WRITING, types, step, types.size() * WritingStatus.STEPS);
  }

  /** Before the writing begins the case says what it waits for, afterwards the journal does. */
  private List<CertificateType> pinsDue(String receptionNumber, WritingStatus status) {
    if (!status.certificates().isEmpty()) {
      return view.pinsMissing(receptionNumber);
    }
    boolean waits = cases.stream().anyMatch(one -> one.waitsForPins(receptionNumber));
    return waits ? types(receptionNumber) : List.of();
  }

  private boolean pinsComeByReply(String receptionNumber) {
    return cases.stream().anyMatch(one -> one.pinsComeByReply(receptionNumber));
  }

  private List<CertificateType> types(String receptionNumber) {
    return cases.stream().flatMap(one -> one.types(receptionNumber).stream()).toList();
  }
}
