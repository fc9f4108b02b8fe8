package jp.madoguchi.cardwriting;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import jp.madoguchi.cardwriting.CustomerView.Face;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.BusinessException;
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
  private AwaitedPins pins;
  private List<ApplicantCase> cases;
  private TerminalBell bell;

  protected CustomerScreen() {}

  @Inject
  public CustomerScreen(
      ReaderLeases leases,
      WritingView view,
      FinishedWritings finished,
      AwaitedPins pins,
      @Any Instance<ApplicantCase> cases,
      TerminalBell bell) {
    this(leases, view, finished, pins, cases.stream().toList(), bell);
  }

  CustomerScreen(
      ReaderLeases leases,
      WritingView view,
      FinishedWritings finished,
      AwaitedPins pins,
      List<ApplicantCase> cases,
      TerminalBell bell) {
    this.leases = leases;
    this.view = view;
    this.finished = finished;
    this.pins = pins;
    this.cases = cases;
    this.bell = bell;
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
   * The key to which the PINs are sealed that the case at this terminal asks for, by whichever of
   * its screens they come.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code pins-not-due} when none are asked for
   */
  public PinKeyOffer pinKey(String terminal) {
    String receptionNumber =
        leases
            .ofTerminal(terminal)
            .map(Lease::receptionNumber)
            .filter(found -> !pinsDue(found, view.of(found)).isEmpty())
            .orElseThrow(CustomerScreen::notDue);
    return pins.key(receptionNumber, terminal);
  }

  /**
   * Takes the PINs that are asked for, each once.
   *
   * @param jwe the PINs, sealed to {@link #pinKey}
   * @throws jp.madoguchi.problem.BusinessException {@code pins-not-due} when others or none are
   *     asked for, {@code R-PINS}, and what {@link AwaitedPins#take} throws
   */
  public void enterPins(String terminal, String jwe) {
    take(terminal, jwe, false);
  }

  /**
   * As {@link #enterPins}, by the clerk, from the sealed reply form of a proxy's case
   * (R-SEALED-PIN).
   */
  @RolesAllowed({"CLERK", "SUPERVISOR"})
  public void enterPinsOfReply(String terminal, String jwe) {
    take(terminal, jwe, true);
  }

  private void take(String terminal, String jwe, boolean fromReply) {
    String receptionNumber =
        leases
            .ofTerminal(terminal)
            .map(Lease::receptionNumber)
            .filter(found -> pinsComeByReply(found) == fromReply)
            .orElseThrow(CustomerScreen::notDue);
    WritingStatus status = view.of(receptionNumber);
    Set<CertificateType> due = Set.copyOf(pinsDue(receptionNumber, status));
    if (due.isEmpty()) {
      throw notDue();
    }
    pins.take(receptionNumber, terminal, due, jwe);
    goOn(receptionNumber, terminal, status);
  }

  private static BusinessException notDue() {
    return Problem.conflict("pins-not-due").asException();
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
    return CustomerView.of(status);
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
