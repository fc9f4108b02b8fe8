package jp.madoguchi.issuance;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.problem.Problem;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The checked profile of an installation's certificates: names, policies and addresses.
 *
 * <p>It follows the public profile of the national service under a hierarchy of our own.
 */
public final class Profile {

  static final AlgorithmIdentifier SIGNATURE_ALGORITHM =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

  private static final String NATIONAL_ARC = "1.2.392.200149";
  private static final int MOST_PARTITIONS = 1000;

  private final ProfileConfig config;

  private Profile(ProfileConfig config) {
    this.config = config;
  }

  /**
   * Checks a configuration; all that is wrong with it is said at once.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code profile-config-wrong} with the settings
   *     that are wrong
   */
  public static Profile of(ProfileConfig config) {
    List<String> wrong = wrongSettings(config);
    if (!wrong.isEmpty()) {
      throw Problem.refused("profile-config-wrong", String.join(", ", wrong)).asException();
    }
    return new Profile(config);
  }

  ProfileConfig config() {
    return config;
  }

  /** The one name of an authority's key generations. */
  X500Name authorityName(CertificateType type) {
    return authority(type).build();
  }

  X500Name responderName(CertificateType type) {
    return authority(type).addRDN(BCStyle.CN, utf8("OCSP Responder")).build();
  }

  private X500NameBuilder authority(CertificateType type) {
    return inJapan()
        .addRDN(BCStyle.O, utf8(config.organization()))
        .addRDN(
            BCStyle.OU,
            utf8(
                config.organization()
                    + (type == CertificateType.SIGNATURE
                        ? " for digital signature"
                        : " for user authentication")))
        .addRDN(BCStyle.OU, utf8(config.issuingBody()));
  }

  /** The authority's name in Japanese, for subjectAltName and issuerAltName. */
  X500Name japaneseName(CertificateType type) {
    return inJapan()
        .addRDN(BCStyle.O, utf8(config.organizationJapanese()))
        .addRDN(
            BCStyle.OU,
            utf8(
                type == CertificateType.SIGNATURE
                    ? config.signatureUnitJapanese()
                    : config.authenticationUnitJapanese()))
        .build();
  }

  X500Name subjectName(CertificateType type, String id) {
    X500NameBuilder name = inJapan();
    if (type == CertificateType.SIGNATURE) {
      name.addRDN(BCStyle.L, utf8(config.prefecture())).addRDN(BCStyle.L, utf8(config.city()));
    }
    return name.addRDN(BCStyle.CN, utf8(id)).build();
  }

  X500Name distributionPointName(CertificateType type) {
    return authority(type)
        .addRDN(BCStyle.OU, utf8("CRL Distribution Points"))
        .addRDN(BCStyle.CN, utf8(config.prefecture()))
        .addRDN(BCStyle.CN, utf8(config.city() + " CRLDP"))
        .build();
  }

  ASN1ObjectIdentifier policy(CertificateType type) {
    return new ASN1ObjectIdentifier(
        type == CertificateType.SIGNATURE
            ? config.signaturePolicy()
            : config.authenticationPolicy());
  }

  String cpsAddress() {
    return config.cpsAddress();
  }

  /**
   * With the key, so that a list can be checked with the generation that signed the certificate.
   */
  String listAddress(ListScope list, String keyId) {
    return config.publicAddress() + "/crl/" + list.path() + ".crl?keyId=" + keyId;
  }

  /** How many partitions new certificates are spread over; 0: they name the full list. */
  int listPartitions() {
    return config.listPartitions();
  }

  String certificateAddress(CertificateType type, String keyId) {
    return config.publicAddress() + "/ca/" + type.path() + ".cer?keyId=" + keyId;
  }

  String statusAddress(CertificateType type) {
    return config.publicAddress() + "/ocsp/" + type.path();
  }

  private static X500NameBuilder inJapan() {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, new DERPrintableString("JP"));
  }

  private static DERUTF8String utf8(String text) {
    return new DERUTF8String(text);
  }

  private static List<String> wrongSettings(ProfileConfig config) {
    List<String> wrong = new ArrayList<>();
    check(isOurs(config.organization(), 40), "authority.organization", wrong);
    check(isName(config.issuingBody()), "authority.issuing-body", wrong);
    check(isOurs(config.organizationJapanese(), 64), "authority.organization.japanese", wrong);
    check(isName(config.signatureUnitJapanese()), "authority.unit.sign.japanese", wrong);
    check(isName(config.authenticationUnitJapanese()), "authority.unit.auth.japanese", wrong);
    check(isRoman(config.prefecture()), "municipality.prefecture.roman", wrong);
    check(isRoman(config.city()), "municipality.city.roman", wrong);
    check(config.municipalityCode().matches("[0-9]{6}"), "municipality.code", wrong);
    check(isOwnPolicy(config.signaturePolicy()), "authority.policy.sign", wrong);
    check(isOwnPolicy(config.authenticationPolicy()), "authority.policy.auth", wrong);
    check(isAddress(config.cpsAddress()), "authority.cps", wrong);
    check(isBaseAddress(config.publicAddress()), "public.address", wrong);
    check(
        config.listPartitions() >= 0 && config.listPartitions() <= MOST_PARTITIONS,
        "crl.partitions",
        wrong);
    return wrong;
  }

  private static void check(boolean holds, String setting, List<String> wrong) {
    if (!holds) {
      wrong.add(setting);
    }
  }

  /** No certificate of ours may be mistaken for one of the national service. */
  private static boolean isOurs(String organization, int length) {
    String plain =
        Normalizer.normalize(organization, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    return isName(organization)
        && organization.length() <= length
        && !plain.equals("JPKI")
        && !plain.equals("公的個人認証サービス");
  }

  /** RFC 5280 appendix A.1: at most 64 characters. */
  private static boolean isName(String name) {
    return !name.isBlank() && name.codePointCount(0, name.length()) <= 64;
  }

  private static boolean isRoman(String name) {
    return name.matches("[A-Z][A-Za-z' -]{0,49}");
  }

  private static boolean isOwnPolicy(String oid) {
    return ASN1ObjectIdentifier.tryFromID(oid) != null
        && !(oid + ".").startsWith(NATIONAL_ARC + ".");
  }

  private static boolean isAddress(String address) {
    return address.matches("https?://[!-~]+");
  }

  /** Relying parties fetch lists without TLS, or they would need the answer to ask the question. */
  private static boolean isBaseAddress(String address) {
    try {
      URI uri = new URI(address);
      return "http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPath().isEmpty();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
