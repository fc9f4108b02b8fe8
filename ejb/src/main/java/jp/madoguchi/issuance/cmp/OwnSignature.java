package jp.madoguchi.issuance.cmp;

import java.security.PrivateKey;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * The registration authority's own signature (RFC 4210 5.1.3.3); the peer's is taken from the
 * certificates that the office was handed, and from no other.
 */
final class OwnSignature implements Protection {

  private final X509CertificateHolder certificate;
  private final PrivateKey key;
  private final List<X509CertificateHolder> peers;

  OwnSignature(
      X509CertificateHolder certificate, PrivateKey key, List<X509CertificateHolder> peers) {
    this.certificate = certificate;
    this.key = key;
    this.peers = List.copyOf(peers);
  }

  @Override
  public GeneralName sender() {
    return new GeneralName(certificate.getSubject());
  }

  @Override
  public byte[] senderKeyId() {
    Extension extension = certificate.getExtension(Extension.subjectKeyIdentifier);
    return extension == null
        ? null
        : SubjectKeyIdentifier.getInstance(extension.getParsedValue()).getKeyIdentifier();
  }

  @Override
  public ProtectedPKIMessage protect(ProtectedPKIMessageBuilder message) throws CMPException {
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    try {
      return message
          .addCMPCertificate(certificate)
          .build(new JcaContentSignerBuilder(algorithm).build(key));
    } catch (OperatorCreationException e) {
      throw new CMPException(e.getMessage(), e);
    }
  }

  @Override
  public boolean holds(ProtectedPKIMessage message) throws CMPException {
    if (message.hasPasswordBasedMacProtection()) {
      return false;
    }
    for (X509CertificateHolder peer : peers) {
      if (isNamed(peer, message) && isSignedBy(peer, message)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(X509CertificateHolder peer, ProtectedPKIMessage message) {
    ASN1OctetString keyId = message.getHeader().getSenderKID();
    Extension extension = peer.getExtension(Extension.subjectKeyIdentifier);
    return keyId == null
        || extension == null
        || SubjectKeyIdentifier.getInstance(extension.getParsedValue())
            .equals(new SubjectKeyIdentifier(keyId.getOctets()));
  }

  private static boolean isSignedBy(X509CertificateHolder peer, ProtectedPKIMessage message)
      throws CMPException {
    try {
      return message.verify(new JcaContentVerifierProviderBuilder().build(peer));
    } catch (OperatorCreationException | java.security.cert.CertificateException e) {
      throw new CMPException(e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return "OwnSignature[" + certificate.getSubject() + "]";
  }
}
