package jp.madoguchi.agent.card;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import javax.crypto.Cipher;

/** What the card computes with its RSA keys, which it keeps as PKCS#8. */
final class RsaKeys {

  private RsaKeys() {}

  static RSAPrivateCrtKey privateKey(byte[] pkcs8) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      return (RSAPrivateCrtKey) key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the card's memory holds no RSA key", e);
    }
  }

  static RSAPublicKey publicKey(byte[] pkcs8) {
    try {
      RSAPrivateCrtKey key = privateKey(pkcs8);
      RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      PublicKey open = KeyFactory.getInstance("RSA").generatePublic(spec);
      return (RSAPublicKey) open;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the card's memory holds no RSA key", e);
    }
  }

  /** PKCS#1 v1.5 padding, type 1, around what the reader's software prepared, and the signature. */
  static byte[] signPrepared(byte[] pkcs8, byte[] digestInfo) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.ENCRYPT_MODE, privateKey(pkcs8));
      return cipher.doFinal(digestInfo);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the card could not sign", e);
    }
  }

  /** sha256WithRSAEncryption over the message itself. */
  static byte[] sign(byte[] pkcs8, byte[] message) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(privateKey(pkcs8));
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the card could not sign", e);
    }
  }
}
