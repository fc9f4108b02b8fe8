package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.issuance.jpa.StoredCertificate;
import jp.madoguchi.problem.Problem;

/** The authority inside the system, with keys of its own. */
@ApplicationScoped
@Typed(OwnCertificationAuthority.class)
public class OwnCertificationAuthority implements CertificationAuthority {

  private static final String CERTIFICATE = "CERTIFICATE";

  private Authorities authorities;
  private CertificateRepository certificates;
  private SigningProvider signing;
  private PlannedStops stops;
  private AuditTrail trail;
  private OfficeClock clock;
  private Event<CertificatePublished> published;

  protected OwnCertificationAuthority() {}

  @Inject
  public OwnCertificationAuthority(
      Authorities authorities,
      CertificateRepository certificates,
      SigningProvider signing,
      PlannedStops stops,
      AuditTrail trail,
      OfficeClock clock,
      Event<CertificatePublished> published) {
    this.authorities = authorities;
    this.certificates = certificates;
    this.signing = signing;
    this.stops = stops;
    this.trail = trail;
    this.clock = clock;
    this.published = published;
  }

  @Override
  public Optional<ZonedDateTime> awayUntil() {
    return stops.runningUntil();
  }

  @Override
  public CertificateSerialNumber plan(CertificateOrder order) {
    refuseWhileAway();
    KeyCheck.weaknessOf(order.key())
        .ifPresent(
            weakness -> {
              throw Problem.refused("weak-key", weakness).asException();
            });
    Optional<StoredCertificate> earlier =
        certificates.findByKey(CertificateTemplate.keyHash(order));
    if (earlier.isPresent()) {
      return sameOrder(earlier.get(), order);
    }
    PlannedCertificate plan = checkedPlan(order);
    certificates.add(plan);
    trail.record(
        act("certificate.planned", plan.serial())
            .with("type", order.type())
            .with("resident", order.subject().residentId())
            .with("reception", order.receptionNumber())
            .with("lastDay", order.lastDay()));
    return plan.serial();
  }

  @Override
  public IssuedCertificate issue(CertificateSerialNumber serial) {
    StoredCertificate certificate = forChange(serial);
    if (certificate.state() == CertificateState.PLANNED) {
      refuseWhileAway();
      sign(certificate);
      trail.record(act("certificate.issued", serial).with("type", certificate.type()));
    }
    if (certificate.signature() == null || certificate.state() == CertificateState.REVOKED) {
      throw wrongState(certificate);
    }
    return issued(certificate);
  }

  @Override
  public void publish(CertificateSerialNumber serial) {
    StoredCertificate certificate = forChange(serial);
    if (certificate.state() == CertificateState.VALID) {
      return;
    }
    require(certificate, EnumSet.of(CertificateState.ISSUED));
    certificate.published(now());
    trail.record(act("certificate.published", serial).with("type", certificate.type()));
    certificates
        .replacedBy(certificate)
        .forEach(older -> revoke(older, RevocationReason.SUPERSEDED));
    published.fire(new CertificatePublished(serial));
  }

  @Override
  public void revoke(CertificateSerialNumber serial, RevocationReason reason) {
    StoredCertificate certificate = forChange(serial);
    switch (reason) {
      case CERTIFICATE_HOLD -> suspend(certificate);
      case REMOVE_FROM_CRL -> reinstate(certificate);
      default -> {
        if (certificate.state() != CertificateState.REVOKED) {
          revoke(certificate, reason);
        }
      }
    }
  }

  @Override
  public boolean revokeIfLive(CertificateSerialNumber serial, RevocationReason reason) {
    CertificateState state = forChange(serial).state();
    boolean applies =
        switch (reason) {
          case CERTIFICATE_HOLD -> state == CertificateState.VALID;
          case REMOVE_FROM_CRL -> state == CertificateState.SUSPENDED;
          default -> state == CertificateState.VALID || state == CertificateState.SUSPENDED;
        };
    if (applies) {
      revoke(serial, reason);
    }
    return applies;
  }

  @Override
  public void abandon(CertificateSerialNumber serial) {
    StoredCertificate certificate = forChange(serial);
    if (certificate.state() == CertificateState.REVOKED) {
      return;
    }
    require(certificate, EnumSet.of(CertificateState.PLANNED, CertificateState.ISSUED));
    certificate.revoked(RevocationReason.CESSATION_OF_OPERATION, now());
    trail.record(act("certificate.abandoned", serial).with("type", certificate.type()));
  }

  /** What is planned here is in force nowhere before it is published. */
  @Override
  public void withdraw(String receptionNumber, CertificateType type) {
    // nothing was asked for anywhere
  }

  void refuseWhileAway() {
    awayUntil()
        .ifPresent(
            end -> {
              throw Problem.unavailable("authority-away", end.toLocalDateTime()).asException();
            });
  }

  private PlannedCertificate checkedPlan(CertificateOrder order) {
    CertificateTemplate template = authorities.currentTemplate(order.type());
    Authority authority = template.authority();
    ZonedDateTime now = clock.now();
    if (order.lastDay().isBefore(now.toLocalDate())
        || CertificateTemplate.endOf(order.lastDay()).isAfter(authority.notAfter())) {
      throw Problem.refused("certificate-not-issuable", order.lastDay()).asException();
    }
    PlannedCertificate plan = template.plan(order, now);
    List<String> broken =
        ProfileLinter.broken(
            plan.toBeSigned(), new LintExpectation(plan, authorities.profile(), authority));
    if (!broken.isEmpty()) {
      throw Problem.refused("profile-violated", String.join(", ", broken)).asException();
    }
    return plan;
  }

  /** The same order again gives the same serial; any other use of a certified key is refused. */
  private static CertificateSerialNumber sameOrder(
      StoredCertificate earlier, CertificateOrder order) {
    boolean same =
        earlier.type() == order.type()
            && earlier.residentId() == order.subject().residentId()
            && earlier.receptionNumber().equals(order.receptionNumber())
            && earlier.notAfter().equals(CertificateTemplate.endOf(order.lastDay()))
            && earlier.state() != CertificateState.REVOKED;
    if (!same) {
      throw Problem.refused("key-used-before").asException();
    }
    return earlier.serial();
  }

  private void sign(StoredCertificate certificate) {
    Authority authority =
        authorities
            .withKey(certificate.type(), certificate.authorityKeyId())
            .or(() -> ofAnotherNode(certificate))
            .orElseThrow(() -> Problem.unavailable("authority-not-established").asException());
    byte[] toBeSigned = certificate.toBeSigned();
    byte[] signature = signing.sign(authority.key(), toBeSigned);
    compare(CertificateTemplate.certificate(toBeSigned, signature), toBeSigned, authority);
    certificate.signed(signature, now());
  }

  /** The plan is of a key that another node gave the authority just now. */
  private Optional<Authority> ofAnotherNode(StoredCertificate certificate) {
    authorities.load();
    return authorities.withKey(certificate.type(), certificate.authorityKeyId());
  }

  /** Parses the signed bytes back with a parser of its own, the JDK's, and compares. */
  private static void compare(byte[] der, byte[] toBeSigned, Authority authority) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      X509Certificate parsed =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
      parsed.verify(authority.publicKey());
      if (!Arrays.equals(parsed.getTBSCertificate(), toBeSigned)) {
        throw new IllegalStateException("The signed certificate is not the planned one");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The signed certificate cannot be verified", e);
    }
  }

  static IssuedCertificate issued(StoredCertificate certificate) {
    return new IssuedCertificate(
        certificate.serial(),
        certificate.type(),
        CertificateTemplate.certificate(certificate.toBeSigned(), certificate.signature()),
        certificate.notBefore(),
        certificate.notAfter());
  }

  private void revoke(StoredCertificate certificate, RevocationReason reason) {
    certificate.revoked(reason, now());
    trail.record(
        act("certificate.revoked", certificate.serial())
            .with("type", certificate.type())
            .with("reason", reason));
  }

  private void suspend(StoredCertificate certificate) {
    if (certificate.state() != CertificateState.SUSPENDED) {
      require(certificate, EnumSet.of(CertificateState.VALID));
      certificate.revoked(RevocationReason.CERTIFICATE_HOLD, now());
      trail.record(
          act("certificate.suspended", certificate.serial()).with("type", certificate.type()));
    }
  }

  private void reinstate(StoredCertificate certificate) {
    if (certificate.state() != CertificateState.VALID) {
      require(certificate, EnumSet.of(CertificateState.SUSPENDED));
      certificate.reinstated();
      trail.record(
          act("certificate.reinstated", certificate.serial()).with("type", certificate.type()));
    }
  }

  private StoredCertificate forChange(CertificateSerialNumber serial) {
    return certificates
        .findForChange(serial)
        .orElseThrow(() -> Problem.refused("certificate-unknown", serial.hex()).asException());
  }

  private static void require(StoredCertificate certificate, Set<CertificateState> states) {
    if (!states.contains(certificate.state())) {
      throw wrongState(certificate);
    }
  }

  private static RuntimeException wrongState(StoredCertificate certificate) {
    return Problem.conflict("certificate-state", certificate.serial().hex(), certificate.state())
        .asException();
  }

  private static Act act(String name, CertificateSerialNumber serial) {
    return Act.done(name, CERTIFICATE, serial.hex());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
