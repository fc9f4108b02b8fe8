package jp.madoguchi.agent.card;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import jp.madoguchi.agent.apdu.ResponseApdu;

/** Talks to a card as any reader's software does, in the hexadecimal of the manuals. */
public final class Holder {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final VirtualCard card;

  public Holder(VirtualCard card) {
    this.card = card;
  }

  /** Sends a command and gives data and status word. */
  public String sends(String command) {
    return HEX.formatHex(card.transmit(HEX.parseHex(command.replace(" ", ""))));
  }

  public Holder selectsJpki() {
    sends("00 A4 04 0C 0A D392F000260100000001");
    return this;
  }

  public Holder selectsInputSupport() {
    sends("00 A4 04 0C 0A D3921000310001010408");
    return this;
  }

  public Holder selects(int file) {
    sends(String.format("00 A4 02 0C 02 %04X", file));
    return this;
  }

  public String verifies(String pin) {
    return sends(
        "00 20 00 80 %02X ".formatted(pin.length())
            + HEX.formatHex(pin.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Reads a file from its beginning, as far as it goes. */
  public byte[] reads(int file) {
    selects(file);
    java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();
    while (true) {
      String command = String.format("00 B0 %04X 00", content.size());
      ResponseApdu part = ResponseApdu.parse(HEX.parseHex(sends(command))).orElseThrow();
      if (!part.done()) {
        return content.toByteArray();
      }
      content.writeBytes(part.data());
    }
  }
}
