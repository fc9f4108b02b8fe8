package jp.madoguchi.agent.card;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.OptionalInt;

/** What the card sees in a certificate. */
final class CardCertificate {

  private static final int HEADER = 4;

  private CardCertificate() {}

  /**
   * The whole length that a certificate's first bytes announce; empty unless they are {@code 30 82
   * hh ll}, which is where readers take the length from.
   */
  static OptionalInt announcedLength(byte[] der) {
    if (der.length < HEADER || der[0] != 0x30 || der[1] != (byte) 0x82) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(HEADER + ((der[2] & 0xFF) << 8 | der[3] & 0xFF));
  }

  static boolean isWhole(byte[] der) {
    OptionalInt announced = announcedLength(der);
    return announced.isPresent() && announced.getAsInt() == der.length && parses(der);
  }

  /** Whether it is a whole certificate for this key. */
  static boolean isFor(byte[] der, RSAPublicKey key) {
    try {
      return isWhole(der)
          && parse(der).getPublicKey() instanceof RSAPublicKey certified
          && certified.getModulus().equals(key.getModulus())
          && certified.getPublicExponent().equals(key.getPublicExponent());
    } catch (CertificateException e) {
      return false;
    }
  }

  static byte[] hash(byte[] der) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(der);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no SHA-256", e);
    }
  }

  private static boolean parses(byte[] der) {
    try {
      parse(der);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static X509Certificate parse(byte[] der) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
  }
}
