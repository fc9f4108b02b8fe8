package jp.madoguchi.agent.enrolment;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A key pair on P-256 that never leaves the terminal, and the request for its certificate. */
final class OwnKey {

  private final KeyPair pair;

  private OwnKey(KeyPair pair) {
    this.pair = pair;
  }

  static OwnKey fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new OwnKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("P-256 is a part of every Java platform", e);
    }
  }

  /** PKCS#8. */
  byte[] encoded() {
    return pair.getPrivate().getEncoded();
  }

  /** PKCS#10, DER. */
  byte[] request(String terminal) {
    try {
      CertificationRequestInfo asked =
          new CertificationRequestInfo(
              new X500Name("CN=" + terminal),
              SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
              new DERSet());
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(asked.getEncoded());
      return new CertificationRequest(
              asked,
              new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
              new DERBitString(signature.sign()))
          .getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
