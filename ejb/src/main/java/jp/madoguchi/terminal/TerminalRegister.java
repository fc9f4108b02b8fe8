package jp.madoguchi.terminal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;

/** The counter's terminals, for those who look after them. */
@Stateless
@RolesAllowed("ADMIN")
public class TerminalRegister {

  private static final int LONGEST_REASON = 200;

  @Inject private Terminals terminals;
  @Inject private PairingCodes codes;
  @Inject private Credentials credentials;
  @Inject private ReaderLeases leases;
  @Inject private ReaderSessions sessions;
  @Inject private OfficeClock clock;
  @Inject private AuditTrail trail;

  /**
   * Adds a terminal, or brings a retired one back.
   *
   * @param name where it stands
   * @throws jp.madoguchi.problem.BusinessException {@code terminal-id}, {@code terminal-name},
   *     {@code terminal-taken}
   */
  public void add(String id, String name) {
    terminals.add(id, name);
    trail.record(Act.done("terminal.added", "TERMINAL", id).with("place", name));
  }

  /** A one-time code for the terminal's agent, in place of any other; shown once. */
  public PairingCode pairingCode(String terminal) {
    terminals.require(terminal);
    PairingCode code = codes.fresh(terminal);
    trail.record(Act.done("terminal.pairing-code-given", "TERMINAL", terminal));
    return code;
  }

  /** Revokes what the terminal's agent has; it is refused from its next call on. */
  public void revoke(String terminal) {
    end(terminal);
    trail.record(Act.done("terminal.credential-revoked", "TERMINAL", terminal));
  }

  /** The terminal is used no more: it leaves the list, and its agent is refused. */
  public void retire(String terminal) {
    end(terminal);
    terminals.retire(terminal);
    trail.record(Act.done("terminal.retired", "TERMINAL", terminal));
  }

  private void end(String terminal) {
    terminals.hold(terminal);
    codes.end(terminal);
    credentials.end(terminal);
    leases.releaseReader(terminal);
  }

  @RolesAllowed({"CLERK", "SUPERVISOR", "ADMIN"})
  public List<Terminal> all() {
    return terminals.all();
  }

  /** How each terminal stands, as its agent told it last. */
  @RolesAllowed({"CLERK", "SUPERVISOR", "ADMIN"})
  public List<TerminalStanding> standing() {
    return terminals.all().stream().map(this::standing).toList();
  }

  /**
   * How one terminal stands.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  @RolesAllowed({"CLERK", "SUPERVISOR", "ADMIN"})
  public TerminalStanding standing(String terminal) {
    return standing(terminals.require(terminal));
  }

  private TerminalStanding standing(Terminal terminal) {
    return TerminalStanding.of(
        terminal,
        sessions.at(terminal.id()),
        new TerminalStanding.Enrolment(
            credentials.validUntil(terminal.id()), codes.waits(terminal.id())),
        leases.ofTerminal(terminal.id()),
        clock.instant());
  }

  /**
   * Gives a reader back, whichever case holds it. The card that lies there now is left alone until
   * it is put on again.
   *
   * @param reason for the case's history, where its clerk finds it
   * @throws jp.madoguchi.problem.BusinessException {@code lease-reason}, {@code reader-free}
   */
  @RolesAllowed("SUPERVISOR")
  public void releaseReader(String terminal, String reason) {
    terminals.require(terminal);
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw Problem.refused("lease-reason", LONGEST_REASON).asException();
    }
    String holder =
        leases
            .ofTerminal(terminal)
            .map(Lease::receptionNumber)
            .orElseThrow(() -> Problem.conflict("reader-free", terminal).asException());
    leases.releaseReader(terminal);
    sessions.letGo(terminal);
    trail.record(
        Act.done("reader.released", "APPLICATION", holder)
            .with("terminal", terminal)
            .with("reason", reason.strip()));
  }

  /** Notes that the agent called, now and then. */
  @PermitAll
  public void heard(String terminal, String agentVersion) {
    if (terminals.seenIsDue(terminal)) {
      terminals.seen(terminal, agentVersion);
    }
  }
}
