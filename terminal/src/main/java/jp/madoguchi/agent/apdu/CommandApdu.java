package jp.madoguchi.agent.apdu;

import java.util.Arrays;
import java.util.Optional;

/**
 * One command to a card in the short form of ISO/IEC 7816-3.
 *
 * @param cla class byte, 0–255
 * @param ins instruction byte, 0–255
 * @param p1 first parameter, 0–255
 * @param p2 second parameter, 0–255
 * @param data the command's data, empty when there are none, at most 255 bytes
 * @param le the most bytes expected in the answer, 1–256, or {@link #NO_LE}
 */
public record CommandApdu(int cla, int ins, int p1, int p2, byte[] data, int le) {

  /** The command says nothing about the length of its answer. */
  public static final int NO_LE = -1;

  private static final int HEADER = 4;
  private static final int GREATEST = HEADER + 1 + 255 + 1;

  /** A command without data that expects an answer of any length. */
  public static CommandApdu asking(int cla, int ins, int p1, int p2) {
    return new CommandApdu(cla, ins, p1, p2, new byte[0], 256);
  }

  /** A command with data that expects nothing but a status word. */
  public static CommandApdu telling(int cla, int ins, int p1, int p2, byte... data) {
    return new CommandApdu(cla, ins, p1, p2, data, NO_LE);
  }

  /** Reads a command; empty when the bytes are no short command (ISO/IEC 7816-3, 12.1.3). */
  public static Optional<CommandApdu> parse(byte[] bytes) {
    if (bytes.length < HEADER || bytes.length > GREATEST) {
      return Optional.empty();
    }
    int body = bytes.length - HEADER;
    if (body == 0) {
      return Optional.of(of(bytes, new byte[0], NO_LE));
    }
    int third = bytes[HEADER] & 0xFF;
    if (body == 1) {
      return Optional.of(of(bytes, new byte[0], length(third)));
    }
    if (third == 0 || body < 1 + third || body > 2 + third) {
      return Optional.empty();
    }
    byte[] data = Arrays.copyOfRange(bytes, HEADER + 1, HEADER + 1 + third);
    int le = body == 1 + third ? NO_LE : length(bytes[bytes.length - 1] & 0xFF);
    return Optional.of(of(bytes, data, le));
  }

  public boolean hasData() {
    return data.length > 0;
  }

  /** Whether class and instruction are these. */
  public boolean is(int otherCla, int otherIns) {
    return cla == otherCla && ins == otherIns;
  }

  /** Whether the parameters are these. */
  public boolean has(int otherP1, int otherP2) {
    return p1 == otherP1 && p2 == otherP2;
  }

  /** Both parameters as one number, as READ BINARY has its offset. */
  public int p1p2() {
    return p1 << 8 | p2;
  }

  public byte[] encoded() {
    boolean hasLe = le != NO_LE;
    int size = HEADER + (hasData() ? 1 + data.length : 0) + (hasLe ? 1 : 0);
    byte[] bytes = new byte[size];
    bytes[0] = (byte) cla;
    bytes[1] = (byte) ins;
    bytes[2] = (byte) p1;
    bytes[3] = (byte) p2;
    if (hasData()) {
      bytes[HEADER] = (byte) data.length;
      System.arraycopy(data, 0, bytes, HEADER + 1, data.length);
    }
    if (hasLe) {
      bytes[size - 1] = (byte) le;
    }
    return bytes;
  }

  private static CommandApdu of(byte[] header, byte[] data, int le) {
    return new CommandApdu(
        header[0] & 0xFF, header[1] & 0xFF, header[2] & 0xFF, header[3] & 0xFF, data, le);
  }

  private static int length(int written) {
    return written == 0 ? 256 : written;
  }
}
