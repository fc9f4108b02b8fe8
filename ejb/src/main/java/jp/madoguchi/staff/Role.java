package jp.madoguchi.staff;

import java.util.EnumSet;
import java.util.Set;

/** What somebody may do at the counter. */
public enum Role {
  /** 窓口担当. */
  CLERK,
  /** 係長: exceptions, second approvals, the day's closing. */
  SUPERVISOR,
  /** Changes processes and decisions. */
  PROCESS_OWNER,
  /** Reads everything, changes nothing. */
  AUDITOR,
  /** Runs the installation and keeps the logins. */
  ADMIN,
  /** The resident register, a program. */
  REGISTER,
  /** A card reader's agent, a program with a credential of its own. */
  TERMINAL,
  /** The applicant's screen at a counter, a browser paired by a clerk. */
  SECOND_SCREEN,
  /**
   * Somebody whose password an administrator has set: until they have chosen one of their own, this
   * stands in the place of all their roles, so that every door but that one is closed.
   */
  PASSWORD_DUE;

  private static final Set<Role> NOT_GIVEN = EnumSet.of(TERMINAL, SECOND_SCREEN, PASSWORD_DUE);

  /** Whether an administrator may give this role; the others come by themselves. */
  public boolean ofLogins() {
    return !NOT_GIVEN.contains(this);
  }

  /** Whether a person has this role, and not a program. */
  public boolean ofPeople() {
    return ofLogins() && this != REGISTER;
  }
}
