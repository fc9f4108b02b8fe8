package jp.madoguchi.resident;

import java.sql.SQLException;

/** Reads out of a failure whether values were at fault (SQLSTATE classes 22, 23), or the moment. */
final class ImportFaults implements ImportRun.Faults {

  private static final int TRIES = 6;
  private static final long FIRST_WAIT_MILLIS = 500;

  @Override
  public boolean liesInTheValues(RuntimeException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
      }
    }
    return false;
  }

  @Override
  public boolean waitBeforeTry(int number) {
    if (number >= TRIES) {
      return false;
    }
    try {
      Thread.sleep(FIRST_WAIT_MILLIS << number);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
