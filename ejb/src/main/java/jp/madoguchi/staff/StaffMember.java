package jp.madoguchi.staff;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who may log in.
 *
 * @param active false once they have left
 * @param lockedAt since when the login is locked; null where it is open
 * @param stamp counts every change of password, roles or standing
 */
public record StaffMember(
    String login,
    String displayName,
    Set<Role> roles,
    boolean active,
    Instant lockedAt,
    int stamp) {

  public StaffMember {
    roles = Set.copyOf(roles);
  }

  /** May use the counter: active and not locked. */
  public boolean admitted() {
    return active && lockedAt == null;
  }

  /** The roles' names, as the container knows them. */
  public Set<String> roleNames() {
    Set<String> names = new TreeSet<>();
    roles.forEach(role -> names.add(role.name()));
    return names;
  }
}
