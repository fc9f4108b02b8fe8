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
  TERMINAL;

  /** Whether people hold this role, and not programs. */
  public boolean ofPeople() {
    return this != REGISTER && this != TERMINAL;
  }
}
