package jp.madoguchi.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Arrays;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.jpa.StaffRow;
import jp.madoguchi.staff.jpa.StaffTable;

/** Changes the caller's own password. Every session of that login ends by it. */
@Stateless
@RolesAllowed({
  "CLERK",
  "SUPERVISOR",
  "PROCESS_OWNER",
  "AUDITOR",
  "ADMIN",
  "REGISTER",
  "PASSWORD_DUE"
})
public class OwnPassword {

  private StaffTable table;
  private LoginAttempts attempts;
  private Actors actors;
  private AuditTrail trail;
  private Event<StandingChanged> changes;

  protected OwnPassword() {}

  @Inject
  public OwnPassword(
      StaffTable table,
      LoginAttempts attempts,
      Actors actors,
      AuditTrail trail,
      Event<StandingChanged> changes) {
    this.table = table;
    this.attempts = attempts;
    this.actors = actors;
    this.trail = trail;
    this.changes = changes;
  }

  /**
   * Changes it.
   *
   * @return its owner, whose sessions before this are over
   * @throws jp.madoguchi.problem.BusinessException {@code password-wrong}, {@code password-same},
   *     and what {@link PasswordRule} refuses
   */
  public StaffMember change(char[] old, char[] wanted) {
    String login = actors.current().login();
    PasswordRule.check(login, wanted);
    // A wrong old password counts like one at the door: a session left open is no way to guess.
    if (attempts.comparable(login).filter(hash -> hash.matches(old)).isEmpty()) {
      attempts.failed(login);
      throw Problem.refused("password-wrong").asException();
    }
    if (Arrays.equals(old, wanted)) {
      throw Problem.refused("password-same").asException();
    }
    StaffRow row = table.hold(login).orElseThrow(() -> Problem.refused("not-found").asException());
    row.change(PasswordHash.of(wanted));
    trail.record(Act.done("staff.password-changed", "STAFF", login));
    changes.fire(new StandingChanged(login));
    return row.member();
  }
}
