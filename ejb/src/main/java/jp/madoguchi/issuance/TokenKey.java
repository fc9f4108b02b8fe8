package jp.madoguchi.issuance;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;

/** An authority's key on the token: it can be used, and never read. */
final class TokenKey implements PrivateKey, RSAKey {

  private final transient AuthorityToken token;
  private final String keyId;
  private final BigInteger modulus;

  TokenKey(AuthorityToken token, String keyId, BigInteger modulus) {
    this.token = token;
    this.keyId = keyId;
    this.modulus = modulus;
  }

  byte[] sign(SigningProvider.Content content) {
    return token.sign(keyId, content);
  }

  @Override
  public BigInteger getModulus() {
    return modulus;
  }

  @Override
  public String getAlgorithm() {
    return "RSA";
  }

  @Override
  public String getFormat() {
    return null;
  }

  @Override
  public byte[] getEncoded() {
    return null;
  }

  @Override
  public String toString() {
    return "TokenKey[" + keyId + "]";
  }
}
