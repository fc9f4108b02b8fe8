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
import java.util.Map;

/**
 * The body with PINs, sealed to the key that the counter offers, as the pages do.
 *
 * @param jwe in the compact form
 */
record SealedPins(String jwe) {

  /** Both PINs of an applicant, which are the same for all: the card rack is the bench's own. */
  private static final Payload PINS =
      new Payload(Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468"));

  static SealedPins to(JsonNode offer) {
    try {
      ECKey key = ECKey.parse(offer.get("key").toString());
      JWEHeader header =
          new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
              .keyID(key.getKeyID())
              .customParam("receptionNumber", offer.get("receptionNumber").asText())
              .customParam("terminal", offer.get("terminal").asText())
              .build();
      JWEObject jwe = new JWEObject(header, PINS);
      jwe.encrypt(new ECDHEncrypter(key));
      return new SealedPins(jwe.serialize());
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
