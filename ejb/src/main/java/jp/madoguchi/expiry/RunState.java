package jp.madoguchi.expiry;

/** How a run of the batch stands. */
public enum RunState {
  RUNNING,
  /** Asked to stop: it does so after the bundle that is printed now. */
  STOPPING,
  /** Stopped by a supervisor. */
  STOPPED,
  /** Its server went away; the next night watch takes it up again. */
  INTERRUPTED,
  /** A fault broke it off; a supervisor decides. */
  FAILED,
  DONE;

  public boolean underWay() {
    return this == RUNNING || this == STOPPING;
  }

  /** Whether it can be taken up again where it stopped. */
  public boolean resumable() {
    return this == STOPPED || this == INTERRUPTED || this == FAILED;
  }
}
