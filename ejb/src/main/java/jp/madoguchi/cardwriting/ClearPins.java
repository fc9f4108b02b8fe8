package jp.madoguchi.cardwriting;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import jp.madoguchi.problem.Problem;

/**
 * What is in the envelope: a JSON object with a text for each PIN. It is read byte by byte, since a
 * parser would make texts of the PINs, which cannot be wiped, and quote them in its messages. A PIN
 * needs no escapes and a name no other characters, so neither is known here.
 */
final class ClearPins {

  private final byte[] json;
  private final Map<AskedPin, byte[]> pins = new EnumMap<>(AskedPin.class);
  private int at;

  private ClearPins(byte[] json) {
    this.json = json;
  }

  /**
   * @param json is left as it is; the caller wipes it, and the arrays of the answer
   * @throws jp.madoguchi.problem.BusinessException {@code pins-malformed}
   */
  static Map<AskedPin, byte[]> read(byte[] json) {
    ClearPins reader = new ClearPins(json);
    try {
      reader.object();
      return reader.pins;
    } catch (IllegalArgumentException e) {
      reader.pins.values().forEach(pin -> Arrays.fill(pin, (byte) 0));
      throw Problem.refused("pins-malformed").asException();
    }
  }

  private void object() {
    expect('{');
    do {
      AskedPin pin = AskedPin.valueOf(new String(text(), StandardCharsets.ISO_8859_1));
      expect(':');
      if (pins.containsKey(pin)) {
        throw new IllegalArgumentException("A PIN comes twice");
      }
      pins.put(pin, text());
    } while (follows(','));
    expect('}');
    skipSpace();
    if (at != json.length) {
      throw new IllegalArgumentException("Something follows the object");
    }
  }

  /** What stands between two quotation marks. */
  private byte[] text() {
    expect('"');
    int start = at;
    while (at < json.length && json[at] != '"' && json[at] != '\\') {
      at++;
    }
    int end = at;
    expect('"');
    return Arrays.copyOfRange(json, start, end);
  }

  private void expect(char sign) {
    if (!follows(sign)) {
      throw new IllegalArgumentException("The PINs have another form");
    }
  }

  private boolean follows(char sign) {
    skipSpace();
    boolean found = at < json.length && json[at] == sign;
    if (found) {
      at++;
    }
    return found;
  }

  private void skipSpace() {
    while (at < json.length && (json[at] == ' ' || (json[at] >= '\t' && json[at] <= '\r'))) {
      at++;
    }
  }
}
