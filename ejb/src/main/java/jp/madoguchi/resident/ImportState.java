package jp.madoguchi.resident;

/** How far an import is. */
public enum ImportState {
  /** Received, and about to begin. */
  WAITING,
  RUNNING,
  /** Every line was read; some may have been refused. */
  DONE,
  /** Ended by a fault before the last line; what was counted as kept is kept. */
  FAILED,
  /** The server stopped meanwhile; what was counted as kept is kept, and it can be sent again. */
  INTERRUPTED
}
