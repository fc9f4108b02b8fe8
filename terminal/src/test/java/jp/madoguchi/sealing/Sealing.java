package jp.madoguchi.sealing;

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
import java.util.function.UnaryOperator;

/** Seals PINs to the key that the counter offers, as the page does, or as it never would. */
public final class Sealing {

  private final ECKey key;
  private final UnaryOperator<JWEHeader.Builder> header;

  private Sealing(ECKey key, UnaryOperator<JWEHeader.Builder> header) {
    this.key = key;
    this.header = header;
  }

  /**
   * @param offered the key in JSON
   */
  public static Sealing to(String offered, String receptionNumber, String terminal) {
    try {
      return to(ECKey.parse(offered), receptionNumber, terminal);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param offered the members of the key
   */
  public static Sealing to(Map<String, Object> offered, String receptionNumber, String terminal) {
    try {
      return to(ECKey.parse(offered), receptionNumber, terminal);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Sealing to(ECKey key, String receptionNumber, String terminal) {
    return new Sealing(
        key,
        builder ->
            builder
                .keyID(key.getKeyID())
                .customParam("receptionNumber", receptionNumber)
                .customParam("terminal", terminal));
  }

  /** With another header than the page's. */
  public Sealing but(UnaryOperator<JWEHeader.Builder> other) {
    return new Sealing(key, builder -> other.apply(header.apply(builder)));
  }

  public String seal(String signature, String authentication) {
    return seal(
        "{\"SIGNATURE\":\"%s\",\"USER_AUTHENTICATION\":\"%s\"}"
            .formatted(signature, authentication));
  }

  /**
   * @param json each PIN by its type
   * @return a JWE in the compact form
   */
  public String seal(String json) {
    return seal(EncryptionMethod.A256GCM, json);
  }

  public String seal(EncryptionMethod method, String json) {
    try {
      JWEHeader.Builder builder = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, method);
      JWEObject jwe = new JWEObject(header.apply(builder).build(), new Payload(json));
      jwe.encrypt(new ECDHEncrypter(key));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
