package jp.madoguchi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The body with PINs, sealed to the key that the counter offers, as the pages do.
 *
 * @param jwe in the compact form
 */
record SealedPins(String jwe) {

  /** The PINs of all applicants: the card rack is the bench's own. */
  private static final Map<String, Object> PINS =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");

  static SealedPins to(JsonNode offer, List<String> types) {
    Map<String, Object> pins = new HashMap<>(PINS);
    pins.keySet().retainAll(types);
    try {
      ECKey key = ECKey.parse(offer.get("key").toString());
      JWEHeader header =
          new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
              .keyID(key.getKeyID())
              .customParam("receptionNumber", offer.get("receptionNumber").asText())
              .customParam("terminal", offer.get("terminal").asText())
              .build();
      JWEObject jwe = new JWEObject(header, new Payload(pins));
      jwe.encrypt(new ECDHEncrypter(key));
      return new SealedPins(jwe.serialize());
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
