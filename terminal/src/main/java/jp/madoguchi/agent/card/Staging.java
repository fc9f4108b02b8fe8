package jp.madoguchi.agent.card;

/**
 * A key pair that waits for its certificate, beside the one in use.
 *
 * @param slot where it will take effect
 * @param transactionId the issuing system's name for this writing, 16 bytes
 * @param privateKey PKCS#8
 * @param certificate the bytes written so far
 */
public record Staging(Slot slot, byte[] transactionId, byte[] privateKey, byte[] certificate) {

  Staging withCertificate(byte[] bytes) {
    return new Staging(slot, transactionId, privateKey, bytes);
  }
}
