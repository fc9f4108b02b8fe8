package jp.madoguchi.terminal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is kept of a credential: for random bits SHA-256 needs neither salt nor stretching. */
final class Fingerprint {

  private Fingerprint() {}

  static String hex(byte[] content) {
    return HexFormat.of().formatHex(of(content));
  }

  static byte[] of(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is a part of every Java platform", e);
    }
  }
}
