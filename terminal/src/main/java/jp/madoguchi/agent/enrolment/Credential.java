package jp.madoguchi.agent.enrolment;

import java.time.Duration;
import java.time.Instant;

/**
 * By what this terminal proves itself to the server.
 *
 * @param key PKCS#8, where there is a certificate
 * @param certificate DER, for the key; null: the secret stands for it
 * @param secret for servers without TLS, as in training; null: the certificate stands for it
 */
public record Credential(
    String terminal, byte[] key, byte[] certificate, String secret, Instant since, Instant until) {

  /** Whether two of its three thirds are over, so that a failed renewal has time to be repeated. */
  boolean isDue(Instant now) {
    Duration life = Duration.between(since, until);
    return !now.isBefore(since.plus(life.multipliedBy(2).dividedBy(3)));
  }

  boolean isOver(Instant now) {
    return !now.isBefore(until);
  }

  boolean hasCertificate() {
    return certificate != null;
  }

  boolean sameAs(Credential other) {
    return since.equals(other.since) && until.equals(other.until);
  }

  /** Without key and secret, which have no place in a log. */
  @Override
  public String toString() {
    return terminal + " until " + until;
  }
}
