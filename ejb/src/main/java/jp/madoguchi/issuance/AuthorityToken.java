package jp.madoguchi.issuance;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.ProviderException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The PKCS#11 token of the settings {@code authority.token.library}, {@code authority.token.slot}
 * (the slot's number; left out, the first one with a token) and {@code authority.token.pin}.
 *
 * <p>A token that cannot be reached is said loudly, and is connected anew at the next use: nobody
 * has to start the server again. A PIN that the token did not take is not tried a second time,
 * since a token locks itself after some.
 */
@ApplicationScoped
public class AuthorityToken {

  private static final System.Logger LOG = System.getLogger(AuthorityToken.class.getName());
  private static final Duration SAID_AGAIN_AFTER = Duration.ofMinutes(1);
  private static final Duration BEGUN_AGAIN_AFTER = Duration.ofSeconds(10);
  private static final int MOST_TRIES = 3;

  private final ReadWriteLock library = new ReentrantReadWriteLock();
  private Settings settings;
  private OfficeClock clock;
  private volatile TokenSession session;
  private volatile String refusedPin;
  private volatile Instant begun;
  private volatile Absence absence;

  private record Absence(Instant since, Instant said) {}

  protected AuthorityToken() {}

  @Inject
  public AuthorityToken(Settings settings, OfficeClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether a token is described in the settings at all. */
  public boolean present() {
    return settings.find("authority.token.library").isPresent();
  }

  TokenState state() {
    if (!present()) {
      return TokenState.NONE;
    }
    if (refusedPin != null && refusedPin.equals(settings.find("authority.token.pin").orElse(""))) {
      return TokenState.PIN_REFUSED;
    }
    return absence == null ? TokenState.READY : TokenState.AWAY;
  }

  /** Since when it cannot be reached, or lacks a key; empty: the last use succeeded. */
  public Optional<Instant> awaySince() {
    return Optional.ofNullable(absence).map(Absence::since);
  }

  /**
   * Makes a key on the token that cannot be taken out of it.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code authority-token-away}
   */
  KeyPair make() {
    return using(
        open -> {
          KeyPair made = open.make();
          String keyId =
              KeyIdentifier.hexOf(SubjectPublicKeyInfo.getInstance(made.getPublic().getEncoded()));
          BigInteger modulus = ((RSAPublicKey) made.getPublic()).getModulus();
          return new KeyPair(made.getPublic(), new TokenKey(this, keyId, modulus));
        });
  }

  /**
   * Puts the certificate beside the key, by which it is found from then on.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code authority-token-away}
   */
  void keep(String keyId, X509CertificateHolder holder) {
    using(
        open -> {
          open.keep(keyId, holder);
          return null;
        });
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code authority-token-away}
   */
  byte[] sign(String keyId, SigningProvider.Content content) {
    return using(open -> open.sign(keyId, content));
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(TokenSession open) throws GeneralSecurityException, IOException;
  }

  /**
   * A session can be lost while the token is there: it is tried once more with a new one. A library
   * can go on failing after its token is back: then it is begun anew.
   */
  private <T> T using(Use<T> use) {
    boolean fresh = session == null;
    for (int tries = 1; ; tries++) {
      try {
        return noteBack(once(use));
      } catch (GeneralSecurityException | IOException | ProviderException e) {
        boolean mayHelp = !(e instanceof TokenSession.Refusal);
        if (tries == MOST_TRIES || fresh && !(mayHelp && begunAnew())) {
          throw away(e);
        }
        fresh = true;
      }
    }
  }

  private <T> T once(Use<T> use) throws GeneralSecurityException, IOException {
    library.readLock().lock();
    TokenSession open = null;
    try {
      open = open();
      return use.of(open);
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      drop(open);
      throw e;
    } finally {
      library.readLock().unlock();
    }
  }

  private synchronized TokenSession open() throws GeneralSecurityException, IOException {
    if (session == null) {
      String pin = required("authority.token.pin");
      if (pin.equals(refusedPin)) {
        throw new TokenSession.Refusal("the token did not take this PIN, correct it", null);
      }
      try {
        session =
            TokenSession.open(
                required("authority.token.library"),
                settings.find("authority.token.slot").map(Long::decode),
                pin);
      } catch (TokenSession.Refusal e) {
        refusedPin = pin;
        throw e;
      }
    }
    return session;
  }

  private String required(String setting) {
    return settings
        .find(setting)
        .orElseThrow(() -> Problem.refused("authority-token-setting", setting).asException());
  }

  private synchronized void drop(TokenSession lost) {
    if (session == lost) {
      session = null;
    }
  }

  /** Not more often than every ten seconds, and not while somebody else uses it. */
  private boolean begunAnew() {
    Instant now = clock.instant();
    if (begun != null && !now.isBefore(begun) && now.isBefore(begun.plus(BEGUN_AGAIN_AFTER))) {
      return false;
    }
    try {
      if (!library.writeLock().tryLock(1, TimeUnit.SECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      begun = now;
      TokenLibrary.beginAnew(required("authority.token.library"));
      return true;
    } catch (IOException e) {
      LOG.log(DEBUG, "The token's library does not begin anew", e);
      return false;
    } finally {
      session = null;
      library.writeLock().unlock();
    }
  }

  private <T> T noteBack(T result) {
    Absence before = absence;
    if (before != null) {
      absence = null;
      LOG.log(INFO, "The token of the authorities is back; it was away since {0}", before.since());
    }
    return result;
  }

  private RuntimeException away(Exception cause) {
    Instant now = clock.instant();
    Absence before = absence;
    boolean sayIt =
        before == null
            || now.isBefore(before.said())
            || !now.isBefore(before.said().plus(SAID_AGAIN_AFTER));
    absence = new Absence(before == null ? now : before.since(), sayIt ? now : before.said());
    if (sayIt) {
      LOG.log(
          ERROR,
          "認証局の鍵を入れたトークンを利用できません。発行は待ちます。"
              + " The token of the authorities cannot be used since {0}; issuing waits: {1}",
          absence.since(),
          reason(cause));
    }
    RuntimeException problem = Problem.unavailable("authority-token-away").asException();
    problem.initCause(cause);
    return problem;
  }

  /** What the library said is at the end of the causes; none of them holds the PIN. */
  private static String reason(Throwable cause) {
    Throwable last = cause;
    while (last.getCause() != null && last.getCause() != last) {
      last = last.getCause();
    }
    return last.toString();
  }
}
