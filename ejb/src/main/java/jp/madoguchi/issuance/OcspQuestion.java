package jp.madoguchi.issuance;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.Req;

/**
 * A well-formed request for certificate status (RFC 6960 4.1). A signature on it is not looked at:
 * everybody may ask.
 */
record OcspQuestion(List<CertificateID> certificates, Optional<Extension> nonce) {

  private static final int MOST_CERTIFICATES = 32;

  /** RFC 9654 2.1. */
  private static final int LONGEST_NONCE = 128;

  /** Empty where the bytes are not a request that can be answered (malformedRequest). */
  static Optional<OcspQuestion> parse(byte[] der) {
    try {
      OCSPRequest request = OCSPRequest.getInstance(ASN1Primitive.fromByteArray(der));
      List<CertificateID> certificates =
          Arrays.stream(new OCSPReq(request).getRequestList()).map(Req::getCertID).toList();
      boolean answerable =
          isVersion1(request.getTbsRequest())
              && !certificates.isEmpty()
              && certificates.size() <= MOST_CERTIFICATES;
      Extensions extensions = request.getTbsRequest().getRequestExtensions();
      return answerable ? withExtensions(certificates, extensions) : Optional.empty();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Some thousand sequences in one another are no request either.
      return Optional.empty();
    }
  }

  private static boolean isVersion1(TBSRequest request) {
    return request.getVersion() == null || request.getVersion().hasValue(0);
  }

  private static Optional<OcspQuestion> withExtensions(
      List<CertificateID> certificates, Extensions extensions) throws IOException {
    if (extensions == null) {
      return Optional.of(new OcspQuestion(certificates, Optional.empty()));
    }
    Extension nonce = extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    boolean unknownCritical =
        Arrays.stream(extensions.getCriticalExtensionOIDs())
            .anyMatch(oid -> !oid.equals(OCSPObjectIdentifiers.id_pkix_ocsp_nonce));
    if (unknownCritical || nonce != null && !isNonce(nonce)) {
      return Optional.empty();
    }
    return Optional.of(new OcspQuestion(certificates, Optional.ofNullable(nonce)));
  }

  private static boolean isNonce(Extension nonce) throws IOException {
    int length =
        ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(nonce.getExtnValue().getOctets()))
            .getOctets()
            .length;
    return length >= 1 && length <= LONGEST_NONCE;
  }
}
