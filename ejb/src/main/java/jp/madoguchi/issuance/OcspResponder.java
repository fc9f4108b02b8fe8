package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.jpa.CertificateRepository;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.settings.Settings;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
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

  private static final Map<String, String> HASHES =
      Map.of(
          "1.3.14.3.2.26", "SHA-1",
          "2.16.840.1.101.3.4.2.1", "SHA-256",
          "2.16.840.1.101.3.4.2.2", "SHA-384",
          "2.16.840.1.101.3.4.2.3", "SHA-512");

  private Authorities authorities;
  private CertificateRepository certificates;
  private SigningProvider signing;
  private OfficeClock clock;
  private Duration valid;

  /** One line of an answer. */
  private record Line(CertificateID certificate, CertificateStatus status) {}

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
    Optional<OcspQuestion> question = OcspQuestion.parse(request);
    if (question.isEmpty()) {
      return error(OCSPRespBuilder.MALFORMED_REQUEST);
    }
    try {
      return answer(type, question.get());
    } catch (BusinessException e) {
      return error(OCSPRespBuilder.TRY_LATER);
    }
  }

  /** The answer of a responder that has a fault (internalError). */
  public static OcspAnswer fault() {
    return error(OCSPRespBuilder.INTERNAL_ERROR);
  }

  private OcspAnswer answer(CertificateType type, OcspQuestion question) {
    List<Authority> generations = authorities.all(type);
    Optional<Authority> signer =
        question.certificates().stream()
            .flatMap(id -> generations.stream().filter(authority -> issued(authority, id)))
            .findFirst();
    if (signer.isEmpty()) {
      return error(OCSPRespBuilder.UNAUTHORIZED);
    }
    List<Line> lines = new ArrayList<>();
    for (CertificateID id : question.certificates()) {
      lines.add(new Line(id, status(signer.get(), id)));
    }
    return signed(signer.get(), question, lines);
  }

  /** The issuer is chosen by its key; the name, which all generations share, has to fit as well. */
  private static boolean issued(Authority authority, CertificateID id) {
    String hash = HASHES.get(id.getHashAlgOID().getId());
    X509CertificateHolder issuer = authority.certificate();
    byte[] key = issuer.getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
    return hash != null
        && Arrays.equals(id.getIssuerKeyHash(), KeyIdentifier.hash(hash, key))
        && Arrays.equals(id.getIssuerNameHash(), KeyIdentifier.hash(hash, encoded(issuer)));
  }

  private static byte[] encoded(X509CertificateHolder issuer) {
    try {
      return issuer.getSubject().getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CertificateStatus status(Authority signer, CertificateID id) {
    if (!issued(signer, id)) {
      return new UnknownStatus();
    }
    Optional<Standing> standing =
        CertificateSerialNumber.of(id.getSerialNumber())
            .flatMap(serial -> certificates.standing(serial, signer.keyId()));
    return standing.isPresent() ? status(standing.get()) : new UnknownStatus();
  }

  /** The library writes good as null. */
  private static CertificateStatus status(Standing standing) {
    return switch (standing.state()) {
      case PLANNED, ISSUED -> new UnknownStatus();
      case VALID -> CertificateStatus.GOOD;
      case SUSPENDED, REVOKED -> revoked(standing);
    };
  }

  private static RevokedStatus revoked(Standing standing) {
    Date since = Date.from(standing.revokedAt());
    return standing.reason() == RevocationReason.UNSPECIFIED
        ? new RevokedStatus(since)
        : new RevokedStatus(since, standing.reason().code());
  }

  private OcspAnswer signed(Authority signer, OcspQuestion question, List<Line> lines) {
    X509CertificateHolder responder = signer.responderCertificate();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant next = now.plus(valid);
    byte[] keyHash = KeyIdentifier.of(responder.getSubjectPublicKeyInfo());
    BasicOCSPRespBuilder builder =
        new BasicOCSPRespBuilder(new RespID(new ResponderID(new DEROctetString(keyHash))));
    lines.forEach(
        line ->
            builder.addResponse(
                line.certificate(), line.status(), Date.from(now), Date.from(next), null));
    question.nonce().ifPresent(nonce -> builder.setResponseExtensions(new Extensions(nonce)));
    try {
      byte[] der =
          new OCSPRespBuilder()
              .build(
                  OCSPRespBuilder.SUCCESSFUL,
                  builder.build(
                      signing.with(signer.responderKey()),
                      new X509CertificateHolder[] {responder},
                      Date.from(now)))
              .getEncoded();
      return new OcspAnswer(der, period(question, lines, now, next));
    } catch (OCSPException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is unknown now may be published in a minute; a nonce makes an answer one person's own. */
  private static Optional<OcspAnswer.Period> period(
      OcspQuestion question, List<Line> lines, Instant from, Instant to) {
    boolean lasting =
        question.nonce().isEmpty()
            && lines.stream().noneMatch(line -> line.status() instanceof UnknownStatus);
    return lasting ? Optional.of(new OcspAnswer.Period(from, to)) : Optional.empty();
  }

  private static OcspAnswer error(int status) {
    try {
      return new OcspAnswer(
          new OCSPRespBuilder().build(status, null).getEncoded(), Optional.empty());
    } catch (OCSPException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
