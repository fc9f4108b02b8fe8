package jp.madoguchi.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Whether a session that was begun still stands. */
@Stateless
@PermitAll
public class Standing {

  private RememberedStanding remembered;

  protected Standing() {}

  @Inject
  public Standing(RememberedStanding remembered) {
    this.remembered = remembered;
  }

  /** False once the password, the roles or the standing changed since the login. */
  public boolean holds(String login, int stamp) {
    return remembered.stamp(login).filter(now -> now == stamp).isPresent();
  }
}
