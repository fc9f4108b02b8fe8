package jp.madoguchi.web.terminal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.web.rest.Json;

/**
 * PINs as they come from the applicant's screen, read without ever becoming a text, which could not
 * be wiped, and without a parser's message that could quote them.
 */
final class PinsJson {

  private PinsJson() {}

  /**
   * Reads an object with one PIN per type of certificate.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code pins-malformed}
   */
  static Map<CertificateType, byte[]> read(byte[] body) {
    Map<CertificateType, byte[]> pins = new EnumMap<>(CertificateType.class);
    try (JsonParser parser = Json.mapper().createParser(body)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        CertificateType type = CertificateType.valueOf(parser.currentName());
        require(parser.nextToken() == JsonToken.VALUE_STRING);
        require(pins.put(type, pin(parser)) == null);
      }
      require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
      return pins;
    } catch (IOException | IllegalArgumentException e) {
      pins.values().forEach(pin -> Arrays.fill(pin, (byte) 0));
      throw Problem.refused("pins-malformed").asException();
    }
  }

  /** A character beyond ASCII becomes one that no PIN may have. */
  private static byte[] pin(JsonParser parser) throws IOException {
    char[] text = parser.getTextCharacters();
    byte[] pin = new byte[parser.getTextLength()];
    int start = parser.getTextOffset();
    for (int i = 0; i < pin.length; i++) {
      char character = text[start + i];
      pin[i] = character < 0x80 ? (byte) character : 0;
    }
    Arrays.fill(text, start, start + pin.length, '\0');
    return pin;
  }

  private static void require(boolean form) {
    if (!form) {
      throw new IllegalArgumentException("The PINs have another form");
    }
  }
}
