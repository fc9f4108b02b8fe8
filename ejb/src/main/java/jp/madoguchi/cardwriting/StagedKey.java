package jp.madoguchi.cardwriting;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import jp.madoguchi.terminal.Tlv;
import jp.madoguchi.terminal.UnreadableAnswerException;

/** The public key of the pair that waits on the card, and the proof that it is there. */
final class StagedKey {

  private static final int PUBLIC_KEY = 0x7F49;

  private StagedKey() {}

  /**
   * Reads {@code 7F49 {81 modulus, 82 exponent}}.
   *
   * @throws UnreadableAnswerException when it is no RSA key of 2048 bits
   */
  static RSAPublicKey parse(byte[] answer) {
    List<Tlv> parts = Tlv.parse(Tlv.require(Tlv.parse(answer), PUBLIC_KEY));
    BigInteger modulus = new BigInteger(1, Tlv.require(parts, 0x81));
    BigInteger exponent = new BigInteger(1, Tlv.require(parts, 0x82));
    if (modulus.bitLength() != 2048 || exponent.bitLength() > 64) {
      throw new UnreadableAnswerException("The card's key is no RSA key of 2048 bits");
    }
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    } catch (GeneralSecurityException e) {
      throw new UnreadableAnswerException("The card's key is no RSA key");
    }
  }

  /** The key that a certificate certifies. */
  static RSAPublicKey ofCertificate(byte[] der) {
    try {
      return (RSAPublicKey)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der))
              .getPublicKey();
    } catch (CertificateException e) {
      throw new IllegalStateException("The authority issued no certificate", e);
    }
  }

  /** Whether the key's owner signed this message (sha256WithRSAEncryption). */
  static boolean signed(RSAPublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verification = Signature.getInstance("SHA256withRSA");
      verification.initVerify(key);
      verification.update(message);
      return verification.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
