package jp.madoguchi.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * The door for programs, which send name and secret with each request: members of staff, the
 * resident register, reader agents.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProgramLogins {

  private VerifiedCredentials verified;
  private Logins logins;
  private Instance<TerminalCredentials> terminals;

  protected ProgramLogins() {}

  @Inject
  public ProgramLogins(
      VerifiedCredentials verified, Logins logins, @Any Instance<TerminalCredentials> terminals) {
    this.verified = verified;
    this.logins = logins;
    this.terminals = terminals;
  }

  /** Whose credentials these are; nothing if they are wrong. */
  public Optional<Caller> verify(String name, char[] secret) {
    return verified.verify(name, secret, () -> compare(name, secret));
  }

  private Optional<Caller> compare(String name, char[] secret) {
    return terminal(name, secret)
        .or(
            () ->
                logins
                    .enter(name, secret)
                    .map(member -> new Caller(member.login(), member.roleNames())));
  }

  private Optional<Caller> terminal(String name, char[] secret) {
    return terminals.stream()
        .flatMap(known -> known.verify(name, new String(secret)).stream())
        .map(id -> new Caller(id, Set.of(Role.TERMINAL.name())))
        .findFirst();
  }
}
