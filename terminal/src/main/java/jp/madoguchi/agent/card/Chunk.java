package jp.madoguchi.agent.card;

import static jp.madoguchi.agent.apdu.StatusWord.NOT_ENOUGH_ROOM;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_LENGTH;
import static jp.madoguchi.agent.apdu.StatusWord.WRONG_OFFSET;

import java.util.Arrays;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;

/**
 * A certificate after one more chunk: what lay behind the chunk's offset is gone, so a chunk may be
 * sent again, and the whole begun again.
 */
record Chunk(byte[] written, ResponseApdu refusal) {

  private static final int LONGEST_CERTIFICATE = 8192;

  static Chunk of(byte[] before, CommandApdu command) {
    int offset = command.p1p2();
    int length = offset + command.data().length;
    if (!command.hasData()) {
      return refused(WRONG_LENGTH);
    }
    if (offset > before.length) {
      return refused(WRONG_OFFSET);
    }
    if (length > LONGEST_CERTIFICATE) {
      return refused(NOT_ENOUGH_ROOM);
    }
    byte[] written = Arrays.copyOf(before, length);
    System.arraycopy(command.data(), 0, written, offset, command.data().length);
    return new Chunk(written, null);
  }

  private static Chunk refused(int status) {
    return new Chunk(null, ResponseApdu.of(status));
  }

  boolean refused() {
    return refusal != null;
  }
}
