package jp.madoguchi.agent.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.madoguchi.agent.apdu.Tlv;

/** 基本4情報 as the 入力補助 application holds them: name, address, birth date, sex. */
final class BasicFourItems {

  private static final int WHOLE = 0xFF20;
  private static final int HEADER = 0xDF21;

  private BasicFourItems() {}

  static byte[] encoded(Personalisation card) {
    List<byte[]> items =
        List.of(
            item(0xDF22, card.name()),
            item(0xDF23, card.address()),
            item(0xDF24, card.birthDate()),
            item(0xDF25, card.sex()));
    byte[] measured = body(header(0, items), items);
    int start = Tlv.of(WHOLE, measured).encoded().length - measured.length;
    return Tlv.of(WHOLE, body(header(start, items), items)).encoded();
  }

  /** The header says at which byte of the file each item begins, two bytes each. */
  private static byte[] header(int start, List<byte[]> items) {
    ByteBuffer positions = ByteBuffer.allocate(2 * items.size());
    int at = start + Tlv.of(HEADER, positions.array()).encoded().length;
    for (byte[] item : items) {
      positions.putShort((short) at);
      at += item.length;
    }
    return Tlv.of(HEADER, positions.array()).encoded();
  }

  private static byte[] body(byte[] header, List<byte[]> items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header);
    items.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] item(int tag, String text) {
    return Tlv.of(tag, text.getBytes(StandardCharsets.UTF_8)).encoded();
  }
}
