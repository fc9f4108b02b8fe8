package jp.madoguchi.cardwriting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, and its DigestInfo as a card signs it. */
final class Sha256 {

  private static final byte[] DIGEST_INFO =
      HexFormat.of().parseHex("3031300D060960864801650304020105000420");

  private Sha256() {}

  static byte[] of(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is a part of every Java platform", e);
    }
  }

  /** The 51 bytes that a card pads and signs. */
  static byte[] digestInfo(byte[] message) {
    byte[] info = new byte[DIGEST_INFO.length + 32];
    System.arraycopy(DIGEST_INFO, 0, info, 0, DIGEST_INFO.length);
    System.arraycopy(of(message), 0, info, DIGEST_INFO.length, 32);
    return info;
  }
}
