package jp.madoguchi.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;

/** Whether a session that was begun still stands. */
@Stateless
@PermitAll
public class Standing {

  private RememberedStanding remembered;
  private AuditTrail trail;

  protected Standing() {}

  @Inject
  public Standing(RememberedStanding remembered, AuditTrail trail) {
    this.remembered = remembered;
    this.trail = trail;
  }

  /** False once the password, the roles or the standing changed since the login. */
  public boolean holds(String login, int stamp) {
    return remembered.stamp(login).filter(now -> now == stamp).isPresent();
  }

  /** Somebody logged out. */
  public void left(String login) {
    trail.record(Act.done("staff.logged-out", "STAFF", login));
  }
}
