package jp.madoguchi.terminal;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A command to the card in the short form of ISO/IEC 7816-4: header, up to 255 bytes of data, and
 * whether an answer with data is expected.
 *
 * <p>Its text form shows the header alone: a command's data may be a PIN.
 */
public final class CommandApdu {

  private static final int NO_ANSWER = -1;

  private final int header;
  private final byte[] data;
  private final int expected;

  private CommandApdu(int header, byte[] data, int expected) {
    if (data.length > 255) {
      throw new IllegalArgumentException("A short command carries at most 255 bytes");
    }
    this.header = header;
    this.data = data.clone();
    this.expected = expected;
  }

  /**
   * A command without data and without an expected answer.
   *
   * @param header the four bytes CLA INS P1 P2
   */
  public static CommandApdu of(int header) {
    return new CommandApdu(header, new byte[0], NO_ANSWER);
  }

  public static CommandApdu of(int header, byte[] data) {
    return new CommandApdu(header, data, NO_ANSWER);
  }

  /** Selects an application by its identifier. */
  public static CommandApdu selectApplication(ApplicationId application) {
    return of(0x00A4040C, application.bytes());
  }

  /** Selects an elementary file of the selected application. */
  public static CommandApdu selectFile(int fileId) {
    return of(0x00A4020C, new byte[] {(byte) (fileId >> 8), (byte) fileId});
  }

  /** Reads from the selected file; the offset is at most 32767, the length 1 to 256. */
  public static CommandApdu read(int offset, int length) {
    return of(0x00B00000 | (offset & 0x7FFF)).expecting(length);
  }

  /** Presents a PIN to the selected PIN file. */
  public static CommandApdu verify(byte[] pin) {
    return of(0x00200080, pin);
  }

  /** Asks how many tries the selected PIN has left; the answer is 63Cx. */
  public static CommandApdu triesLeft() {
    return of(0x00200080);
  }

  /** The same command, expecting up to so many bytes (1 to 256) in answer. */
  public CommandApdu expecting(int length) {
    return new CommandApdu(header, data, length & 0xFF);
  }

  /** CLA INS P1 P2. */
  public int header() {
    return header;
  }

  public byte[] data() {
    return data.clone();
  }

  /** The same expectation with another class byte and other data. */
  public CommandApdu withClassAndData(int cla, byte[] newData) {
    return new CommandApdu((header & 0x00FFFFFF) | (cla << 24), newData, expected);
  }

  /** The command as it goes to the card. */
  public byte[] bytes() {
    int body = data.length == 0 ? 0 : 1 + data.length;
    byte[] all = new byte[4 + body + (expected == NO_ANSWER ? 0 : 1)];
    for (int i = 0; i < 4; i++) {
      all[i] = (byte) (header >> (24 - 8 * i));
    }
    if (body > 0) {
      all[4] = (byte) data.length;
      System.arraycopy(data, 0, all, 5, data.length);
    }
    if (expected != NO_ANSWER) {
      all[all.length - 1] = (byte) expected;
    }
    return all;
  }

  public String hex() {
    return HexFormat.of().withUpperCase().formatHex(bytes());
  }

  /** Overwrites the data, for a command that carried a PIN in the clear. */
  public void wipe() {
    Arrays.fill(data, (byte) 0);
  }

  @Override
  public String toString() {
    return "%08X (%d bytes)".formatted(header, data.length);
  }
}
