package jp.madoguchi.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.jpa.StaffRow;
import jp.madoguchi.staff.jpa.StaffTable;

/** Keeps the logins: who may enter, as what, and who is locked out. */
@Stateless
@RolesAllowed("ADMIN")
public class StaffAdministration {

  private StaffTable table;
  private AuditTrail trail;
  private Event<StandingChanged> changes;

  protected StaffAdministration() {}

  @Inject
  public StaffAdministration(StaffTable table, AuditTrail trail, Event<StandingChanged> changes) {
    this.table = table;
    this.trail = trail;
    this.changes = changes;
  }

  public List<StaffMember> all() {
    return table.all().stream().map(StaffRow::member).toList();
  }

  public void add(String login, String displayName, Set<Role> roles, char[] password) {
    if (!login.matches("[a-z0-9][a-z0-9._-]{1,31}")) {
      throw Problem.refused("login-malformed").asException();
    }
    if (table.find(login).isPresent()) {
      throw Problem.conflict("login-taken", login).asException();
    }
    PasswordRule.check(login, password);
    table.add(new StaffRow(login, displayName, checked(roles), PasswordHash.of(password)));
    trail.record(Act.done("staff.added", "STAFF", login).with("roles", words(roles)));
  }

  public void give(String login, Set<Role> roles) {
    checked(roles);
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

  public void resetPassword(String login, char[] password) {
    PasswordRule.check(login, password);
    PasswordHash hash = PasswordHash.of(password);
    change(login, row -> recorded("staff.password-reset", () -> row.change(hash), login));
  }

  public void leave(String login) {
    change(login, row -> recorded("staff.left", row::leave, login));
  }

  public void comeBack(String login) {
    change(login, row -> recorded("staff.came-back", row::comeBack, login));
  }

  private void recorded(String act, Runnable change, String login) {
    change.run();
    trail.record(Act.done(act, "STAFF", login));
  }

  private void change(String login, Consumer<StaffRow> change) {
    StaffRow row = table.hold(login).orElseThrow(() -> Problem.refused("not-found").asException());
    change.accept(row);
    changes.fire(new StandingChanged(login));
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
