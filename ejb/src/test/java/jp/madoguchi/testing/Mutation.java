package jp.madoguchi.testing;

import java.util.Arrays;
import java.util.Random;

/** Bytes that nobody meant: random ones, or true ones that were damaged on the way. */
public final class Mutation {

  private static final int LONGEST = 300;

  private Mutation() {}

  /** The same for the same seed of the random numbers. */
  public static byte[] of(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    switch (random.nextInt(6)) {
      case 0 -> {
        bytes = new byte[random.nextInt(LONGEST)];
        random.nextBytes(bytes);
      }
      case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 2 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(40));
      case 3 -> bytes = without(bytes, random.nextInt(bytes.length));
      default -> {
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int place) {
    byte[] shorter = new byte[bytes.length - 1];
    System.arraycopy(bytes, 0, shorter, 0, place);
    System.arraycopy(bytes, place + 1, shorter, place, shorter.length - place);
    return shorter;
  }
}
