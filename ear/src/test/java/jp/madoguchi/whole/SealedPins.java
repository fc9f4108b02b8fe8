package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import jp.madoguchi.sealing.Sealing;

/** Seals PINs to the key that the counter offers, as the pages do. */
final class SealedPins {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SealedPins() {}

  /** The body that brings these PINs to the case at the terminal, by the key that it offers now. */
  static Map<String, Object> of(Map<String, Object> pins) {
    return of(pins, Visit.TERMINAL);
  }

  static Map<String, Object> of(Map<String, Object> pins, String terminal) {
    Api.Reply offer = Api.as("clerk1").get("api/customer/" + terminal + "/pins/key");
    assertThat(offer.status()).as(offer.text()).isEqualTo(200);
    return Map.of("jwe", seal(offer.json(), pins));
  }

  static String seal(JsonNode offer, Map<String, Object> pins) {
    try {
      return Sealing.to(
              offer.get("key").toString(),
              offer.get("receptionNumber").asText(),
              offer.get("terminal").asText())
          .seal(JSON.writeValueAsString(pins));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
