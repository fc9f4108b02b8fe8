package jp.madoguchi.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The place of an entry in the trail, newest first; a page goes on behind such a key. */
public record AuditKey(Instant at, long id) {

  /** The form for addresses: microseconds since 1970, a hyphen, the entry's number. */
  public String text() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
  }

  public static Optional<AuditKey> parse(String text) {
    int hyphen = text.lastIndexOf('-');
    if (hyphen < 1) {
      return Optional.empty();
    }
    try {
      long micros = Long.parseLong(text.substring(0, hyphen));
      long id = Long.parseLong(text.substring(hyphen + 1));
      return Optional.of(new AuditKey(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), id));
    } catch (NumberFormatException | DateTimeException | ArithmeticException malformed) {
      return Optional.empty();
    }
  }
}
