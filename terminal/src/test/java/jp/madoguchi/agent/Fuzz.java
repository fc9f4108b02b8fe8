package jp.madoguchi.agent;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Inputs that nobody thought of, by a fixed seed the same ones each time. How many a test takes is
 * the system property {@code madoguchi.fuzz}.
 */
public final class Fuzz {

  public static final int INPUTS = Integer.getInteger("madoguchi.fuzz", 20_000);

  /** Lengths, counts and signs at which programs go wrong. */
  private static final int[] EDGES = {0, 1, 0x1F, 0x7F, 0x80, 0x81, 0x82, 0x84, 0xFE, 0xFF};

  private static final List<String> WORDS =
      List.of("null", "{}", "[]", "\"\"", "-1", "1e400", "9999999999999999999", "true", "\\u0000");

  private final SplittableRandom random;

  public Fuzz(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public int upTo(int bound) {
    return random.nextInt(bound);
  }

  public boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  public <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Up to so many bytes of nothing in particular. */
  public byte[] noise(int most) {
    byte[] bytes = new byte[random.nextInt(most + 1)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Something that was right once, with up to four changes. */
  public byte[] mutated(byte[] right) {
    byte[] bytes = right.clone();
    for (int changes = random.nextInt(5); changes > 0; changes--) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  /** The same for a text, whose parts may also become other values. */
  public String mutated(String right) {
    String text = right;
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(12));
      String middle =
          switch (random.nextInt(5)) {
            case 0 -> oneOf(WORDS);
            case 1 -> text.substring(from, to).repeat(2);
            case 2 -> HexFormat.of().formatHex(noise(8));
            case 3 -> new String(noise(6), StandardCharsets.ISO_8859_1);
            default -> "";
          };
      text = text.substring(0, from) + middle + text.substring(to);
    }
    return text;
  }

  private byte[] changed(byte[] bytes) {
    if (bytes.length == 0) {
      return noise(4);
    }
    int at = random.nextInt(bytes.length);
    byte[] copy = bytes.clone();
    switch (random.nextInt(6)) {
      case 0 -> copy[at] = (byte) random.nextInt();
      case 1 -> copy[at] = (byte) EDGES[random.nextInt(EDGES.length)];
      case 2 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 3 -> {
        return Arrays.copyOf(copy, at);
      }
      case 4 -> {
        return around(copy, at, noise(6));
      }
      default -> {
        return around(copy, at, Arrays.copyOfRange(copy, random.nextInt(at + 1), copy.length));
      }
    }
    return copy;
  }

  private static byte[] around(byte[] bytes, int at, byte[] inserted) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, at);
    all.writeBytes(inserted);
    all.write(bytes, at, bytes.length - at);
    return all.toByteArray();
  }
}
