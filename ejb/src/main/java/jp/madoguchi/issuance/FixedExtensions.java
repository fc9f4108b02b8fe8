package jp.madoguchi.issuance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;

/** The extensions that all certificates of one key generation have in common. */
final class FixedExtensions {

  private FixedExtensions() {}

  /** Key usage, purposes and policy: what stands before the holder's names. */
  static List<Extension> leading(Profile profile, CertificateType type) {
    boolean forSignature = type == CertificateType.SIGNATURE;
    int usage =
        forSignature
            ? KeyUsage.digitalSignature | KeyUsage.nonRepudiation
            : KeyUsage.digitalSignature;
    List<Extension> extensions = new ArrayList<>();
    extensions.add(extension(Extension.keyUsage, true, new KeyUsage(usage)));
    if (!forSignature) {
      extensions.add(
          extension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
    }
    extensions.add(extension(Extension.certificatePolicies, true, policies(profile, type)));
    return List.copyOf(extensions);
  }

  /** The issuer's names, addresses and key: what stands after the holder's names. */
  static List<Extension> trailing(Profile profile, Authority authority, ListScope list) {
    CertificateType type = authority.type();
    return List.of(
        extension(
            Extension.issuerAlternativeName,
            false,
            new GeneralNames(new GeneralName(profile.japaneseName(type)))),
        extension(
            Extension.cRLDistributionPoints,
            false,
            distributionPoints(profile, list, authority.keyId())),
        extension(Extension.authorityInfoAccess, false, access(profile, authority)),
        extension(
            Extension.authorityKeyIdentifier,
            false,
            new AuthorityKeyIdentifier(
                KeyIdentifier.of(authority.certificate().getSubjectPublicKeyInfo()))));
  }

  /** One point under two names: where the list is, and the address to fetch it from. */
  static CRLDistPoint distributionPoints(Profile profile, ListScope list, String keyId) {
    GeneralNames names =
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(profile.distributionPointName(list.type())),
              address(profile.listAddress(list, keyId))
            });
    return new CRLDistPoint(
        new DistributionPoint[] {
          new DistributionPoint(new DistributionPointName(names), null, null)
        });
  }

  private static CertificatePolicies policies(Profile profile, CertificateType type) {
    PolicyInformation policy =
        type == CertificateType.SIGNATURE
            ? new PolicyInformation(
                profile.policy(type),
                new DERSequence(new PolicyQualifierInfo(profile.cpsAddress())))
            : new PolicyInformation(profile.policy(type));
    return new CertificatePolicies(policy);
  }

  private static AuthorityInformationAccess access(Profile profile, Authority authority) {
    CertificateType type = authority.type();
    return new AuthorityInformationAccess(
        new AccessDescription[] {
          new AccessDescription(AccessDescription.id_ad_ocsp, address(profile.statusAddress(type))),
          new AccessDescription(
              AccessDescription.id_ad_caIssuers,
              address(profile.certificateAddress(type, authority.keyId())))
        });
  }

  private static GeneralName address(String address) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, address);
  }

  static Extension extension(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
    try {
      return new Extension(oid, critical, value.toASN1Primitive().getEncoded("DER"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
