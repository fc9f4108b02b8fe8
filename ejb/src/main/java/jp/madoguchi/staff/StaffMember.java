package jp.madoguchi.staff;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who may log in.
 *
 * @param active false once they have left
 * @param lockedAt since when the login is locked; null where it is open
 * @param waitsUntil no attempt is looked at before this time; null where none went wrong
 * @param initialPassword whether an administrator set the password, and not its owner
 * @param stamp counts every change of password, roles or standing
 */
public record StaffMember(
    String login,
    String displayName,
    Set<Role> roles,
    boolean active,
    Instant lockedAt,
    Instant waitsUntil,
    boolean initialPassword,
    int stamp) {

  public StaffMember {
    roles = Set.copyOf(roles);
  }

  /** May use the counter: active and not locked. */
  public boolean admitted() {
    return active && lockedAt == null;
  }

  /**
   * Has to choose a password before anything else. A program cannot, and keeps what it was given.
   */
  public boolean passwordDue() {
    return initialPassword && roles.stream().anyMatch(Role::ofPeople);
  }

  /** The roles' names, as the container knows them; while a password is due, that alone. */
  public Set<String> roleNames() {
    if (passwordDue()) {
      return Set.of(Role.PASSWORD_DUE.name());
    }
    Set<String> names = new TreeSet<>();
    roles.forEach(role -> names.add(role.name()));
    return names;
  }
}
