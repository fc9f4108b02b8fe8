package jp.madoguchi.issuance.cmp;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cmp.PBMParameter;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;

/** PasswordBasedMac (RFC 4210 5.1.3.1) with a secret that both sides know under a reference. */
final class SharedSecret implements Protection {

  private static final AlgorithmIdentifier SHA_256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
  private static final AlgorithmIdentifier HMAC_SHA_256 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
  private static final int ITERATIONS = 10_000;

  /** What a peer may ask of us for one message. */
  private static final int MOST_ITERATIONS = 200_000;

  private final String reference;
  private final char[] secret;

  SharedSecret(String reference, String secret) {
    this.reference = reference;
    this.secret = secret.toCharArray();
  }

  /** RFC 9483 3.1: the reference stands in the common name as well. */
  @Override
  public GeneralName sender() {
    return new GeneralName(
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.CN, new DERUTF8String(reference))
            .build());
  }

  @Override
  public byte[] senderKeyId() {
    return reference.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public ProtectedPKIMessage protect(ProtectedPKIMessageBuilder message) throws CMPException {
    PBMParameter parameters =
        new PBMParameter(CmpTransaction.random(), SHA_256, ITERATIONS, HMAC_SHA_256);
    try {
      return message.build(
          new PKMACBuilder(new JcePKMACValuesCalculator()).setParameters(parameters).build(secret));
    } catch (CRMFException e) {
      throw new CMPException(e.getMessage(), e);
    }
  }

  @Override
  public boolean holds(ProtectedPKIMessage message) throws CMPException {
    return message.hasPasswordBasedMacProtection()
        && message.verify(
            new PKMACBuilder(new JcePKMACValuesCalculator(), MOST_ITERATIONS), secret);
  }

  @Override
  public String toString() {
    return "SharedSecret[" + reference + "]";
  }
}
