package jp.madoguchi.staff;

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
  SECOND_SCREEN;

  /** Whether a login may have this role; the others come with a device. */
  public boolean ofLogins() {
    return this != TERMINAL && this != SECOND_SCREEN;
  }
}
