package jp.madoguchi.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tag with its value in the encoding of ISO/IEC 7816-4: tags of one or two bytes, lengths of one
 * to three.
 */
public record Tlv(int tag, byte[] value) {

  public Tlv {
    value = value.clone();
  }

  @Override
  public byte[] value() {
    return value.clone();
  }

  /**
   * Reads a sequence of tags that fills the bytes exactly.
   *
   * @throws UnreadableAnswerException when a length does not fit
   */
  public static List<Tlv> parse(byte[] bytes) {
    List<Tlv> found = new ArrayList<>();
    Cursor cursor = new Cursor(bytes);
    while (cursor.hasMore()) {
      int tag = cursor.tag();
      found.add(new Tlv(tag, cursor.take(cursor.length())));
    }
    return found;
  }

  /** The value of the first of these tags that is there. */
  public static Optional<byte[]> find(List<Tlv> tags, int tag) {
    return tags.stream().filter(tlv -> tlv.tag == tag).findFirst().map(Tlv::value);
  }

  /**
   * The value of the tag that must be there.
   *
   * @throws UnreadableAnswerException when it is missing
   */
  public static byte[] require(List<Tlv> tags, int tag) {
    return find(tags, tag)
        .orElseThrow(() -> new UnreadableAnswerException("The tag %X is missing".formatted(tag)));
  }

  @Override
  public String toString() {
    return "%X (%d bytes)".formatted(tag, value.length);
  }

  private static final class Cursor {

    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean hasMore() {
      return at < bytes.length;
    }

    int tag() {
      int first = next();
      return (first & 0x1F) == 0x1F ? first << 8 | next() : first;
    }

    int length() {
      int first = next();
      return switch (first) {
        case 0x81 -> next();
        case 0x82 -> next() << 8 | next();
        default -> {
          if (first > 0x7F) {
            throw new UnreadableAnswerException("A length of this form is not used on the card");
          }
          yield first;
        }
      };
    }

    byte[] take(int length) {
      if (length > bytes.length - at) {
        throw new UnreadableAnswerException("A value is shorter than its length says");
      }
      byte[] value = new byte[length];
      System.arraycopy(bytes, at, value, 0, length);
      at += length;
      return value;
    }

    private int next() {
      if (!hasMore()) {
        throw new UnreadableAnswerException("A tag or length is cut off");
      }
      return bytes[at++] & 0xFF;
    }
  }
}
