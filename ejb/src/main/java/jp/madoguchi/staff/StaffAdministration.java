package jp.madoguchi.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.jpa.StaffRow;
import jp.madoguchi.staff.jpa.StaffTable;

/**
 * Keeps the logins: who may enter, as what, and who is locked out. Nobody changes their own
 * standing, and one administrator always remains.
 */
@Stateless
@RolesAllowed("ADMIN")
public class StaffAdministration {

  private static final int LONGEST_NAME = 100;

  private StaffTable table;
  private Actors actors;
  private AuditTrail trail;
  private Event<StandingChanged> changes;

  protected StaffAdministration() {}

  @Inject
  public StaffAdministration(
      StaffTable table, Actors actors, AuditTrail trail, Event<StandingChanged> changes) {
    this.table = table;
    this.actors = actors;
    this.trail = trail;
    this.changes = changes;
  }

  public List<StaffMember> all() {
    return table.all().stream().map(StaffRow::member).toList();
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  public StaffMember find(String login) {
    return table.find(login).map(StaffRow::member).orElseThrow(StaffAdministration::notFound);
  }

  /**
   * Makes a login.
   *
   * @param password for the first login, at which its owner chooses another one
   */
  public void add(String login, String displayName, Set<Role> roles, char[] password) {
    if (!login.matches("[a-z0-9][a-z0-9._-]{1,31}")) {
      throw Problem.refused("login-malformed").asException();
    }
    if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
      throw Problem.refused("display-name-malformed", LONGEST_NAME).asException();
    }
    if (table.find(login).isPresent()) {
      throw Problem.conflict("login-taken", login).asException();
    }
    PasswordRule.check(login, password);
    PasswordHash hash = PasswordHash.of(password);
    StaffRow row = new StaffRow(login, displayName.strip(), checked(roles), hash);
    row.reset(hash);
    table.add(row);
    trail.record(Act.done("staff.added", "STAFF", login).with("roles", words(roles)));
  }

  /** Gives these roles in the place of the former ones. */
  public void give(String login, Set<Role> roles) {
    checked(roles);
    requireAnother(login);
    if (!roles.contains(Role.ADMIN)) {
      requireAdministratorBeside(login);
    }
    change(
        login,
        row -> {
          String before = words(row.member().roles());
          row.give(roles);
          trail.record(
              Act.done("staff.roles-given", "STAFF", login)
                  .with("before", before)
                  .with("after", words(roles)));
        });
  }

  public void unlock(String login) {
    change(login, row -> recorded("staff.unlocked", row::unlock, login));
  }

  /** Sets a password for the next login, at which its owner chooses another one. */
  public void resetPassword(String login, char[] password) {
    requireAnother(login);
    PasswordRule.check(login, password);
    PasswordHash hash = PasswordHash.of(password);
    change(login, row -> recorded("staff.password-reset", () -> row.reset(hash), login));
  }

  /** Closes the login to its owner, until they come back. */
  public void leave(String login) {
    requireAnother(login);
    requireAdministratorBeside(login);
    change(login, row -> recorded("staff.left", row::leave, login));
  }

  public void comeBack(String login) {
    change(login, row -> recorded("staff.came-back", row::comeBack, login));
  }

  private void requireAnother(String login) {
    if (login.equals(actors.current().login())) {
      throw Problem.refused("own-standing").asException();
    }
  }

  /** All rows are held, so that two administrators cannot close each other's login at once. */
  private void requireAdministratorBeside(String login) {
    List<String> administrators =
        table.holdAll().stream()
            .map(StaffRow::member)
            .filter(one -> one.admitted() && one.roles().contains(Role.ADMIN))
            .map(StaffMember::login)
            .toList();
    if (administrators.equals(List.of(login))) {
      throw Problem.conflict("last-administrator").asException();
    }
  }

  private void recorded(String act, Runnable change, String login) {
    change.run();
    trail.record(Act.done(act, "STAFF", login));
  }

  private void change(String login, Consumer<StaffRow> change) {
    StaffRow row = table.hold(login).orElseThrow(StaffAdministration::notFound);
    change.accept(row);
    changes.fire(new StandingChanged(login));
  }

  private static RuntimeException notFound() {
    return Problem.refused("not-found").asException();
  }

  private static Set<Role> checked(Set<Role> roles) {
    if (roles.isEmpty() || !roles.stream().allMatch(Role::ofLogins)) {
      throw Problem.refused("roles-malformed").asException();
    }
    return roles;
  }

  private static String words(Set<Role> roles) {
    return String.join(" ", roles.stream().map(Role::name).sorted().toList());
  }
}
