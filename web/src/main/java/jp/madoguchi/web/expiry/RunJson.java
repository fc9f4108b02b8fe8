package jp.madoguchi.web.expiry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.expiry.ExpiryRun;
import jp.madoguchi.expiry.RunState;

/**
 * A run of the batch that prints expiry notices.
 *
 * @param holders how many holders there were to see to when it began
 * @param fault what broke it off; null where nothing did
 */
public record RunJson(
    long id,
    ExpiryRun.Kind kind,
    RunState state,
    LocalDate endsUntil,
    String startedBy,
    OffsetDateTime startedAt,
    OffsetDateTime endedAt,
    String node,
    int attempt,
    int holders,
    int examined,
    int printed,
    String fault) {

  static RunJson of(ExpiryRun run) {
    return new RunJson(
        run.id(),
        run.kind(),
        run.state(),
        run.endsUntil(),
        run.startedBy(),
        inTheOffice(run.startedAt()),
        inTheOffice(run.endedAt()),
        run.node(),
        run.attempt(),
        run.holders(),
        run.examined(),
        run.printed(),
        run.fault());
  }

  private static OffsetDateTime inTheOffice(Instant instant) {
    return instant == null ? null : instant.atZone(OfficeClock.ZONE).toOffsetDateTime();
  }
}
