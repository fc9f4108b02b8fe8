package jp.madoguchi.issuance;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.cmp.CmpAnswer;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.issuance.jpa.OutsideRepository;
import jp.madoguchi.issuance.jpa.StoredCertificate;
import jp.madoguchi.transaction.NewTransaction;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Tells the authority outside what became of its certificates (rr, RFC 9483 4.2). What is told is
 * how each stands now, so that telling it twice, or late, does no harm.
 */
@ApplicationScoped
public class OutsideRevocations {

  private static final System.Logger LOG = System.getLogger(OutsideRevocations.class.getName());
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);
  private static final int AT_A_TIME = 50;

  private final Map<CertificateSerialNumber, Instant> postponed = new ConcurrentHashMap<>();
  private NewTransaction transaction;
  private OutsideRepository requests;
  private CertificateRepository certificates;
  private OutsideLine line;
  private AuditTrail trail;
  private OfficeClock clock;

  /** How a certificate stands. */
  private record Told(
      CertificateSerialNumber serial,
      CertificateType type,
      X509CertificateHolder issuer,
      int reason) {}

  protected OutsideRevocations() {}

  @Inject
  public OutsideRevocations(
      NewTransaction transaction,
      OutsideRepository requests,
      CertificateRepository certificates,
      OutsideLine line,
      AuditTrail trail,
      OfficeClock clock) {
    this.transaction = transaction;
    this.requests = requests;
    this.certificates = certificates;
    this.line = line;
    this.trail = trail;
    this.clock = clock;
  }

  void tell() {
    List<CertificateSerialNumber> untold = transaction.call(() -> requests.untold(AT_A_TIME));
    postponed.keySet().retainAll(untold);
    for (CertificateSerialNumber serial : untold) {
      if (line.rests()) {
        return;
      }
      if (isDue(serial)) {
        transaction.call(() -> standing(serial)).ifPresent(this::tell);
      }
    }
  }

  private boolean isDue(CertificateSerialNumber serial) {
    Instant until = postponed.get(serial);
    Instant now = clock.instant();
    return until == null || !until.isAfter(now) || until.isAfter(now.plus(AFTER_REFUSAL));
  }

  private Optional<Told> standing(CertificateSerialNumber serial) {
    return certificates
        .find(serial)
        .filter(StoredCertificate::outsidePending)
        .map(found -> new Told(serial, found.type(), issuer(found.outsideKeyId()), reason(found)));
  }

  private static int reason(StoredCertificate certificate) {
    RevocationReason reason = certificate.status().reason();
    return (reason == null ? RevocationReason.REMOVE_FROM_CRL : reason).code();
  }

  private X509CertificateHolder issuer(String keyId) {
    try {
      return new X509CertificateHolder(requests.issuer(keyId).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(Told told) {
    CmpAnswer answer =
        line.ask(
                told.type(),
                peer ->
                    peer.revoke(
                        told.issuer().getSubject(),
                        told.serial().value(),
                        told.reason(),
                        clock.instant()))
            .answer();
    boolean known =
        answer instanceof CmpAnswer.Done
            || answer instanceof CmpAnswer.Refused refused && refused.isRevokedAlready();
    if (known) {
      transaction.call(() -> note(told));
    } else if (answer instanceof CmpAnswer.Refused refused) {
      postponed.put(told.serial(), clock.instant().plus(AFTER_REFUSAL));
      LOG.log(
          WARNING,
          "The authority outside does not change the state of {0}: {1}",
          told.serial(),
          refused.text());
    }
  }

  /** What changed again meanwhile is told again. */
  private boolean note(Told told) {
    StoredCertificate certificate = certificates.findForChange(told.serial()).orElseThrow();
    boolean same = certificate.outsidePending() && reason(certificate) == told.reason();
    if (same) {
      certificate.told();
      trail.record(
          Act.done("certificate.told-outside", "CERTIFICATE", told.serial().hex())
              .with("reason", RevocationReason.of(told.reason())));
    }
    return same;
  }
}
