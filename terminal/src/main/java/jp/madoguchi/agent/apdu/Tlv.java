package jp.madoguchi.agent.apdu;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One data object in BER-TLV, with tags of one or two bytes and values up to 65,535 bytes.
 *
 * @param tag the tag's bytes as one number, such as {@code 0x81} or {@code 0x7F49}
 * @param value the content, encoded data objects when the tag is constructed
 */
public record Tlv(int tag, byte[] value) {

  public static Tlv of(int tag, byte... value) {
    return new Tlv(tag, value);
  }

  /** A constructed data object. */
  public static Tlv of(int tag, List<Tlv> parts) {
    return new Tlv(tag, encode(parts));
  }

  public static byte[] encode(List<Tlv> objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    objects.forEach(object -> out.writeBytes(object.encoded()));
    return out.toByteArray();
  }

  /** Reads data objects one after another; empty when the bytes are not exactly that. */
  public static Optional<List<Tlv>> parse(byte[] bytes) {
    List<Tlv> objects = new ArrayList<>();
    Reader reader = new Reader(bytes);
    while (reader.more()) {
      Tlv object = reader.next();
      if (object == null) {
        return Optional.empty();
      }
      objects.add(object);
    }
    return Optional.of(List.copyOf(objects));
  }

  /** The first object with this tag. */
  public static Optional<Tlv> find(List<Tlv> objects, int tag) {
    return objects.stream().filter(object -> object.tag == tag).findFirst();
  }

  public byte[] encoded() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(value.length + 5);
    if (tag > 0xFF) {
      out.write(tag >> 8);
    }
    out.write(tag);
    int length = value.length;
    if (length > 0xFF) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length > 0x7F) {
      out.write(0x81);
    }
    out.write(length);
    out.writeBytes(value);
    return out.toByteArray();
  }

  /** Walks through the bytes; a negative number or null says that they end too early. */
  private static final class Reader {

    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean more() {
      return at < bytes.length;
    }

    Tlv next() {
      int tag = tag();
      int length = tag < 0 ? -1 : length();
      if (length < 0 || length > bytes.length - at) {
        return null;
      }
      byte[] value = new byte[length];
      System.arraycopy(bytes, at, value, 0, length);
      at += length;
      return new Tlv(tag, value);
    }

    private int tag() {
      int first = unsigned();
      if ((first & 0x1F) != 0x1F) {
        return first;
      }
      int second = unsigned();
      return second < 0 || second > 0x7F ? -1 : first << 8 | second;
    }

    private int length() {
      int first = unsigned();
      return switch (first) {
        case 0x81 -> unsigned();
        case 0x82 -> {
          int high = unsigned();
          int low = unsigned();
          yield high < 0 || low < 0 ? -1 : high << 8 | low;
        }
        default -> first > 0x7F ? -1 : first;
      };
    }

    private int unsigned() {
      return more() ? bytes[at++] & 0xFF : -1;
    }
  }
}
