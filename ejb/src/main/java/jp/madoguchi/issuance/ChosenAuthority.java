package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jp.madoguchi.settings.Settings;

/** Which authority the counter orders from, by the setting {@code authority.adapter}. */
@ApplicationScoped
class ChosenAuthority {

  @Produces
  @ApplicationScoped
  CertificationAuthority chosen(
      Settings settings, OwnCertificationAuthority own, OutsideCertificationAuthority outside) {
    return AuthorityAdapter.of(settings) == AuthorityAdapter.CMP ? outside : own;
  }
}
