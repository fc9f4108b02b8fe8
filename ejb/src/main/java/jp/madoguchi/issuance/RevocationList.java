package jp.madoguchi.issuance;

import java.time.Instant;

/**
 * A certificate revocation list (RFC 5280 5) as it was published; its bytes are read in parts.
 *
 * @param keyId the key generation that signed it
 * @param number its CRL number, rising without end for each type
 * @param size of the whole list in DER, in bytes
 */
public record RevocationList(
    ListScope scope, String keyId, long number, Instant thisUpdate, Instant nextUpdate, long size) {

  /** Type and number in one word, so that a number can be given once for each type. */
  public String id() {
    return scope.type().path() + "-" + number;
  }
}
