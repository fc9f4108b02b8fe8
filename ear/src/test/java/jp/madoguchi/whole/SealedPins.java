package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Map;

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
      ECKey key = ECKey.parse(offer.get("key").toString());
      JWEHeader header =
          new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
              .keyID(key.getKeyID())
              .customParam("receptionNumber", offer.get("receptionNumber").asText())
              .customParam("terminal", offer.get("terminal").asText())
              .build();
      JWEObject jwe = new JWEObject(header, new Payload(JSON.writeValueAsBytes(pins)));
      jwe.encrypt(new ECDHEncrypter(key));
      return jwe.serialize();
    } catch (ParseException | JOSEException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
