package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.jpa.AuthorityRepository;
import jp.madoguchi.issuance.jpa.RevocationListRepository;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;

/**
 * The certificate revocation lists (RFC 5280 5): a full list for each authority, new when something
 * was revoked since the last one, and at the latest after 24 hours.
 *
 * <p>Every generation of an authority signs the same entries, so that a certificate can be checked
 * with the key that signed it. A list's number is given under a lock on the authority, and rises
 * even after the database was restored from a backup, since it is never below the time in seconds.
 */
@ApplicationScoped
public class RevocationLists {

  private static final Duration RENEWED_AFTER = Duration.ofHours(24);

  /** Longer than the renewal, so that an outage of a day leaves relying parties with a list. */
  private static final Duration VALID = Duration.ofHours(48);

  /** RFC 5280 3.3: a certificate stays for one list beyond its end. */
  private static final Duration KEPT_AFTER_END = VALID;

  private Authorities authorities;
  private AuthorityRepository table;
  private RevocationListRepository lists;
  private SigningProvider signing;
  private AuditTrail trail;
  private OfficeClock clock;

  protected RevocationLists() {}

  @Inject
  public RevocationLists(
      Authorities authorities,
      AuthorityRepository table,
      RevocationListRepository lists,
      SigningProvider signing,
      AuditTrail trail,
      OfficeClock clock) {
    this.authorities = authorities;
    this.table = table;
    this.lists = lists;
    this.signing = signing;
    this.trail = trail;
    this.clock = clock;
  }

  /** The list that the current generation signs. */
  public RevocationList current(CertificateType type) {
    return newest(type, authorities.current(type));
  }

  /** The list that a certain generation signs; empty where the authority has no such key. */
  public Optional<RevocationList> current(CertificateType type, String keyId) {
    return authorities.withKey(type, keyId).map(authority -> newest(type, authority));
  }

  private RevocationList newest(CertificateType type, Authority authority) {
    return fresh(type, authority)
        .orElseGet(
            () -> {
              table.lock(type);
              return fresh(type, authority).orElseGet(() -> publish(type, authority));
            });
  }

  /**
   * What is pending is looked at first: a list that is read afterwards says all that was said when
   * nothing was pending. The other way round, a list could be given out that was just replaced.
   */
  private Optional<RevocationList> fresh(CertificateType type, Authority authority) {
    if (lists.pending(type)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return lists
        .newest(authority.keyId())
        .filter(list -> !now.isBefore(list.thisUpdate()))
        .filter(list -> now.isBefore(list.thisUpdate().plus(RENEWED_AFTER)));
  }

  /** Publishes for all generations, and gives back the list of the one that was asked for. */
  private RevocationList publish(CertificateType type, Authority asked) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    lists.clearPending(type);
    List<RevokedEntry> entries = lists.revoked(type, now.minus(KEPT_AFTER_END));
    long number = Math.max(lists.lastNumber(type) + 1, now.getEpochSecond());
    RevocationList answer = null;
    for (Authority authority : authorities.all(type)) {
      RevocationList list = sign(authority, entries, number++, now);
      lists.add(list);
      trail.record(
          Act.done("revocation-list.published", "AUTHORITY", type.name())
              .with("number", list.number())
              .with("entries", entries.size()));
      answer = authority.keyId().equals(asked.keyId()) ? list : answer;
    }
    return answer;
  }

  private RevocationList sign(
      Authority authority, List<RevokedEntry> entries, long number, Instant now) {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(authority.certificate().getSubject(), Date.from(now));
    builder.setNextUpdate(Date.from(now.plus(VALID)));
    entries.forEach(entry -> add(entry, builder));
    try {
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new AuthorityKeyIdentifier(
              KeyIdentifier.of(authority.certificate().getSubjectPublicKeyInfo())));
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
      byte[] der = builder.build(signing.with(authority.key())).getEncoded();
      return new RevocationList(
          authority.type(), authority.keyId(), number, now, now.plus(VALID), der);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** RFC 5280 5.3.1: the reason unspecified is left out. */
  private static void add(RevokedEntry entry, X509v2CRLBuilder builder) {
    builder.addCRLEntry(entry.serial(), Date.from(entry.revokedAt()), entry.reason().code());
  }
}
