package jp.madoguchi.cardwriting;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.function.UnaryOperator;

/** Seals PINs as the page does, or as it never would. */
final class Sealing {

  private final ECKey key;
  private final UnaryOperator<JWEHeader.Builder> header;

  private Sealing(ECKey key, UnaryOperator<JWEHeader.Builder> header) {
    this.key = key;
    this.header = header;
  }

  static Sealing to(PinKeyOffer offer) {
    try {
      ECKey key = ECKey.parse(offer.key());
      return new Sealing(
          key,
          builder ->
              builder
                  .keyID(key.getKeyID())
                  .customParam("receptionNumber", offer.receptionNumber())
                  .customParam("terminal", offer.terminal()));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  /** With another header than the page's. */
  Sealing but(UnaryOperator<JWEHeader.Builder> other) {
    return new Sealing(key, builder -> other.apply(header.apply(builder)));
  }

  String seal(String signature, String authentication) {
    return seal(
        "{\"SIGNATURE\":\"%s\",\"USER_AUTHENTICATION\":\"%s\"}"
            .formatted(signature, authentication));
  }

  String seal(String json) {
    return seal(EncryptionMethod.A256GCM, json);
  }

  String seal(EncryptionMethod method, String json) {
    try {
      JWEHeader.Builder builder = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, method);
      JWEObject jwe = new JWEObject(header.apply(builder).build(), new Payload(json));
      jwe.encrypt(new ECDHEncrypter(key));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
