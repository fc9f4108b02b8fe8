package jp.madoguchi.expiry;

import java.time.Instant;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateType;

/**
 * Which of the certificates that end soon, in the order in which they end.
 *
 * @param type null for both
 * @param standing null for all
 * @param from the earliest end
 * @param before the first end that is too late
 * @param after where the page before this one ended; null for the first
 * @param limit at most so many
 */
public record EndingQuery(
    CertificateType type, Standing standing, Instant from, Instant before, Place after, int limit) {

  /** What has happened about a certificate's end. */
  public enum Standing {
    /** No notice, and no application. */
    NOTHING,
    NOTICED,
    /** Its holder has an open application. */
    APPLIED
  }

  /** A certificate's place in the order. */
  public record Place(Instant notAfter, CertificateSerialNumber serial) {}
}
