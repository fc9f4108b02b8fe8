package jp.madoguchi.issuance.cmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.CertConfirmContent;
import org.bouncycastle.asn1.cmp.CertStatus;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollReqContent;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.CertRequest;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.crmf.CertTemplateBuilder;
import org.bouncycastle.asn1.crmf.ProofOfPossession;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** The bodies that are sent. Each has one request, whose certReqId is 0 (RFC 9483 4.1.1). */
final class CmpMessages {

  private static final ASN1Integer REQUEST = new ASN1Integer(0);

  private CmpMessages() {}

  /**
   * The card proved its key to this office by a signed nonce and signs no CRMF: the office, as a
   * registration authority, vouches for it (raVerified, RFC 4211 4.1).
   */
  static PKIBody request(int type, CertTemplate template) {
    CertRequest request = new CertRequest(REQUEST, template, null);
    return new PKIBody(
        type, new CertReqMessages(new CertReqMsg(request, new ProofOfPossession(), null)));
  }

  static PKIBody poll() {
    return new PKIBody(PKIBody.TYPE_POLL_REQ, new PollReqContent(REQUEST));
  }

  static PKIBody confirmation(byte[] certificate) {
    return confirmation(new CertStatus(hash(certificate), REQUEST));
  }

  static PKIBody rejection(byte[] certificate, String why) {
    PKIStatusInfo status =
        new PKIStatusInfo(
            PKIStatus.rejection,
            new PKIFreeText(why),
            new PKIFailureInfo(PKIFailureInfo.incorrectData));
    return confirmation(new CertStatus(hash(certificate), BigInteger.ZERO, status));
  }

  private static PKIBody confirmation(CertStatus status) {
    return new PKIBody(
        PKIBody.TYPE_CERT_CONFIRM, CertConfirmContent.getInstance(new DERSequence(status)));
  }

  /** RFC 9483 4.2: issuer and serial name the certificate; removeFromCRL revives it. */
  static PKIBody revocation(X500Name issuer, BigInteger serial, int reason) {
    CertTemplate certificate =
        new CertTemplateBuilder()
            .setIssuer(issuer)
            .setSerialNumber(new ASN1Integer(serial))
            .build();
    try {
      Extension why =
          new Extension(Extension.reasonCode, false, CRLReason.lookup(reason).getEncoded("DER"));
      return new PKIBody(
          PKIBody.TYPE_REVOCATION_REQ,
          new RevReqContent(new RevDetails(certificate, new Extensions(why))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Certificates are signed with SHA-256 here, and so hashed with it (RFC 4210 5.3.18). */
  private static byte[] hash(byte[] certificate) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(certificate);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
