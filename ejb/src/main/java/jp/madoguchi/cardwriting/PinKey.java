package jp.madoguchi.cardwriting;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.util.UUID;

/** The key pair to which the PINs of one case are sealed at one terminal, once. */
record PinKey(String receptionNumber, String terminal, ECKey pair, Instant until) {

  static final JWEAlgorithm AGREEMENT = JWEAlgorithm.ECDH_ES;
  static final EncryptionMethod ENCRYPTION = EncryptionMethod.A256GCM;

  static PinKey make(String receptionNumber, String terminal, Instant until) {
    try {
      ECKey pair =
          new ECKeyGenerator(Curve.P_256)
              .keyID(UUID.randomUUID().toString())
              .keyUse(KeyUse.ENCRYPTION)
              .algorithm(AGREEMENT)
              .generate();
      return new PinKey(receptionNumber, terminal, pair, until);
    } catch (JOSEException e) {
      throw new IllegalStateException("The platform makes no P-256 keys", e);
    }
  }

  String id() {
    return pair.getKeyID();
  }

  /** What the page is told; the private half stays here. */
  PinKeyOffer offer() {
    return new PinKeyOffer(
        pair.toPublicJWK().toJSONObject(), ENCRYPTION.getName(), receptionNumber, terminal);
  }

  /** Without the private half, which the record's own form would show. */
  @Override
  public String toString() {
    return "the key %s for the PINs of %s".formatted(id(), receptionNumber);
  }
}
