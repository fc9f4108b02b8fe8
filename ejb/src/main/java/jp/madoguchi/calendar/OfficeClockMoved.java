package jp.madoguchi.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * The training stage's clock was moved. Fired within the act's transaction; who keeps a clock of
 * their own follows after its success.
 *
 * @param now the office's time when it was moved
 * @param offset by how much the office's time is now ahead of the system's; negative when behind
 */
public record OfficeClockMoved(Instant now, Duration offset) {}
