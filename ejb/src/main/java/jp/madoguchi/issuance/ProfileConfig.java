package jp.madoguchi.issuance;

import jp.madoguchi.settings.Settings;

/**
 * What an installation says about its certificates, not yet checked; {@link Profile#of} checks it.
 *
 * @param organization O of the authorities; never the national service's
 * @param issuingBody the second OU of the authorities
 * @param organizationJapanese O of the alternative names
 * @param signatureUnitJapanese OU of the alternative name of the authority for 署名用
 * @param authenticationUnitJapanese the same for 利用者証明用
 * @param prefecture romanised, first L of a 署名用 subject: {@code Kanagawa}
 * @param city romanised, second L: {@code Atsugi-shi}
 * @param municipalityCode six digits with the check digit
 * @param signaturePolicy OID in dotted form
 * @param authenticationPolicy OID in dotted form
 * @param cpsAddress where the certification practice statement is
 * @param publicAddress scheme, host and port under which relying parties reach this system, without
 *     a path
 * @param listPartitions over how many revocation lists new certificates are spread; 0: one list
 */
public record ProfileConfig(
    String organization,
    String issuingBody,
    String organizationJapanese,
    String signatureUnitJapanese,
    String authenticationUnitJapanese,
    String prefecture,
    String city,
    String municipalityCode,
    String signaturePolicy,
    String authenticationPolicy,
    String cpsAddress,
    String publicAddress,
    int listPartitions) {

  /** An arc of our own under the UUID arc (ITU-T X.667), not the national one. */
  private static final String OWN_ARC = "2.25.284269316666853269096304865943140233522";

  public static ProfileConfig from(Settings settings) {
    String address = settings.text("public.address", "http://127.0.0.1:8080");
    return new ProfileConfig(
        settings.text("authority.organization", "MADOGUCHI-TEST"),
        settings.text("authority.issuing-body", "Madoguchi Test Certification Body"),
        settings.text("authority.organization.japanese", "窓口試験認証サービス"),
        settings.text("authority.unit.sign.japanese", "窓口試験認証サービス署名用"),
        settings.text("authority.unit.auth.japanese", "窓口試験認証サービス利用者証明用"),
        settings.text("municipality.prefecture.roman", "Kanagawa"),
        settings.text("municipality.city.roman", "Atsugi-shi"),
        settings.text("municipality.code", "142123"),
        settings.text("authority.policy.sign", OWN_ARC + ".1"),
        settings.text("authority.policy.auth", OWN_ARC + ".2"),
        settings.text("authority.cps", address + "/cps"),
        address,
        settings.number("crl.partitions", 0));
  }
}
