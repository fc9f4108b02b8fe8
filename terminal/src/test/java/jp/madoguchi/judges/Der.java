package jp.madoguchi.judges;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * As much of DER as it takes to put a signature behind what it signs, and to read what programs
 * show as bytes.
 */
public final class Der {

  private static final int SEQUENCE = 0x30;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final byte[] SHA256_WITH_RSA =
      HexFormat.of().parseHex("300d06092a864886f70d01010b0500");

  private Der() {}

  /**
   * SEQUENCE { signed, sha256WithRSAEncryption, signature }: certificate, list and OCSP answer
   * alike.
   */
  public static byte[] signed(byte[] content, byte[] signature) {
    byte[] bits = new byte[signature.length + 1];
    System.arraycopy(signature, 0, bits, 1, signature.length);
    return sequence(content, SHA256_WITH_RSA, element(BIT_STRING, bits));
  }

  /** A successful OCSPResponse around a BasicOCSPResponse (RFC 6960 4.2.1). */
  static byte[] answer(byte[] basic) {
    byte[] successful = {0x0A, 1, 0};
    byte[] type = HexFormat.of().parseHex("06092b0601050507300101");
    return sequence(successful, element(0xA0, sequence(type, element(OCTET_STRING, basic))));
  }

  /** The content of an element. */
  static byte[] content(byte[] element) {
    return Arrays.copyOfRange(
        element, 2 + (element[1] < 0 ? element[1] & 0x7F : 0), element.length);
  }

  /** The first element of several. */
  static byte[] first(byte[] elements) {
    int size = elements[1];
    int header = 2;
    if (size < 0) {
      header += size & 0x7F;
      size = 0;
      for (int at = 2; at < header; at++) {
        size = size << 8 | elements[at] & 0xFF;
      }
    }
    return Arrays.copyOf(elements, header + size);
  }

  /** An OBJECT IDENTIFIER in dotted form. */
  static String oid(byte[] element) {
    StringBuilder dotted = new StringBuilder();
    BigInteger arc = BigInteger.ZERO;
    for (byte octet : content(element)) {
      arc = arc.shiftLeft(7).or(BigInteger.valueOf(octet & 0x7F));
      if (octet >= 0) {
        if (dotted.isEmpty()) {
          int top = arc.min(BigInteger.valueOf(80)).intValue() / 40;
          dotted.append(top).append('.').append(arc.subtract(BigInteger.valueOf(40L * top)));
        } else {
          dotted.append('.').append(arc);
        }
        arc = BigInteger.ZERO;
      }
    }
    return dotted.toString();
  }

  static byte[] sequence(byte[]... elements) {
    return element(SEQUENCE, join(elements));
  }

  static byte[] element(int tag, byte[] content) {
    byte[] length = length(content.length);
    byte[] all = new byte[1 + length.length + content.length];
    all[0] = (byte) tag;
    System.arraycopy(length, 0, all, 1, length.length);
    System.arraycopy(content, 0, all, 1 + length.length, content.length);
    return all;
  }

  /** The tag of the first element within a SEQUENCE. */
  static int firstTag(byte[] sequence) {
    return sequence[2 + (sequence[1] < 0 ? sequence[1] & 0x7F : 0)] & 0xFF;
  }

  private static byte[] length(int length) {
    if (length < 0x80) {
      return new byte[] {(byte) length};
    }
    byte[] big = {(byte) (length >> 16), (byte) (length >> 8), (byte) length};
    int from = big[0] != 0 ? 0 : big[1] != 0 ? 1 : 2;
    byte[] digits = Arrays.copyOfRange(big, from, 3);
    byte[] all = new byte[digits.length + 1];
    all[0] = (byte) (0x80 | digits.length);
    System.arraycopy(digits, 0, all, 1, digits.length);
    return all;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
