package jp.madoguchi.web.resident;

import java.time.Instant;
import java.time.OffsetDateTime;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.resident.ImportProgress;
import jp.madoguchi.resident.ImportState;

/** An import as programs see one. */
public record ImportJson(
    long id,
    ImportState state,
    String startedBy,
    OffsetDateTime startedAt,
    OffsetDateTime endedAt,
    long linesExpected,
    long linesRead,
    long linesKept,
    long linesRefused) {

  static ImportJson of(ImportProgress progress) {
    return new ImportJson(
        progress.id(),
        progress.state(),
        progress.startedBy(),
        inTheOffice(progress.startedAt()),
        inTheOffice(progress.endedAt()),
        progress.linesExpected(),
        progress.linesRead(),
        progress.linesKept(),
        progress.linesRefused());
  }

  private static OffsetDateTime inTheOffice(Instant instant) {
    return instant == null ? null : instant.atZone(OfficeClock.ZONE).toOffsetDateTime();
  }
}
