package jp.madoguchi.issuance;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;

/** The lints of the extensions that do not depend on the holder. */
final class ExtensionLints {

  static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";

  private static final String KEY_USAGE = "2.5.29.15";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String POLICIES = "2.5.29.32";
  private static final String ISSUER_ALTERNATIVE_NAME = "2.5.29.18";
  private static final String DISTRIBUTION_POINTS = "2.5.29.31";
  private static final String ACCESS = "1.3.6.1.5.5.7.1.1";
  private static final String AUTHORITY_KEY = "2.5.29.35";
  private static final String SUBJECT_KEY = "2.5.29.14";

  private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
  private static final String CPS = "1.3.6.1.5.5.7.2.1";
  private static final String OCSP = "1.3.6.1.5.5.7.48.1";
  private static final String CA_ISSUERS = "1.3.6.1.5.5.7.48.2";
  private static final int DIRECTORY_NAME = 4;
  private static final int ADDRESS = 6;

  static final List<Lint> ALL =
      List.of(
          new Lint(
              "extensions_are_those_of_the_type",
              "certificates: end entity",
              (draft, expected) -> oids(draft).equals(expectedOids(expected))),
          new Lint(
              "critical_are_key_usage_and_policies",
              "certificates: end entity",
              (draft, expected) ->
                  draft.extensions().stream()
                      .filter(Draft.DraftExtension::critical)
                      .map(Draft.DraftExtension::oid)
                      .collect(Collectors.toSet())
                      .equals(Set.of(KEY_USAGE, POLICIES))),
          new Lint(
              "key_usage_is_that_of_the_type",
              "RFC 5280 4.2.1.3",
              (draft, expected) ->
                  Arrays.equals(
                      FieldLints.der((ASN1BitString) required(draft, KEY_USAGE)),
                      HexFormat.of().parseHex(expected.forSignature() ? "030206c0" : "03020780"))),
          new Lint(
              "purpose_is_client_authentication_or_none",
              "RFC 5280 4.2.1.12",
              (draft, expected) ->
                  expected.forSignature()
                      || hasOnly(required(draft, EXTENDED_KEY_USAGE), CLIENT_AUTHENTICATION)),
          new Lint("policy_is_the_one_of_the_type", "RFC 5280 4.2.1.4", ExtensionLints::isPolicy),
          new Lint(
              "issuer_alternative_name_is_the_authoritys",
              "certificates: issuerAltName",
              (draft, expected) ->
                  required(draft, ISSUER_ALTERNATIVE_NAME)
                      .equals(expected.ofAuthority(SUBJECT_ALTERNATIVE_NAME))),
          new Lint(
              "distribution_point_has_name_and_address",
              "RFC 5280 4.2.1.13",
              ExtensionLints::isDistributionPoint),
          new Lint("access_names_status_and_issuer", "RFC 5280 4.2.2.1", ExtensionLints::isAccess),
          new Lint(
              "authority_key_is_the_issuers",
              "RFC 5280 4.2.1.1",
              (draft, expected) -> isAuthorityKey(draft, expected)),
          new Lint(
              "subject_key_is_the_hash_of_the_key",
              "RFC 5280 4.2.1.2",
              (draft, expected) ->
                  Arrays.equals(
                      ((ASN1OctetString) required(draft, SUBJECT_KEY)).getOctets(),
                      KeyIdentifier.hash(
                          "SHA-1", ((ASN1BitString) draft.key().getObjectAt(1)).getOctets()))));

  private ExtensionLints() {}

  static ASN1Primitive required(Draft draft, String oid) {
    return draft.extension(oid).orElseThrow();
  }

  private static List<String> oids(Draft draft) {
    return draft.extensions().stream().map(Draft.DraftExtension::oid).sorted().toList();
  }

  private static List<String> expectedOids(LintExpectation expected) {
    return Stream.of(
            KEY_USAGE,
            POLICIES,
            expected.forSignature() ? SUBJECT_ALTERNATIVE_NAME : EXTENDED_KEY_USAGE,
            ISSUER_ALTERNATIVE_NAME,
            DISTRIBUTION_POINTS,
            ACCESS,
            AUTHORITY_KEY,
            SUBJECT_KEY)
        .sorted()
        .toList();
  }

  private static boolean hasOnly(ASN1Primitive purposes, String oid) {
    ASN1Sequence list = (ASN1Sequence) purposes;
    return list.size() == 1 && isOid(list.getObjectAt(0), oid);
  }

  private static boolean isPolicy(Draft draft, LintExpectation expected) {
    ASN1Sequence policies = (ASN1Sequence) required(draft, POLICIES);
    ASN1Sequence policy = (ASN1Sequence) policies.getObjectAt(0);
    ProfileConfig profile = expected.profile();
    if (policies.size() != 1) {
      return false;
    }
    if (!expected.forSignature()) {
      return policy.size() == 1 && isOid(policy.getObjectAt(0), profile.authenticationPolicy());
    }
    ASN1Sequence qualifiers = (ASN1Sequence) policy.getObjectAt(1);
    ASN1Sequence qualifier = (ASN1Sequence) qualifiers.getObjectAt(0);
    return isOid(policy.getObjectAt(0), profile.signaturePolicy())
        && qualifiers.size() == 1
        && isOid(qualifier.getObjectAt(0), CPS)
        && ((ASN1IA5String) qualifier.getObjectAt(1)).getString().equals(profile.cpsAddress());
  }

  private static boolean isDistributionPoint(Draft draft, LintExpectation expected) {
    ASN1Sequence points = (ASN1Sequence) required(draft, DISTRIBUTION_POINTS);
    ASN1Sequence point = (ASN1Sequence) points.getObjectAt(0);
    ASN1TaggedObject name = tagged(point.getObjectAt(0), 0);
    ASN1TaggedObject full = tagged(name.getExplicitBaseObject(), 0);
    ASN1Sequence names = (ASN1Sequence) full.getBaseUniversal(false, 16);
    ASN1Sequence directory =
        (ASN1Sequence) tagged(names.getObjectAt(0), DIRECTORY_NAME).getExplicitBaseObject();
    String last = attribute(directory, directory.size() - 1);
    String address = address(names.getObjectAt(1));
    return points.size() == 1
        && point.size() == 1
        && names.size() == 2
        && attribute(directory, directory.size() - 2).equals(expected.profile().prefecture())
        && attribute(directory, directory.size() - 3).equals("CRL Distribution Points")
        && last.equals(expected.profile().city() + " CRLDP")
        && expected.list().type() == expected.order().type()
        && address.startsWith(
            expected.profile().publicAddress() + "/crl/" + expected.list().path() + ".crl?");
  }

  private static String attribute(ASN1Sequence name, int index) {
    ASN1Set set = (ASN1Set) name.getObjectAt(index);
    return ((ASN1Sequence) set.getObjectAt(0)).getObjectAt(1).toString();
  }

  private static boolean isAccess(Draft draft, LintExpectation expected) {
    ASN1Sequence access = (ASN1Sequence) required(draft, ACCESS);
    ASN1Sequence status = (ASN1Sequence) access.getObjectAt(0);
    ASN1Sequence issuer = (ASN1Sequence) access.getObjectAt(1);
    String base = expected.profile().publicAddress();
    String path = expected.order().type().path();
    return access.size() == 2
        && isOid(status.getObjectAt(0), OCSP)
        && address(status.getObjectAt(1)).equals(base + "/ocsp/" + path)
        && isOid(issuer.getObjectAt(0), CA_ISSUERS)
        && address(issuer.getObjectAt(1)).startsWith(base + "/ca/" + path + ".cer");
  }

  private static boolean isAuthorityKey(Draft draft, LintExpectation expected) {
    ASN1Sequence parts = (ASN1Sequence) required(draft, AUTHORITY_KEY);
    byte[] named =
        ((ASN1OctetString) tagged(parts.getObjectAt(0), 0).getBaseUniversal(false, 4)).getOctets();
    return parts.size() == 1
        && Arrays.equals(named, ((ASN1OctetString) expected.ofAuthority(SUBJECT_KEY)).getOctets());
  }

  private static String address(ASN1Encodable name) {
    return ((ASN1IA5String) tagged(name, ADDRESS).getBaseUniversal(false, 22)).getString();
  }

  static ASN1TaggedObject tagged(ASN1Encodable value, int tag) {
    ASN1TaggedObject tagged = (ASN1TaggedObject) value;
    if (!tagged.hasContextTag(tag)) {
      throw new IllegalArgumentException("not tagged [" + tag + "]");
    }
    return tagged;
  }

  static boolean isOid(ASN1Encodable value, String oid) {
    return value instanceof ASN1ObjectIdentifier found && found.getId().equals(oid);
  }
}
