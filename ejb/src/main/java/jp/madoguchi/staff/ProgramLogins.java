package jp.madoguchi.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
    // A terminal's own is compared each time: cheaply, and one that was revoked opens nothing more.
    return terminal(known -> known.bySecret(name, new String(secret)))
        .or(() -> verified.verify(name, secret, () -> compare(name, secret)));
  }

  /** The terminal whose certificate the connection has proven; nothing if it is no terminal's. */
  public Optional<Caller> verify(X509Certificate certificate) {
    return terminal(known -> known.byCertificate(certificate));
  }

  private Optional<Caller> compare(String name, char[] secret) {
    return logins.enter(name, secret).map(member -> new Caller(member.login(), member.roleNames()));
  }

  private Optional<Caller> terminal(Function<TerminalCredentials, Optional<String>> proof) {
    return terminals.stream()
        .flatMap(known -> proof.apply(known).stream())
        .map(id -> new Caller(id, Set.of(Role.TERMINAL.name())))
        .findFirst();
  }
}
