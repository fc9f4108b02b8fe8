package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.jpa.AuthorityGeneration;
import jp.madoguchi.issuance.jpa.AuthorityRepository;
import jp.madoguchi.issuance.jpa.Renewal;
import jp.madoguchi.issuance.jpa.RenewalRepository;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.transaction.NewTransaction;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Gives an authority its next key, under the same name; the former ones go on answering for what
 * they signed.
 *
 * <p>It is cut nowhere in a way that stops the authority: first the new generation is committed as
 * prepared, then its key is written, then it is made the current one. What is prepared signs
 * nothing; a key that was never written is made anew when the rollover is resumed. The caller's
 * transaction keeps every other node out until it ends.
 */
@ApplicationScoped
public class AuthorityRollover {

  /** Certificates begin within their authority's time even where the clock is put back. */
  private static final Duration BEFORE = Duration.ofHours(1);

  private NewTransaction transaction;
  private AuthorityRepository table;
  private RenewalRepository renewals;
  private AuthorityKeystores keystores;
  private Authorities authorities;
  private SigningProvider signing;
  private AuditTrail trail;
  private OfficeClock clock;
  private Settings settings;

  protected AuthorityRollover() {}

  @Inject
  public AuthorityRollover(
      NewTransaction transaction,
      AuthorityRepository table,
      RenewalRepository renewals,
      AuthorityKeystores keystores,
      Authorities authorities,
      SigningProvider signing,
      AuditTrail trail,
      OfficeClock clock,
      Settings settings) {
    this.transaction = transaction;
    this.table = table;
    this.renewals = renewals;
    this.keystores = keystores;
    this.authorities = authorities;
    this.signing = signing;
    this.trail = trail;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Does what was granted, or goes on where it was cut off.
   *
   * @throws BusinessException {@code authority-token-away}; it can be resumed
   */
  void perform(long id) {
    Authority fresh = transaction.call(() -> prepare(renewals.lock(id)));
    write(fresh);
    transaction.call(() -> activate(renewals.lock(id), fresh));
    transaction.call(
        () -> {
          authorities.load();
          return null;
        });
  }

  private Authority prepare(Renewal renewal) {
    List<Authority> kept = keystores.of(renewal.type()).read();
    for (AuthorityGeneration row : table.of(renewal.type())) {
      Optional<Authority> written = with(row.keyId(), kept);
      if (row.prepared() && written.isPresent()) {
        return written.get();
      }
      if (row.prepared()) {
        table.drop(row);
      }
    }
    Authority fresh =
        keystores.make(renewal.type(), renewal.home(), ceremony(), clock.now().minus(BEFORE));
    table.add(generation(fresh).prepare());
    return fresh;
  }

  private AuthorityCeremony ceremony() {
    return new AuthorityCeremony(
        authorities.profile(), signing, settings.number("authority.years", 12));
  }

  static AuthorityGeneration generation(Authority authority) {
    return new AuthorityGeneration(
        authority.type(),
        authority.keyId(),
        KeystoreAgreement.encoded(authority.certificate()),
        KeystoreAgreement.encoded(authority.responderCertificate()),
        authority.notBefore(),
        authority.notAfter());
  }

  private void write(Authority fresh) {
    AuthorityKeystore keystore = keystores.of(fresh.type());
    List<Authority> all = new ArrayList<>(keystore.read());
    if (with(fresh.keyId(), all).isEmpty()) {
      all.add(fresh);
      keystore.write(all);
    }
  }

  private Void activate(Renewal renewal, Authority fresh) {
    Authority former = authorities.current(renewal.type());
    table.of(renewal.type()).stream().filter(AuthorityGeneration::current).forEach(table::retire);
    AuthorityGeneration row = table.find(fresh.keyId()).orElseThrow();
    row.activate(newWithOld(fresh, former), oldWithNew(fresh, former));
    renewal.done(fresh.keyId());
    trail.record(
        Act.done("authority.renewed", "AUTHORITY", renewal.type().name())
            .with("keyId", fresh.keyId())
            .with("formerKeyId", former.keyId())
            .with("home", fresh.home())
            .with("validTo", fresh.notAfter()));
    return null;
  }

  /** A former key that is lost with its token can sign nothing, and must not stop its successor. */
  private byte[] newWithOld(Authority fresh, Authority former) {
    try {
      return encoded(
          ceremony()
              .link(
                  fresh, former, fresh.notBefore(), earlier(fresh.notAfter(), former.notAfter())));
    } catch (BusinessException tokenAway) {
      return null;
    }
  }

  private byte[] oldWithNew(Authority fresh, Authority former) {
    return encoded(ceremony().link(former, fresh, former.notBefore(), former.notAfter()));
  }

  private static byte[] encoded(X509CertificateHolder certificate) {
    return KeystoreAgreement.encoded(certificate);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Optional<Authority> with(String keyId, List<Authority> all) {
    return all.stream().filter(one -> one.keyId().equals(keyId)).findFirst();
  }
}
