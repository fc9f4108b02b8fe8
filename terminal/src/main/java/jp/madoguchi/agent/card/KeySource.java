package jp.madoguchi.agent.card;

import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.RSAKeyGenParameterSpec;

/** Where a card's key pairs come from: RSA-2048 with exponent 65537, each handed out once. */
@FunctionalInterface
public interface KeySource {

  int BITS = 2048;

  KeyPair next();

  /** Makes each key pair when it is asked for, as a card does. */
  static KeySource generating() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(BITS, RSAKeyGenParameterSpec.F4));
      return generator::generateKeyPair;
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw new IllegalStateException("this Java platform makes no RSA keys", e);
    }
  }
}
