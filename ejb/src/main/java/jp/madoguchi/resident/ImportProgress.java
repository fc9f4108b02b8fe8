package jp.madoguchi.resident;

import java.time.Instant;

/**
 * An import as it stands: of the lines read (the header not counted) each was kept or refused.
 *
 * @param endedAt null while it is not at its end
 * @param linesExpected about how many lines there are: a value with a line break in it counts twice
 */
public record ImportProgress(
    long id,
    ImportState state,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    long linesExpected,
    long linesRead,
    long linesKept,
    long linesRefused) {

  /** Whether it is not at its end. */
  public boolean underWay() {
    return state == ImportState.WAITING || state == ImportState.RUNNING;
  }

  /** Whether it ended before its last line. */
  public boolean broken() {
    return state == ImportState.FAILED || state == ImportState.INTERRUPTED;
  }
}
