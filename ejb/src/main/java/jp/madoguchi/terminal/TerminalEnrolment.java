package jp.madoguchi.terminal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.problem.Problem;

/** How an agent comes to its credential, and later to the next one. */
@Stateless
public class TerminalEnrolment {

  private Terminals terminals;
  private PairingCodes codes;
  private Credentials credentials;
  private AuditTrail trail;

  protected TerminalEnrolment() {}

  @Inject
  public TerminalEnrolment(
      Terminals terminals, PairingCodes codes, Credentials credentials, AuditTrail trail) {
    this.terminals = terminals;
    this.codes = codes;
    this.credentials = credentials;
    this.trail = trail;
  }

  /**
   * Enrols an agent by a one-time code; open to all, because the code is the key. Whether the
   * terminal, the code or its time was wrong is not said.
   *
   * @param request as {@link Credentials#issue}; one that is refused does not use the code up
   * @return empty when the code does not fit
   */
  @PermitAll
  public Optional<IssuedCredential> enrol(String terminal, String code, Optional<byte[]> request) {
    if (terminals.find(terminal).isEmpty() || !codes.redeem(terminal, code)) {
      trail.record(
          Act.refused("terminal.enrolled", "TERMINAL", named(terminal), "pairing-code-refused"));
      return Optional.empty();
    }
    terminals.hold(terminal);
    IssuedCredential issued = credentials.issue(terminal, request);
    trail.record(
        Act.done("terminal.enrolled", "TERMINAL", terminal)
            .with("credential", kind(issued))
            .with("until", issued.validUntil()));
    return Optional.of(issued);
  }

  /**
   * The next credential of a terminal that still has a good one.
   *
   * @param terminal the terminal that the agent has proven to be
   * @throws jp.madoguchi.problem.BusinessException {@code terminal-revoked}: in this very moment
   */
  @RolesAllowed("TERMINAL")
  public IssuedCredential renew(String terminal, Optional<byte[]> request) {
    terminals.hold(terminal);
    if (credentials.validUntil(terminal).isEmpty()) {
      throw Problem.refused("terminal-revoked").asException();
    }
    IssuedCredential issued = credentials.issue(terminal, request);
    trail.record(
        Act.done("terminal.credential-renewed", "TERMINAL", terminal)
            .with("credential", kind(issued))
            .with("until", issued.validUntil()));
    return issued;
  }

  private static CredentialKind kind(IssuedCredential issued) {
    return issued.certificate().isPresent() ? CredentialKind.CERTIFICATE : CredentialKind.SECRET;
  }

  /** What a stranger calls a terminal goes into the trail only where it could be one's name. */
  private static String named(String terminal) {
    return Terminals.isId(terminal) ? terminal : "-";
  }
}
