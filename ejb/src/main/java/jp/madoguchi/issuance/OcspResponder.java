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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.settings.Settings;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;

/**
 * Answers for the status of certificates (RFC 6960, with the profile of RFC 5019), signed by the
 * delegated responder of the generation that signed them.
 *
 * <p>Good is said only of what is live on a card: a certificate that is planned, or signed and not
 * yet published, is unknown. One that was abandoned on the way is revoked.
 */
@ApplicationScoped
public class OcspResponder {

  private Authorities authorities;
  private CertificateRepository certificates;
  private SigningProvider signing;
  private OfficeClock clock;
  private Duration valid;
  private final Map<String, IssuerHashes> hashes = new ConcurrentHashMap<>();

  /** What a request leads to: a case that needs the certificates' standing, or an error at once. */
  sealed interface Opened permits Case, Refused {}

  record Case(OcspCase asked) implements Opened {}

  record Refused(OcspAnswer error) implements Opened {}

  protected OcspResponder() {}

  /** Setting {@code ocsp.minutes}: for how long a cache may keep an answer. */
  @Inject
  public OcspResponder(
      Authorities authorities,
      CertificateRepository certificates,
      SigningProvider signing,
      OfficeClock clock,
      Settings settings) {
    this.authorities = authorities;
    this.certificates = certificates;
    this.signing = signing;
    this.clock = clock;
    this.valid = Duration.ofMinutes(settings.number("ocsp.minutes", 10));
  }

  /** Every question has an answer; what cannot be answered gets an error of RFC 6960 4.2.1. */
  public OcspAnswer answer(CertificateType type, byte[] request) {
    Opened opened = open(type, request);
    return opened instanceof Case answerable
        ? answer(
            answerable.asked(),
            serial -> CertificateSerialNumber.of(serial).flatMap(certificates::standing))
        : ((Refused) opened).error();
  }

  /** The answer of a responder that has a fault (internalError). */
  public static OcspAnswer fault() {
    return error(OCSPRespBuilder.INTERNAL_ERROR);
  }

  /** The answer of a responder that cannot tell just now (tryLater). */
  static OcspAnswer later() {
    return error(OCSPRespBuilder.TRY_LATER);
  }

  Opened open(CertificateType type, byte[] request) {
    Optional<OcspQuestion> question = OcspQuestion.parse(request);
    if (question.isEmpty()) {
      return new Refused(error(OCSPRespBuilder.MALFORMED_REQUEST));
    }
    try {
      List<Authority> generations = authorities.all(type);
      return question.get().certificates().stream()
          .flatMap(id -> generations.stream().filter(one -> hashes(one).name(id)))
          .findFirst()
          .<Opened>map(signer -> new Case(asked(question.get(), signer)))
          .orElseGet(() -> new Refused(error(OCSPRespBuilder.UNAUTHORIZED)));
    } catch (BusinessException e) {
      return new Refused(later());
    }
  }

  private IssuerHashes hashes(Authority authority) {
    return hashes.computeIfAbsent(
        authority.keyId(), keyId -> new IssuerHashes(authority.certificate()));
  }

  private OcspCase asked(OcspQuestion question, Authority signer) {
    List<Optional<BigInteger>> serials =
        question.certificates().stream()
            .map(
                id ->
                    Optional.of(id)
                        .filter(hashes(signer)::name)
                        .map(CertificateID::getSerialNumber)
                        .flatMap(CertificateSerialNumber::of)
                        .map(CertificateSerialNumber::value))
            .toList();
    return new OcspCase(question, signer, serials);
  }

  /**
   * @param standings of a serial; empty where it was never planned
   */
  OcspAnswer answer(OcspCase asked, Function<BigInteger, Optional<Standing>> standings) {
    List<CertificateStatus> statuses =
        asked.serials().stream()
            .map(serial -> status(asked.signer(), serial.flatMap(standings)))
            .toList();
    return signed(asked, statuses);
  }

  /** The library writes good as null. */
  private static CertificateStatus status(Authority signer, Optional<Standing> found) {
    if (found.isEmpty() || !signer.keyId().equals(found.get().keyId()) || !found.get().known()) {
      return new UnknownStatus();
    }
    Standing standing = found.get();
    return standing.state() == CertificateState.VALID ? CertificateStatus.GOOD : revoked(standing);
  }

  private static RevokedStatus revoked(Standing standing) {
    Date since = Date.from(standing.revokedAt());
    return standing.reason() == RevocationReason.UNSPECIFIED
        ? new RevokedStatus(since)
        : new RevokedStatus(since, standing.reason().code());
  }

  private OcspAnswer signed(OcspCase asked, List<CertificateStatus> statuses) {
    X509CertificateHolder responder = asked.signer().responderCertificate();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant next = now.plus(valid);
    if (now.isBefore(responder.getNotBefore().toInstant())
        || next.isAfter(responder.getNotAfter().toInstant())) {
      return later();
    }
    byte[] keyHash = KeyIdentifier.of(responder.getSubjectPublicKeyInfo());
    BasicOCSPRespBuilder builder =
        new BasicOCSPRespBuilder(new RespID(new ResponderID(new DEROctetString(keyHash))));
    Iterator<CertificateID> certificates = asked.question().certificates().iterator();
    statuses.forEach(
        status ->
            builder.addResponse(
                certificates.next(), status, Date.from(now), Date.from(next), null));
    asked
        .question()
        .nonce()
        .ifPresent(nonce -> builder.setResponseExtensions(new Extensions(nonce)));
    byte[] der =
        encoded(
            OCSPRespBuilder.SUCCESSFUL,
            () ->
                builder.build(
                    signing.with(asked.signer().responderKey()),
                    new X509CertificateHolder[] {responder},
                    Date.from(now)));
    // What is unknown now may be published in a minute; a nonce makes an answer one person's own.
    return asked.question().nonce().isPresent()
            || statuses.stream().anyMatch(status -> status instanceof UnknownStatus)
        ? OcspAnswer.once(der)
        : OcspAnswer.kept(der, new OcspAnswer.Period(now, next));
  }

  private static OcspAnswer error(int status) {
    return OcspAnswer.once(encoded(status, () -> null));
  }

  private interface Basic {
    BasicOCSPResp build() throws OCSPException;
  }

  private static byte[] encoded(int status, Basic basic) {
    try {
      return new OCSPRespBuilder().build(status, basic.build()).getEncoded();
    } catch (OCSPException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
