package jp.madoguchi.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Knows who is acting now. */
@ApplicationScoped
public class Actors {

  private static final List<String> ROLES =
      List.of(
          "ADMIN",
          "AUDITOR",
          "CLERK",
          "PASSWORD_DUE",
          "PROCESS_OWNER",
          "REGISTER",
          "SECOND_SCREEN",
          "SUPERVISOR",
          "TERMINAL");

  private final SecurityContext security;
  private final Workplace workplace;

  protected Actors() {
    this(null, null);
  }

  @Inject
  public Actors(SecurityContext security, Workplace workplace) {
    this.security = security;
    this.workplace = workplace;
  }

  /** The caller of the running request; without a request, the system. */
  public Actor current() {
    try {
      return workplace.fromOutside() ? caller() : Actor.SYSTEM;
    } catch (ContextNotActiveException noRequest) {
      return Actor.SYSTEM;
    }
  }

  private Actor caller() {
    Principal principal = security.getCallerPrincipal();
    String terminal = workplace.terminal().orElse(null);
    SortedSet<String> roles = new TreeSet<>();
    ROLES.stream().filter(security::isCallerInRole).forEach(roles::add);
    return principal == null || roles.isEmpty()
        ? Actor.anonymous(terminal)
        : new Actor(principal.getName(), roles, terminal);
  }
}
