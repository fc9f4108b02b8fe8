package jp.madoguchi.cardwriting;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Map;
import jp.madoguchi.problem.Problem;

/**
 * PINs as a page sealed them (R-PINS): a JWE in the compact form (RFC 7516) by ECDH-ES and A256GCM
 * and nothing else, whose protected header names key, case and terminal.
 */
final class PinEnvelope {

  /** Two PINs take about 500 characters. */
  private static final int LONGEST = 2048;

  private final JWEObject jwe;

  private PinEnvelope(JWEObject jwe) {
    this.jwe = jwe;
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code pins-malformed}
   */
  static PinEnvelope read(String compact) {
    if (compact == null || compact.length() > LONGEST) {
      throw malformed();
    }
    try {
      JWEObject jwe = JWEObject.parse(compact);
      if (!isOurs(jwe.getHeader())) {
        throw malformed();
      }
      return new PinEnvelope(jwe);
    } catch (ParseException e) {
      throw malformed();
    }
  }

  /** The sender does not choose how it is sealed, nor is anything compressed before. */
  private static boolean isOurs(JWEHeader header) {
    return PinKey.AGREEMENT.equals(header.getAlgorithm())
        && PinKey.ENCRYPTION.equals(header.getEncryptionMethod())
        && header.getCompressionAlgorithm() == null
        && header.getKeyID() != null;
  }

  String keyId() {
    return jwe.getHeader().getKeyID();
  }

  /**
   * The PINs in the clear, which the caller wipes.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code pins-for-other}, {@code pins-altered},
   *     {@code pins-malformed}
   */
  Map<AskedPin, byte[]> open(PinKey key) {
    if (!key.receptionNumber().equals(jwe.getHeader().getCustomParam("receptionNumber"))
        || !key.terminal().equals(jwe.getHeader().getCustomParam("terminal"))) {
      throw Problem.refused("pins-for-other").asException();
    }
    byte[] clear = decrypt(key);
    try {
      return ClearPins.read(clear);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /** The payload's own array, not a copy of it. */
  private byte[] decrypt(PinKey key) {
    try {
      jwe.decrypt(new ECDHDecrypter(key.pair()));
      return jwe.getPayload().toBytes();
    } catch (JOSEException | IllegalStateException e) {
      throw Problem.refused("pins-altered").asException();
    }
  }

  private static RuntimeException malformed() {
    return Problem.refused("pins-malformed").asException();
  }
}
