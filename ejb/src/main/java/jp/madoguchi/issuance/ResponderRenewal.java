package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.jpa.AuthorityGeneration;
import jp.madoguchi.issuance.jpa.AuthorityRepository;
import jp.madoguchi.settings.Settings;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Gives each generation's OCSP responder a new key when a third of its certificate's life is left.
 * Nobody can revoke such a certificate (id-pkix-ocsp-nocheck), so it lives for a short time:
 * setting {@code ocsp.responder.days} (90); 0 leaves it as long as its authority.
 */
@ApplicationScoped
public class ResponderRenewal {

  /** Clocks of relying parties that are slow. */
  private static final Duration BEFORE = Duration.ofHours(1);

  private Authorities authorities;
  private AuthorityRepository table;
  private AuthorityKeystores keystores;
  private SigningProvider signing;
  private AuditTrail trail;
  private OfficeClock clock;
  private Duration life;

  protected ResponderRenewal() {}

  @Inject
  public ResponderRenewal(
      Authorities authorities,
      AuthorityRepository table,
      AuthorityKeystores keystores,
      SigningProvider signing,
      AuditTrail trail,
      OfficeClock clock,
      Settings settings) {
    this.authorities = authorities;
    this.table = table;
    this.keystores = keystores;
    this.signing = signing;
    this.trail = trail;
    this.clock = clock;
    this.life = Duration.ofDays(settings.number("ocsp.responder.days", 90));
  }

  /** Harmless when repeated, and quick where nothing is due. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void renewDue(CertificateType type) {
    if (life.isZero() || authorities.all(type).stream().noneMatch(this::due)) {
      return;
    }
    table.oneAtATime();
    // Another node may have renewed while this one waited.
    authorities.load();
    List<Authority> due = authorities.all(type).stream().filter(this::due).toList();
    due.forEach(this::renew);
    authorities.load();
  }

  /** Takes up what another node renewed. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void follow(CertificateType type) {
    if (!sameAsTable(type)) {
      authorities.load();
    }
  }

  private boolean sameAsTable(CertificateType type) {
    List<Authority> loaded = authorities.all(type);
    return table.of(type).stream()
        .allMatch(
            row ->
                loaded.stream()
                    .filter(one -> one.keyId().equals(row.keyId()))
                    .anyMatch(one -> sameResponder(row, one)));
  }

  private static boolean sameResponder(AuthorityGeneration row, Authority authority) {
    return Arrays.equals(
        row.responderCertificate(), KeystoreAgreement.encoded(authority.responderCertificate()));
  }

  private boolean due(Authority authority) {
    Instant now = clock.instant();
    X509CertificateHolder own = authority.responderCertificate();
    Instant from = own.getNotBefore().toInstant();
    Instant to = own.getNotAfter().toInstant();
    boolean authorityLives = authority.certificate().isValidOn(Date.from(now));
    boolean tooLong = Duration.between(from, to).compareTo(life.plus(BEFORE).plusDays(1)) > 0;
    boolean ending = now.isAfter(to.minus(life.dividedBy(3))) && to.isBefore(authority.notAfter());
    return authorityLives && (now.isBefore(from) || ending || tooLong);
  }

  /**
   * The keystore first, then the table: if the latter fails, the keystore's responder answers all
   * the same, since its certificate is the authority's.
   */
  private void renew(Authority authority) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant from = later(now.minus(BEFORE), authority.certificate().getNotBefore().toInstant());
    Instant to =
        now.plus(life).isBefore(authority.notAfter()) ? now.plus(life) : authority.notAfter();
    Authority renewed =
        new AuthorityCeremony(authorities.profile(), signing, 0)
            .withNewResponder(authority, from, to);
    keystores.of(authority.type()).replaceResponder(renewed);
    table.of(authority.type()).stream()
        .filter(row -> row.keyId().equals(authority.keyId()))
        .forEach(row -> row.answeredBy(KeystoreAgreement.encoded(renewed.responderCertificate())));
    trail.record(
        Act.done("authority.responder-renewed", "AUTHORITY", authority.type().name())
            .with("keyId", authority.keyId())
            .with("validTo", to));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
