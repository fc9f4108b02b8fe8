package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZonedDateTime;
import java.util.Optional;
import jp.madoguchi.settings.Settings;

/**
 * Which authority the counter orders from: the setting {@code authority.adapter} as it stands with
 * each order, like every other setting. What was asked for outside stays there, whatever the
 * setting says since: one key, one certificate.
 */
@ApplicationScoped
public class ChosenAuthority implements CertificationAuthority {

  private Settings settings;
  private OwnCertificationAuthority own;
  private OutsideCertificationAuthority outside;

  protected ChosenAuthority() {}

  @Inject
  public ChosenAuthority(
      Settings settings, OwnCertificationAuthority own, OutsideCertificationAuthority outside) {
    this.settings = settings;
    this.own = own;
    this.outside = outside;
  }

  @Override
  public Optional<ZonedDateTime> awayUntil() {
    return own.awayUntil();
  }

  @Override
  public CertificateSerialNumber plan(CertificateOrder order) {
    boolean fromOutside =
        AuthorityAdapter.of(settings) == AuthorityAdapter.CMP || outside.wasAskedFor(order);
    return fromOutside ? outside.plan(order) : own.plan(order);
  }

  @Override
  public IssuedCertificate issue(CertificateSerialNumber serial) {
    return own.issue(serial);
  }

  @Override
  public void publish(CertificateSerialNumber serial) {
    own.publish(serial);
  }

  @Override
  public void revoke(CertificateSerialNumber serial, RevocationReason reason) {
    own.revoke(serial, reason);
  }

  @Override
  public boolean revokeIfLive(CertificateSerialNumber serial, RevocationReason reason) {
    return own.revokeIfLive(serial, reason);
  }

  @Override
  public void abandon(CertificateSerialNumber serial) {
    own.abandon(serial);
  }

  @Override
  public void withdraw(String receptionNumber, CertificateType type) {
    outside.withdraw(receptionNumber, type);
  }
}
