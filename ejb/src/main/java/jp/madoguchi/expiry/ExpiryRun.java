package jp.madoguchi.expiry;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A run of the batch that prints expiry notices, as it stands.
 *
 * @param day the office's day on which it began
 * @param endsUntil certificates whose last day is no later than this
 * @param attempt goes up each time it is taken up again
 * @param lastHolder everybody up to this resident was seen to: its checkpoint
 * @param holders how many holders there were to see to when it began
 * @param examined how many it has seen to
 * @param printed how many notices it has printed
 * @param fault what broke it off; null where nothing did
 */
public record ExpiryRun(
    long id,
    Kind kind,
    LocalDate day,
    LocalDate endsUntil,
    RunState state,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    String node,
    int attempt,
    long lastHolder,
    int holders,
    int examined,
    int printed,
    String fault) {

  /** Who began it. */
  public enum Kind {
    NIGHTLY,
    BY_HAND
  }

  public int percent() {
    return holders == 0 ? 100 : Math.min(100, examined * 100 / holders);
  }
}
