package jp.madoguchi.staff.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.staff.BackOff;
import jp.madoguchi.staff.PasswordHash;
import jp.madoguchi.staff.Role;
import jp.madoguchi.staff.StaffMember;

/** A login with its password and what has gone wrong with it. */
@Entity
@Table(schema = "madoguchi", name = "staff")
public class StaffRow {

  @Id private String login;

  @Column(name = "display_name")
  private String displayName;

  private String roles;

  @Column(name = "password_hash")
  private String passwordHash;

  private boolean active;
  private int failures;

  @Column(name = "waits_until")
  private Instant waitsUntil;

  @Column(name = "locked_at")
  private Instant lockedAt;

  @Column(name = "initial_password")
  private boolean initialPassword;

  private int stamp;

  protected StaffRow() {}

  public StaffRow(String login, String displayName, Set<Role> roles, PasswordHash password) {
    this.login = login;
    this.displayName = displayName;
    this.roles = words(roles);
    this.passwordHash = password.text();
    this.active = true;
  }

  public StaffMember member() {
    return new StaffMember(
        login, displayName, roles(), active, lockedAt, waitsUntil, initialPassword, stamp);
  }

  public PasswordHash password() {
    return PasswordHash.parse(passwordHash);
  }

  /** Whether an attempt is looked at now: not locked, not left, not resting. */
  public boolean hears(Instant now) {
    return active && lockedAt == null && (waitsUntil == null || !now.isBefore(waitsUntil));
  }

  /** A right password: what had gone wrong is forgotten. */
  public void entered() {
    failures = 0;
    waitsUntil = null;
  }

  /** A wrong password. */
  public void failed(Instant now) {
    failures++;
    waitsUntil = BackOff.after(failures).map(now::plus).orElse(null);
    if (BackOff.locks(failures) && lockedAt == null) {
      lockedAt = now;
      stamp++;
    }
  }

  /** Opens a locked login; the password stays. */
  public void unlock() {
    entered();
    lockedAt = null;
    stamp++;
  }

  /** A password of its owner's choice. */
  public void change(PasswordHash password) {
    replace(password, false);
  }

  /** A password that an administrator sets; its owner chooses another one at the next login. */
  public void reset(PasswordHash password) {
    replace(password, true);
  }

  private void replace(PasswordHash password, boolean initial) {
    passwordHash = password.text();
    initialPassword = initial;
    entered();
    stamp++;
  }

  /** The same password at today's price; nobody is logged out by it. */
  public void rehash(PasswordHash password) {
    passwordHash = password.text();
  }

  public void give(Set<Role> newRoles) {
    roles = words(newRoles);
    stamp++;
  }

  public void leave() {
    active = false;
    stamp++;
  }

  public void comeBack() {
    active = true;
    stamp++;
  }

  private Set<Role> roles() {
    return Arrays.stream(roles.split(" "))
        .filter(word -> !word.isEmpty())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String words(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
  }
}
