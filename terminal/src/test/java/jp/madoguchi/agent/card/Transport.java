package jp.madoguchi.agent.card;

import java.io.ByteArrayOutputStream;
import jp.madoguchi.agent.apdu.ResponseApdu;

/** The way to a card, for the issuing side of tests. */
@FunctionalInterface
public interface Transport {

  byte[] send(byte[] command) throws CardTorn;

  /** The card left before its answer was seen. */
  final class CardTorn extends RuntimeException {}

  /** Sends a command and fetches the rest of a long answer. */
  default byte[] exchange(byte[] command) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ResponseApdu part = ResponseApdu.parse(send(command)).orElseThrow();
    data.writeBytes(part.data());
    while (part.status() >> 8 == 0x61) {
      byte[] more = {0x00, (byte) 0xC0, 0, 0, (byte) part.status()};
      part = ResponseApdu.parse(send(more)).orElseThrow();
      data.writeBytes(part.data());
    }
    return new ResponseApdu(data.toByteArray(), part.status()).encoded();
  }
}
