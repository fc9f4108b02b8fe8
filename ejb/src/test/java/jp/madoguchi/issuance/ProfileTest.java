package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jp.madoguchi.problem.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

  @Test
  void theDefaultsAreAProfileOfOurOwn() {
    Profile profile = Profile.of(ProfileConfig.from(new ChosenSettings()));
    assertThat(profile.authorityName(CertificateType.SIGNATURE))
        .hasToString(
            "C=JP,O=MADOGUCHI-TEST,OU=MADOGUCHI-TEST for digital signature,"
                + "OU=Madoguchi Test Certification Body");
    assertThat(profile.policy(CertificateType.SIGNATURE).getId()).startsWith("2.25.");
    assertThat(profile.policy(CertificateType.SIGNATURE))
        .isNotEqualTo(profile.policy(CertificateType.USER_AUTHENTICATION));
  }

  @ParameterizedTest
  @CsvSource({
    // no certificate of ours may be taken for one of the national service
    "authority.organization, JPKI",
    "authority.organization, ' jpki '",
    "authority.organization, ＪＰＫＩ",
    "authority.organization.japanese, 公的個人認証サービス",
    "authority.policy.sign, 1.2.392.200149.8.5.1.1.20",
    "authority.policy.auth, 1.2.392.200149.8.5.1.3.30",
    // malformed
    "authority.policy.sign, 3.1",
    "authority.cps, ftp://example.jp",
    "public.address, https://example.jp",
    "public.address, http://example.jp/",
    "public.address, example.jp",
    "municipality.code, 14212",
    "municipality.city.roman, 厚木市",
    // longer than X.520 allows
    "authority.issuing-body, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  })
  void aWrongSettingIsNamed(String setting, String value) {
    ProfileConfig config = ProfileConfig.from(new ChosenSettings().with(setting, value));
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> Profile.of(config))
        .satisfies(
            e -> {
              assertThat(e.problem().code()).isEqualTo("profile-config-wrong");
              assertThat(e.problem().arguments().get(0).toString()).contains(setting);
            });
  }
}
