package jp.madoguchi.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificationAuthority;
import jp.madoguchi.issuance.RevocationReason;

/** Changes how certificates stand, and keeps for what and by which papers it was done. */
@ApplicationScoped
public class StatusActs {

  private final CertificationAuthority authority;
  private final RequestBook book;
  private final OfficeClock clock;
  private final AuditTrail trail;

  protected StatusActs() {
    this(null, null, null, null);
  }

  @Inject
  public StatusActs(
      CertificationAuthority authority, RequestBook book, OfficeClock clock, AuditTrail trail) {
    this.authority = authority;
    this.book = book;
    this.clock = clock;
    this.trail = trail;
  }

  /**
   * Revokes, suspends or reinstates what is live; anything else stays as it is.
   *
   * @param rule the rule by which it is done
   */
  void apply(String subject, CertificateStatus certificate, RevocationReason reason, String rule) {
    if (authority.revokeIfLive(certificate.serial(), reason)) {
      book.add(new StatusAct(subject, certificate, reason, clock.instant()));
      trail.record(
          Act.done("certificate.status-changed", "CERTIFICATE", certificate.serial().hex())
              .with("type", certificate.type())
              .with("rule", rule)
              .with("reason", reason)
              .with("by", subject));
    }
  }
}
