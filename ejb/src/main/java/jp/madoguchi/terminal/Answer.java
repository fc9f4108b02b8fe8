package jp.madoguchi.terminal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * A card's answer to one command: data and status word. Everything in it comes from outside and is
 * checked before use; its text form shows the status word and the length alone.
 */
public final class Answer {

  /** The longest answer taken from a terminal, in bytes; a card's records are far shorter. */
  public static final int LONGEST = 4096;

  private final byte[] data;
  private final int status;

  public Answer(byte[] data, int status) {
    this.data = data.clone();
    this.status = status;
  }

  /**
   * Reads data and status word.
   *
   * @throws UnreadableAnswerException when it is no hexadecimal of 2 to {@value #LONGEST} bytes
   */
  public static Answer parse(String hex) {
    if (hex == null || hex.length() < 4 || hex.length() > 2 * LONGEST) {
      throw new UnreadableAnswerException("An answer has 2 to " + LONGEST + " bytes");
    }
    try {
      byte[] all = HexFormat.of().parseHex(hex);
      int status = (all[all.length - 2] & 0xFF) << 8 | (all[all.length - 1] & 0xFF);
      return new Answer(Arrays.copyOf(all, all.length - 2), status);
    } catch (IllegalArgumentException e) {
      throw new UnreadableAnswerException("An answer is written in hexadecimal");
    }
  }

  public byte[] data() {
    return data.clone();
  }

  public int length() {
    return data.length;
  }

  public int status() {
    return status;
  }

  public boolean ok() {
    return status == 0x9000;
  }

  /** The tries that a wrong PIN has left (63Cx); none left when it is locked (6983, 6984). */
  public OptionalInt triesLeft() {
    if (status == 0x6983 || status == 0x6984) {
      return OptionalInt.of(0);
    }
    return (status & 0xFFF0) == 0x63C0 ? OptionalInt.of(status & 0x0F) : OptionalInt.empty();
  }

  int fingerprint() {
    return 31 * Arrays.hashCode(data) + status;
  }

  @Override
  public String toString() {
    return "%04X (%d bytes)".formatted(status, data.length);
  }
}
