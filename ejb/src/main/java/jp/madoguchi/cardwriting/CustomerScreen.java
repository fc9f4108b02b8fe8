package jp.madoguchi.cardwriting;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.cardwriting.CustomerView.Face;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.terminal.Lease;
import jp.madoguchi.terminal.ReaderLeases;

/**
 * The screen on the applicant's side of a terminal. Who may look at which terminal's screen is
 * decided at the border: the browser is paired with it.
 */
@Stateless
@PermitAll
public class CustomerScreen {

  private ReaderLeases leases;
  private FinishedWritings finished;
  private AwaitedPins pins;
  private List<CaseOnScreen> kinds;

  protected CustomerScreen() {}

  @Inject
  public CustomerScreen(
      ReaderLeases leases,
      FinishedWritings finished,
      AwaitedPins pins,
      @Any Instance<CaseOnScreen> kinds) {
    this(leases, finished, pins, kinds.stream().toList());
  }

  CustomerScreen(
      ReaderLeases leases, FinishedWritings finished, AwaitedPins pins, List<CaseOnScreen> kinds) {
    this.leases = leases;
    this.finished = finished;
    this.pins = pins;
    this.kinds = kinds;
  }

  /** A case at a terminal, with the kind that it is of. */
  private record AtTerminal(String receptionNumber, CaseOnScreen kind) {

    List<AskedPin> pinsDue() {
      return kind.pinsDue(receptionNumber);
    }

    boolean pinsComeByReply() {
      return kind.pinsComeByReply(receptionNumber);
    }

    CustomerView see() {
      List<AskedPin> due = pinsComeByReply() ? List.of() : pinsDue();
      return due.isEmpty() ? kind.view(receptionNumber) : kind.asking(receptionNumber, due);
    }
  }

  /** What is to be seen at this terminal now. */
  public CustomerView see(String terminal) {
    return at(terminal)
        .map(AtTerminal::see)
        .or(() -> finished.at(terminal))
        .orElseGet(() -> CustomerView.of(Face.IDLE, List.of()));
  }

  /**
   * The key to which the PINs are sealed that the case at this terminal asks for, by whichever of
   * its screens they come.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code pins-not-due} when none are asked for
   */
  public PinKeyOffer pinKey(String terminal) {
    AtTerminal found =
        at(terminal).filter(one -> !one.pinsDue().isEmpty()).orElseThrow(CustomerScreen::notDue);
    return pins.key(found.receptionNumber(), terminal);
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
    AtTerminal found =
        at(terminal)
            .filter(one -> one.pinsComeByReply() == fromReply)
            .orElseThrow(CustomerScreen::notDue);
    Set<AskedPin> due = Set.copyOf(found.pinsDue());
    if (due.isEmpty()) {
      throw notDue();
    }
    pins.take(found.receptionNumber(), terminal, due, jwe);
    leases.take(terminal, found.receptionNumber());
    found.kind().pinsTaken(found.receptionNumber(), terminal);
  }

  private Optional<AtTerminal> at(String terminal) {
    return leases
        .ofTerminal(terminal)
        .map(Lease::receptionNumber)
        .flatMap(
            number ->
                kinds.stream()
                    .filter(kind -> kind.leads(number))
                    .findFirst()
                    .map(kind -> new AtTerminal(number, kind)));
  }

  private static BusinessException notDue() {
    return Problem.conflict("pins-not-due").asException();
  }
}
