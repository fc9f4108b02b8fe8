package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import jp.madoguchi.calendar.MachineTime;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.staff.TerminalCredentials;
import jp.madoguchi.terminal.jpa.CredentialRepository;

/**
 * By what the agents prove which terminal they are. A credential lives for some weeks (setting
 * {@code terminals.credential-days}, 90). The one before it stays good until its successor was used
 * for the first time, so that an answer lost on the way locks no terminal out.
 */
@ApplicationScoped
public class Credentials implements TerminalCredentials {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final int USUAL_DAYS = 90;

  private final CredentialRepository credentials;
  private final FirstUse firstUse;
  private final TerminalAuthority authority;
  private final MachineTime time;
  private final Event<TerminalEnded> ended;
  private final Duration life;
  private final boolean training;

  protected Credentials() {
    credentials = null;
    firstUse = null;
    authority = null;
    time = null;
    ended = null;
    life = null;
    training = false;
  }

  @Inject
  public Credentials(
      CredentialRepository credentials,
      FirstUse firstUse,
      TerminalAuthority authority,
      MachineTime time,
      Event<TerminalEnded> ended,
      Settings settings) {
    this.credentials = credentials;
    this.firstUse = firstUse;
    this.authority = authority;
    this.time = time;
    this.ended = ended;
    this.life = Duration.ofDays(settings.number("terminals.credential-days", USUAL_DAYS));
    this.training = settings.training();
  }

  /**
   * A new credential for the terminal, in place of any that was never used.
   *
   * @param request PKCS#10, for a certificate; without it a secret is made, in training alone
   * @throws jp.madoguchi.problem.BusinessException {@code enrolment-needs-request}, and what {@link
   *     TerminalAuthority#issue} throws
   */
  public IssuedCredential issue(String terminal, Optional<byte[]> request) {
    if (request.isEmpty() && !training) {
      throw Problem.refused("enrolment-needs-request").asException();
    }
    Instant now = time.instant();
    Instant until = now.plus(life);
    credentials.endUnused(terminal, now);
    return request
        .map(asked -> certificate(terminal, asked, now, until))
        .orElseGet(() -> secret(terminal, now, until));
  }

  private IssuedCredential certificate(
      String terminal, byte[] request, Instant now, Instant until) {
    byte[] certificate = authority.issue(terminal, request, now, until);
    credentials.add(Fingerprint.hex(certificate), terminal, CredentialKind.CERTIFICATE, now, until);
    return new IssuedCredential(terminal, Optional.of(certificate), Optional.empty(), until);
  }

  private IssuedCredential secret(String terminal, Instant now, Instant until) {
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    credentials.add(fingerprint(secret), terminal, CredentialKind.SECRET, now, until);
    return new IssuedCredential(terminal, Optional.empty(), Optional.of(secret), until);
  }

  /** Ends all of the terminal's credentials at once, and what its agent is waiting for. */
  public void end(String terminal) {
    credentials.end(terminal, time.instant());
    ended.fire(new TerminalEnded(terminal));
  }

  /** Until when the terminal's agent is admitted; empty: it is not enrolled. */
  public Optional<Instant> validUntil(String terminal) {
    return credentials.validUntil(terminal, time.instant());
  }

  @Override
  public Optional<String> bySecret(String id, String secret) {
    return training && Terminals.isId(id)
        ? admitted(fingerprint(secret), CredentialKind.SECRET).filter(id::equals)
        : Optional.empty();
  }

  @Override
  public Optional<String> byCertificate(X509Certificate certificate) {
    try {
      return admitted(Fingerprint.hex(certificate.getEncoded()), CredentialKind.CERTIFICATE);
    } catch (CertificateEncodingException e) {
      return Optional.empty();
    }
  }

  private Optional<String> admitted(String fingerprint, CredentialKind kind) {
    return credentials
        .find(fingerprint)
        .filter(found -> found.kind() == kind && found.isGoodAt(time.instant()))
        .filter(found -> found.wasUsed() || firstUse.note(fingerprint, time.instant()))
        .map(CredentialRepository.Found::terminal);
  }

  private static String fingerprint(String secret) {
    return Fingerprint.hex(secret.getBytes(StandardCharsets.UTF_8));
  }
}
