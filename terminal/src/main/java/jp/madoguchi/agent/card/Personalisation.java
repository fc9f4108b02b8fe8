package jp.madoguchi.agent.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import jp.madoguchi.agent.channel.ChannelKeys;

/**
 * What is put on a card before it is handed to its holder, in the form of a virtual card's file.
 *
 * @param serial 15 characters
 * @param municipality 5 digits
 * @param expiry YYYYMMDD
 * @param securityCode the four digits on the card's face
 * @param birthDate YYYYMMDD
 * @param sex 1 male, 2 female, 3 unknown
 * @param inputSupportPin four digits
 */
public record Personalisation(
    CardKind kind,
    String serial,
    String municipality,
    String expiry,
    String securityCode,
    String name,
    String address,
    String birthDate,
    String sex,
    String inputSupportPin,
    IssuingKeys issuingKeys) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** The card's own SCP03 keys, each 16 bytes in hexadecimal. */
  public record IssuingKeys(
      @JsonProperty(required = true) String enc, @JsonProperty(required = true) String mac) {}

  /**
   * @throws IllegalArgumentException names the first field that does not have its form
   */
  public Personalisation {
    Objects.requireNonNull(kind, "kind");
    require("serial", serial, "[!-~]{15}");
    require("municipality", municipality, "[0-9]{5}");
    require("expiry", expiry, "[0-9]{8}");
    require("securityCode", securityCode, "[0-9]{4}");
    require("name", name, "(?s).+");
    require("address", address, "(?s).*");
    require("birthDate", birthDate, "[0-9]{8}");
    require("sex", sex, "[0-9]");
    require("inputSupportPin", inputSupportPin, "[0-9]{4}");
    Objects.requireNonNull(issuingKeys, "issuingKeys");
    require("issuingKeys.enc", issuingKeys.enc(), "[0-9A-Fa-f]{32}");
    require("issuingKeys.mac", issuingKeys.mac(), "[0-9A-Fa-f]{32}");
  }

  /** Reads a card file. */
  public static Personalisation read(Path file) throws IOException {
    return JSON.readValue(Files.readAllBytes(file), Personalisation.class);
  }

  ChannelKeys channelKeys() {
    HexFormat hex = HexFormat.of();
    return new ChannelKeys(hex.parseHex(issuingKeys.enc), hex.parseHex(issuingKeys.mac));
  }

  PinState inputSupportPinState() {
    return PinState.of(Pin.INPUT_SUPPORT, ascii(inputSupportPin));
  }

  /** 照合番号B: birth date YYMMDD, year of expiry, security code. */
  PinState numberBState() {
    String number = birthDate.substring(2) + expiry.substring(0, 4) + securityCode;
    return PinState.of(Pin.NUMBER_B, ascii(number));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void require(String field, String value, String form) {
    if (value == null || !value.matches(form)) {
      throw new IllegalArgumentException("card file: " + field + " does not have its form");
    }
  }
}
