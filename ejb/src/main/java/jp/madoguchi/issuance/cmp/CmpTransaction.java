package jp.madoguchi.issuance.cmp;

import java.security.SecureRandom;

/**
 * A transaction with the outside authority, as far as it came.
 *
 * @param id transactionID, the same in all its messages
 * @param peerNonce the senderNonce of the peer's last message; null before the first
 */
public record CmpTransaction(byte[] id, byte[] peerNonce) {

  private static final SecureRandom RANDOM = new SecureRandom();

  public static CmpTransaction begin() {
    return new CmpTransaction(random(), null);
  }

  /** RFC 9483 3.1: 128 bits for identifiers and nonces. */
  static byte[] random() {
    byte[] octets = new byte[16];
    RANDOM.nextBytes(octets);
    return octets;
  }
}
