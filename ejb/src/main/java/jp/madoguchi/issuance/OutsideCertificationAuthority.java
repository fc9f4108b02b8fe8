package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.issuance.jpa.OutsideRepository;
import jp.madoguchi.issuance.jpa.OutsideRequest;
import jp.madoguchi.issuance.jpa.StoredCertificate;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.transaction.NewTransaction;

/**
 * Another authority, asked by CMP. A plan is there when its certificate has come, was compared with
 * the order, and was confirmed; until then each call says that the authority has to be waited for,
 * and goes on with the one request that the journal keeps for the key.
 *
 * <p>What happens to a certificate afterwards is recorded here as for our own ones, and told
 * outside by {@link OutsideCourier}. Certificates that our own authority issued earlier stay with
 * it.
 */
@ApplicationScoped
public class OutsideCertificationAuthority {

  private OwnCertificationAuthority own;
  private Authorities authorities;
  private CertificateRepository certificates;
  private OutsideRepository requests;
  private OutsideExchange exchange;
  private NewTransaction transaction;
  private AuditTrail trail;
  private OfficeClock clock;

  protected OutsideCertificationAuthority() {}

  @Inject
  public OutsideCertificationAuthority(
      OwnCertificationAuthority own,
      Authorities authorities,
      CertificateRepository certificates,
      OutsideRepository requests,
      OutsideExchange exchange,
      NewTransaction transaction,
      AuditTrail trail,
      OfficeClock clock) {
    this.own = own;
    this.authorities = authorities;
    this.certificates = certificates;
    this.requests = requests;
    this.exchange = exchange;
    this.transaction = transaction;
    this.trail = trail;
    this.clock = clock;
  }

  /** As {@link CertificationAuthority#plan}. */
  CertificateSerialNumber plan(CertificateOrder order) {
    own.refuseWhileAway();
    KeyCheck.weaknessOf(order.key())
        .ifPresent(
            weakness -> {
              throw Problem.refused("weak-key", weakness).asException();
            });
    long id = transaction.call(() -> ask(order));
    exchange.goOn(id);
    return transaction.call(() -> outcome(id));
  }

  /** Whether a certificate for this key is to be expected from there, or came from there. */
  boolean wasAskedFor(CertificateOrder order) {
    return exchange.possible() && requests.isAsked(CertificateTemplate.keyHash(order));
  }

  /** The one request for this key, new or as far as it came. */
  private long ask(CertificateOrder order) {
    byte[] keyHash = CertificateTemplate.keyHash(order);
    Optional<OutsideRequest> known = requests.lockByKey(keyHash);
    if (known.isPresent()) {
      return again(known.get(), order);
    }
    if (certificates.findByKey(keyHash).isPresent()) {
      throw Problem.refused("key-used-before").asException();
    }
    OutsideRequest request = new OutsideRequest(order, keyHash, template(order), clock.instant());
    requests.add(request);
    trail.record(
        Act.done("certificate.asked-outside", "APPLICATION", order.receptionNumber())
            .with("type", order.type())
            .with("lastDay", order.lastDay()));
    return request.id();
  }

  private long again(OutsideRequest known, CertificateOrder order) {
    if (!known.isFor(order) || known.withdrawn()) {
      throw Problem.refused("key-used-before").asException();
    }
    if (known.state() == OutsideState.REFUSED) {
      known.askAnew(template(order), clock.instant());
    }
    return known.id();
  }

  private byte[] template(CertificateOrder order) {
    if (order.lastDay().isBefore(clock.today())) {
      throw Problem.refused("certificate-not-issuable", order.lastDay()).asException();
    }
    return OutsideTemplate.of(order, authorities.profile(), clock.now());
  }

  private CertificateSerialNumber outcome(long id) {
    OutsideRequest request = requests.find(id);
    if (request.withdrawn()) {
      throw Problem.refused("key-used-before").asException();
    }
    return switch (request.state()) {
      case DONE -> request.serial();
      case WAITING -> throw Problem.unavailable("authority-waiting").asException();
      case REFUSED, UNFIT ->
          throw Problem.refused("outside-refused", request.fault()).asException();
      case WITHDRAWN -> throw Problem.refused("key-used-before").asException();
      case ASKED, OFFERED -> throw Problem.unavailable("authority-silent").asException();
    };
  }

  /** As {@link CertificationAuthority#withdraw}. */
  void withdraw(String receptionNumber, CertificateType type) {
    for (OutsideRequest request : requests.lockOf(receptionNumber, type)) {
      request.withdraw();
      Optional.ofNullable(request.serial())
          .flatMap(certificates::find)
          .filter(found -> found.state() == CertificateState.ISSUED)
          .map(StoredCertificate::serial)
          .ifPresent(own::abandon);
    }
  }
}
