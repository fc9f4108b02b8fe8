package jp.madoguchi.issuance;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The key identifier of RFC 5280 4.2.1.2 (1): SHA-1 of the public key's bits. */
final class KeyIdentifier {

  private KeyIdentifier() {}

  static byte[] of(SubjectPublicKeyInfo key) {
    return hash("SHA-1", key.getPublicKeyData().getBytes());
  }

  static String hexOf(SubjectPublicKeyInfo key) {
    return HexFormat.of().formatHex(of(key));
  }

  static byte[] hash(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
