package jp.madoguchi.agent.apdu;

import java.util.Arrays;
import java.util.Optional;

/**
 * A card's answer.
 *
 * @param data what was asked for, empty when the answer is only a status word
 * @param status the status word, 0–FFFF
 */
public record ResponseApdu(byte[] data, int status) {

  public static ResponseApdu ok(byte... data) {
    return new ResponseApdu(data, StatusWord.DONE);
  }

  public static ResponseApdu of(int status) {
    return new ResponseApdu(new byte[0], status);
  }

  /** Reads an answer; empty when there is not even a status word. */
  public static Optional<ResponseApdu> parse(byte[] bytes) {
    if (bytes.length < 2) {
      return Optional.empty();
    }
    int data = bytes.length - 2;
    int status = (bytes[data] & 0xFF) << 8 | bytes[data + 1] & 0xFF;
    return Optional.of(new ResponseApdu(Arrays.copyOf(bytes, data), status));
  }

  public boolean done() {
    return status == StatusWord.DONE;
  }

  /** Done, or a warning (62xx, 63xx): the answers that a secure channel protects. */
  public boolean doneOrWarning() {
    return done() || status >> 8 == 0x62 || status >> 8 == 0x63;
  }

  public byte[] encoded() {
    byte[] bytes = Arrays.copyOf(data, data.length + 2);
    bytes[data.length] = (byte) (status >> 8);
    bytes[data.length + 1] = (byte) status;
    return bytes;
  }
}
