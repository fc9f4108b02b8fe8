package jp.madoguchi.issuance;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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
 * has to start the server again. An entry's alias is the generation's key identifier.
 */
@ApplicationScoped
public class AuthorityToken {

  private static final System.Logger LOG = System.getLogger(AuthorityToken.class.getName());
  private static final Duration SAID_AGAIN_AFTER = Duration.ofMinutes(1);
  private static final AtomicInteger NAMES = new AtomicInteger();

  private Settings settings;
  private OfficeClock clock;
  private volatile Connection connection;
  private volatile Absence absence;

  /** A session that knows the PIN. */
  private record Connection(Provider provider, KeyStore store, Map<String, PrivateKey> keys) {}

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
          KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", open.provider());
          generator.initialize(2048);
          KeyPair made = generator.generateKeyPair();
          String keyId =
              KeyIdentifier.hexOf(SubjectPublicKeyInfo.getInstance(made.getPublic().getEncoded()));
          open.keys().put(keyId, made.getPrivate());
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
          Certificate certificate = AuthorityKeystore.certificate(holder);
          open.store().setKeyEntry(keyId, key(open, keyId), null, new Certificate[] {certificate});
          return null;
        });
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code authority-token-away}
   */
  byte[] sign(String keyId, SigningProvider.Content content) {
    return using(
        open -> {
          Signature signature = Signature.getInstance("SHA256withRSA", open.provider());
          signature.initSign(key(open, keyId));
          content.writeTo(SigningProvider.into(signature));
          return signature.sign();
        });
  }

  private static PrivateKey key(Connection open, String keyId) throws GeneralSecurityException {
    PrivateKey key = open.keys().get(keyId);
    if (key == null) {
      key = (PrivateKey) open.store().getKey(keyId, null);
      if (key == null) {
        throw new GeneralSecurityException("the token has no key " + keyId);
      }
      open.keys().put(keyId, key);
    }
    return key;
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(Connection open) throws GeneralSecurityException, IOException;
  }

  /** A session can be lost while the token is there: it is tried once more with a new one. */
  private <T> T using(Use<T> use) {
    Connection before = connection;
    try {
      return noteBack(use.of(open()));
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      drop(before == null ? connection : before);
      if (before == null) {
        throw away(e);
      }
    }
    try {
      return noteBack(use.of(open()));
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      drop(connection);
      throw away(e);
    }
  }

  private synchronized Connection open() throws GeneralSecurityException, IOException {
    if (connection == null) {
      Provider provider = Security.getProvider("SunPKCS11").configure(configuration());
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, required("authority.token.pin").toCharArray());
      connection = new Connection(provider, store, new ConcurrentHashMap<>());
    }
    return connection;
  }

  /** Each configured provider needs a name of its own. */
  private String configuration() {
    String slot =
        settings
            .find("authority.token.slot")
            .map(number -> "slot = " + Long.decode(number))
            .orElse("slotListIndex = 0");
    return """
        --name = Madoguchi%d
        library = %s
        %s
        attributes(generate, CKO_PRIVATE_KEY, CKK_RSA) = {
          CKA_TOKEN = true
          CKA_PRIVATE = true
          CKA_SENSITIVE = true
          CKA_EXTRACTABLE = false
          CKA_SIGN = true
        }
        """
        .formatted(NAMES.incrementAndGet(), required("authority.token.library"), slot);
  }

  private String required(String setting) {
    return settings
        .find(setting)
        .orElseThrow(() -> Problem.refused("authority-token-setting", setting).asException());
  }

  private synchronized void drop(Connection lost) {
    if (connection == lost) {
      connection = null;
    }
  }

  private <T> T noteBack(T result) {
    Absence before = absence;
    if (before != null) {
      absence = null;
      LOG.log(INFO, "The authorities' token is back; it was away since {0}", before.since());
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
              + " The authorities' token cannot be used since {0}; issuing waits: {1}",
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
