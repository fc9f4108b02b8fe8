package jp.madoguchi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.madoguchi.sealing.Sealing;

/**
 * The body with PINs, sealed to the key that the counter offers, as the pages do.
 *
 * @param jwe in the compact form
 */
record SealedPins(String jwe) {

  /** The PINs of all applicants: the card rack is the bench's own. */
  private static final Map<String, String> PINS =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");

  static SealedPins to(JsonNode offer, List<String> types) {
    Map<String, String> pins = new HashMap<>(PINS);
    pins.keySet().retainAll(types);
    String json =
        pins.entrySet().stream()
            .map(pin -> "\"%s\":\"%s\"".formatted(pin.getKey(), pin.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return new SealedPins(
        Sealing.to(
                offer.get("key").toString(),
                offer.get("receptionNumber").asText(),
                offer.get("terminal").asText())
            .seal(json));
  }
}
