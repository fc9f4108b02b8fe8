package jp.madoguchi.cardwriting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.terminal.CardAtReader;
import jp.madoguchi.terminal.Lease;
import jp.madoguchi.terminal.ReaderLeases;
import jp.madoguchi.terminal.ReaderSessions;
import jp.madoguchi.terminal.ReaderState;
import jp.madoguchi.terminal.TerminalBell;
import jp.madoguchi.terminal.Terminals;

/** How a writing stands, for the clerk's pages, and its going on when a clerk says so. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class WritingDesk {

  @Inject private WritingView view;
  @Inject private WritingJournal journal;
  @Inject private WritingPace pace;
  @Inject private WritingFaults faults;
  @Inject private ReaderLeases leases;
  @Inject private ReaderSessions sessions;
  @Inject private Terminals terminals;
  @Inject private TerminalBell bell;
  @Inject private OfficeClock clock;
  @Inject private AuditTrail trail;
  @Inject @Any private Instance<ApplicantCase> cases;

  /**
   * A writing with the time it will still take.
   *
   * @param left empty while it does not go on, and where the office has no figures yet
   */
  public record Progress(WritingStatus status, Optional<Duration> left) {}

  public Progress look(String receptionNumber) {
    WritingView.Look look = view.look(receptionNumber);
    WritingStatus status = inItsWay(look.status());
    boolean goesOn = status.state().look() == ScreenState.Look.WORKS;
    return new Progress(status, goesOn ? pace.left(look.certificates()) : Optional.empty());
  }

  /** Before the writing begins the case knows what it waits for, and always whence PINs come. */
  private WritingStatus inItsWay(WritingStatus status) {
    String number = status.receptionNumber();
    boolean waits =
        status.state() == WritingFault.PIN_NEEDED
            || (status.state() == CardCourse.NOT_BEGUN
                && cases.stream().anyMatch(one -> one.waitsForPins(number)));
    if (!waits) {
      return status;
    }
    boolean byReply = cases.stream().anyMatch(one -> one.pinsComeByReply(number));
    return status.with(byReply ? WritingFault.REPLY_PIN_NEEDED : WritingFault.PIN_NEEDED);
  }

  /**
   * How the reader stands at which the case's card is awaited.
   *
   * @param here the terminal at which the clerk stands; empty: at none
   * @throws jp.madoguchi.problem.BusinessException {@code not-found} without such a case
   */
  public WritingStatus awaited(String receptionNumber, String here) {
    return cases.stream()
        .flatMap(one -> one.card(receptionNumber).stream())
        .findFirst()
        .map(card -> view.before(receptionNumber, here, card))
        .orElseThrow(() -> Problem.refused("not-found", receptionNumber).asException());
  }

  /** Why no card can be recognised at this reader; empty: one is, or may be in a moment. */
  public Optional<WritingStatus> unrecognised(String terminal) {
    return view.unrecognised(terminal);
  }

  /**
   * Goes on at once with a writing that stands still: where the case has a reader that can be
   * reached, else at the clerk's own.
   *
   * @param here the terminal at which the clerk stands; empty: at none
   * @throws jp.madoguchi.problem.BusinessException {@code writing-not-open}, {@code not-found}
   *     without such a terminal, {@code reader-taken}
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void resume(String receptionNumber, String here) {
    if (journal.ofCase(receptionNumber).stream().noneMatch(CertificateWriting::isOpen)) {
      throw Problem.conflict("writing-not-open", receptionNumber).asException();
    }
    String terminal =
        leases
            .ofCase(receptionNumber)
            .map(Lease::terminal)
            .filter(this::isReady)
            .orElseGet(() -> terminals.require(here).id());
    leases.require(terminal, receptionNumber);
    faults.clear(receptionNumber);
    bell.ring(terminal);
    trail.record(
        Act.done("writing.resumed", "APPLICATION", receptionNumber).with("terminal", terminal));
  }

  private boolean isReady(String terminal) {
    CardAtReader reader = sessions.at(terminal);
    return !reader.isSilent(clock.instant()) && reader.reader().state() != ReaderState.NONE;
  }
}
