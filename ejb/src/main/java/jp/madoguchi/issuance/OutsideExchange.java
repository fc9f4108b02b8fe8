package jp.madoguchi.issuance;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.cmp.CmpAnswer;
import jp.madoguchi.issuance.cmp.CmpReply;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.issuance.jpa.OutsideRepository;
import jp.madoguchi.issuance.jpa.OutsideRequest;
import jp.madoguchi.issuance.jpa.StoredCertificate;
import jp.madoguchi.transaction.NewTransaction;
import org.bouncycastle.asn1.crmf.CertTemplate;

/**
 * Goes on with what was asked for outside (RFC 4210 5.3): request, polling, comparison,
 * confirmation. Each step is claimed and committed before its message is sent, and no transaction
 * is open while the answer is waited for.
 */
@ApplicationScoped
public class OutsideExchange {

  private static final System.Logger LOG = System.getLogger(OutsideExchange.class.getName());

  private NewTransaction transaction;
  private OutsideRepository requests;
  private CertificateRepository certificates;
  private OutsideLine line;
  private AuditTrail trail;
  private OfficeClock clock;

  protected OutsideExchange() {}

  @Inject
  public OutsideExchange(
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

  /** Whether an authority outside is described in the settings. */
  boolean possible() {
    return line.present();
  }

  /** Until it is over, or the authority outside has to be waited for. */
  void goOn(long id) {
    boolean more = true;
    while (more && !line.rests()) {
      Optional<OutsideRequest> claimed = transaction.call(() -> claim(id));
      if (claimed.isEmpty()) {
        return;
      }
      CmpReply reply = ask(claimed.get());
      boolean confirmed = !claimed.get().withdrawn();
      more = transaction.call(() -> take(id, reply, confirmed));
    }
  }

  private Optional<OutsideRequest> claim(long id) {
    return Optional.ofNullable(requests.lock(id)).filter(found -> found.claim(clock.instant()));
  }

  private CmpReply ask(OutsideRequest request) {
    Instant now = clock.instant();
    return line.ask(
        request.type(),
        peer ->
            switch (request.state()) {
              case ASKED ->
                  peer.request(
                      request.transaction(), CertTemplate.getInstance(request.template()), now);
              case WAITING -> peer.poll(request.transaction(), now);
              case OFFERED ->
                  request.withdrawn()
                      ? peer.reject(
                          request.transaction(), request.certificate(), "not wanted any more", now)
                      : peer.confirm(request.transaction(), request.certificate(), now);
              case UNFIT ->
                  peer.reject(request.transaction(), request.certificate(), request.fault(), now);
              case DONE, REFUSED, WITHDRAWN ->
                  throw new IllegalStateException("Nothing is asked of " + request.state());
            });
  }

  /**
   * Whether there is something to be sent at once.
   *
   * @param confirmed whether what was offered was taken when the message left
   */
  private boolean take(long id, CmpReply reply, boolean confirmed) {
    OutsideRequest request = requests.lock(id);
    request.answered(reply.peerNonce());
    Instant now = clock.instant();
    CmpAnswer answer = reply.answer();
    if (answer instanceof CmpAnswer.Issued issued) {
      return issued(request, issued.certificate(), now);
    }
    if (answer instanceof CmpAnswer.Refused refused) {
      return refused(request, refused, now);
    }
    if (answer instanceof CmpAnswer.Waiting waiting) {
      request.waitUntil(now.plus(waiting.after()));
      return false;
    }
    return answer instanceof CmpAnswer.Done ? done(request, confirmed, now) : later(request, now);
  }

  private static boolean later(OutsideRequest request, Instant now) {
    request.tryLater(now);
    return false;
  }

  private boolean refused(OutsideRequest request, CmpAnswer.Refused refused, Instant now) {
    if (refused.passes()) {
      return later(request, now);
    }
    return switch (request.state()) {
      case ASKED -> {
        if (refused.knowsTheTransaction()) {
          request.waitUntil(now);
          yield true;
        }
        yield refuse(request, refused.text());
      }
      case WAITING ->
          refused.byError() ? startOver(request, refused, now) : refuse(request, refused.text());
      case OFFERED -> {
        if (refused.isConfirmedAlready()) {
          yield done(request, true, now);
        }
        yield request.withdrawn()
            ? refuse(request, refused.text())
            : startOver(request, refused, now);
      }
      case UNFIT -> refuse(request, request.fault());
      case DONE, REFUSED, WITHDRAWN -> false;
    };
  }

  private boolean startOver(OutsideRequest request, CmpAnswer.Refused refused, Instant now) {
    LOG.log(WARNING, "A request outside begins again: {0}", refused.text());
    request.startOver(refused.text(), now);
    return false;
  }

  private boolean refuse(OutsideRequest request, String why) {
    request.refuse(why);
    LOG.log(WARNING, "The authority outside and this office do not agree: {0}", why);
    trail.record(
        Act.refused("certificate.refused-outside", "APPLICATION", request.receptionNumber(), why)
            .with("type", request.type()));
    return false;
  }

  private boolean issued(OutsideRequest request, byte[] der, Instant now) {
    OutsideCheck.Outcome outcome = check(request, der, now);
    if (outcome.fit().isEmpty()) {
      request.unfit(der, "the certificate breaks: " + String.join(", ", outcome.broken()), now);
    } else if (certificates.find(outcome.fit().get().serial()).isPresent()) {
      request.unfit(der, "the serial number is another certificate's", now);
    } else {
      request.offer(der, now);
    }
    return true;
  }

  private OutsideCheck.Outcome check(OutsideRequest request, byte[] der, Instant now) {
    return new OutsideCheck(request.template(), line.issuers(request.type()), now).of(der);
  }

  private boolean done(OutsideRequest request, boolean confirmed, Instant now) {
    if (request.state() == OutsideState.UNFIT) {
      return refuse(request, request.fault());
    }
    if (request.withdrawn() && !confirmed) {
      return refuse(request, "not wanted any more");
    }
    if (request.state() != OutsideState.OFFERED) {
      return later(request, now);
    }
    OutsideCertificate issued =
        check(request, request.certificate(), now)
            .fit()
            .orElseThrow(() -> new IllegalStateException("What was confirmed is fit no more"));
    requests.keepIssuer(issued.issuerKeyId(), issued.issuer());
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    StoredCertificate certificate = new StoredCertificate(request, issued, second);
    certificates.add(certificate);
    request.done(issued.serial());
    trail.record(
        Act.done("certificate.issued-outside", "CERTIFICATE", issued.serial().hex())
            .with("type", request.type())
            .with("resident", request.residentId())
            .with("reception", request.receptionNumber())
            .with("issuer", issued.issuerKeyId()));
    if (request.withdrawn()) {
      abandon(certificate, second);
    }
    return false;
  }

  /** It was given up while the confirmation was on its way: it is in force, and has to be ended. */
  private void abandon(StoredCertificate certificate, Instant now) {
    certificate.revoked(RevocationReason.CESSATION_OF_OPERATION, now);
    trail.record(
        Act.done("certificate.abandoned", "CERTIFICATE", certificate.serial().hex())
            .with("type", certificate.type()));
  }
}
