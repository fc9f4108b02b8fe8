package jp.madoguchi.terminal;

import java.time.Instant;
import java.util.Optional;

/**
 * A credential as its agent gets it, once.
 *
 * @param certificate DER, for the key of the request
 * @param secret 64 hexadecimal digits, where no certificate was requested
 */
public record IssuedCredential(
    String terminal, Optional<byte[]> certificate, Optional<String> secret, Instant validUntil) {

  /** Without the secret, which has no place in a log. */
  @Override
  public String toString() {
    return terminal + " until " + validUntil;
  }
}
