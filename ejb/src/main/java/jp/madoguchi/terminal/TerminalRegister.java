package jp.madoguchi.terminal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;

/** The counter's terminals, for those who look after them. */
@Stateless
@RolesAllowed("ADMIN")
public class TerminalRegister {

  @Inject private Terminals terminals;
  @Inject private ReaderLeases leases;
  @Inject private ReaderSessions sessions;
  @Inject private OfficeClock clock;
  @Inject private AuditTrail trail;

  /**
   * Registers a terminal, or gives a registered one a new secret.
   *
   * @return the secret, which nothing can show again
   */
  public String enrol(String id, String name) {
    String secret = terminals.enrol(id, name);
    trail.record(Act.done("terminal.enrolled", "TERMINAL", id));
    return secret;
  }

  @RolesAllowed({"CLERK", "SUPERVISOR", "ADMIN"})
  public List<Terminal> all() {
    return terminals.all();
  }

  /** How each terminal stands, as its agent told it last. */
  @RolesAllowed({"CLERK", "SUPERVISOR", "ADMIN"})
  public List<TerminalStanding> standing() {
    return terminals.all().stream()
        .map(one -> TerminalStanding.of(one, sessions.at(one.id()), clock.instant()))
        .toList();
  }

  /** Gives a reader back, whichever case holds it. */
  @RolesAllowed("SUPERVISOR")
  public void releaseReader(String terminal) {
    terminals.require(terminal);
    String holder = leases.ofTerminal(terminal).map(Lease::receptionNumber).orElse("-");
    leases.releaseReader(terminal);
    trail.record(Act.done("reader.released", "TERMINAL", terminal).with("case", holder));
  }

  /** Notes that the agent called, now and then. */
  @PermitAll
  public void heard(String terminal, String agentVersion) {
    if (terminals.seenIsDue(terminal)) {
      terminals.seen(terminal, agentVersion);
    }
  }
}
