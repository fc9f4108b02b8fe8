package jp.madoguchi.issuance;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.cert.X509CertificateHolder;

/** What a to-be-signed certificate is held against: the order, the profile, the authority. */
record LintExpectation(
    CertificateOrder order,
    CertificateSerialNumber serial,
    Instant notBefore,
    Instant notAfter,
    ProfileConfig profile,
    X509CertificateHolder authority,
    ListScope list) {

  LintExpectation(PlannedCertificate plan, Profile profile, Authority authority) {
    this(
        plan.order(),
        plan.serial(),
        plan.notBefore(),
        plan.notAfter(),
        profile.config(),
        authority.certificate(),
        plan.list());
  }

  boolean forSignature() {
    return order.type() == CertificateType.SIGNATURE;
  }

  /** An extension of the authority's own certificate. */
  ASN1Primitive ofAuthority(String oid) {
    return authority.getExtension(new ASN1ObjectIdentifier(oid)).getParsedValue().toASN1Primitive();
  }
}
