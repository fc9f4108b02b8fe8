package jp.madoguchi.resident;

import java.time.Instant;

/**
 * An import as it stands: of the lines read (the header not counted) each was kept or refused.
 *
 * @param endedAt null while it is not at its end
 */
public record ImportProgress(
    long id,
    ImportState state,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    long linesRead,
    long linesKept,
    long linesRefused) {}
