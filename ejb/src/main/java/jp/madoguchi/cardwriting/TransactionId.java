package jp.madoguchi.cardwriting;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names one writing on a card: 16 random bytes in hexadecimal. */
public record TransactionId(String hex) {

  private static final SecureRandom RANDOM = new SecureRandom();

  public static TransactionId random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  public static TransactionId of(byte[] bytes) {
    return new TransactionId(HexFormat.of().formatHex(bytes));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
