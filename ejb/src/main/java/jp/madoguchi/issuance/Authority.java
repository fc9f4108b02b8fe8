package jp.madoguchi.issuance;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * One key generation of an authority, ready to sign.
 *
 * @param keyId subject key identifier in lower case hexadecimal
 * @param responderCertificate of the delegated OCSP responder, signed by this generation
 */
record Authority(
    CertificateType type,
    String keyId,
    X509CertificateHolder certificate,
    PrivateKey key,
    X509CertificateHolder responderCertificate,
    PrivateKey responderKey) {

  KeyHome home() {
    return key instanceof TokenKey ? KeyHome.TOKEN : KeyHome.FILE;
  }

  Instant notBefore() {
    return certificate.getNotBefore().toInstant();
  }

  Instant notAfter() {
    return certificate.getNotAfter().toInstant();
  }

  PublicKey publicKey() {
    try {
      byte[] key = certificate.getSubjectPublicKeyInfo().getEncoded();
      return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "Authority[" + type + " " + keyId + "]";
  }
}
