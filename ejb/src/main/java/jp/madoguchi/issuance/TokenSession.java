package jp.madoguchi.issuance;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.login.FailedLoginException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/** Logged in at the token. An entry's alias is the generation's key identifier. */
final class TokenSession {

  private static final AtomicInteger NAMES = new AtomicInteger();

  private final Provider provider;
  private final KeyStore store;
  private final Map<String, PrivateKey> keys = new ConcurrentHashMap<>();

  /** The token is there, and lacks what it is asked for, or does not let us in. */
  static final class Refusal extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    Refusal(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private TokenSession(Provider provider, KeyStore store) {
    this.provider = provider;
    this.store = store;
  }

  /**
   * @param slot its number; empty: the first one with a token
   * @throws Refusal when this is not the token's PIN
   */
  static TokenSession open(String library, Optional<Long> slot, String pin)
      throws GeneralSecurityException, IOException {
    Provider provider =
        Security.getProvider("SunPKCS11")
            .configure(
                configuration(
                    library, slot.map(number -> "slot = " + number).orElse("slotListIndex = 0")));
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    try {
      store.load(null, pin.toCharArray());
    } catch (IOException e) {
      if (isFailedLogin(e)) {
        throw new Refusal("the token does not take its PIN", e);
      }
      throw e;
    }
    return new TokenSession(provider, store);
  }

  private static boolean isFailedLogin(Throwable thrown) {
    return thrown != null
        && (thrown instanceof FailedLoginException || isFailedLogin(thrown.getCause()));
  }

  /** Each configured provider needs a name of its own. */
  private static String configuration(String library, String slot) {
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
        .formatted(NAMES.incrementAndGet(), library, slot);
  }

  KeyPair make() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", provider);
    generator.initialize(2048);
    KeyPair made = generator.generateKeyPair();
    keys.put(
        KeyIdentifier.hexOf(SubjectPublicKeyInfo.getInstance(made.getPublic().getEncoded())),
        made.getPrivate());
    return made;
  }

  void keep(String keyId, X509CertificateHolder holder)
      throws GeneralSecurityException, IOException {
    Certificate certificate = AuthorityKeystore.certificate(holder);
    store.setKeyEntry(keyId, key(keyId), null, new Certificate[] {certificate});
  }

  byte[] sign(String keyId, SigningProvider.Content content)
      throws GeneralSecurityException, IOException {
    Signature signature = Signature.getInstance("SHA256withRSA", provider);
    signature.initSign(key(keyId));
    content.writeTo(SigningProvider.into(signature));
    return signature.sign();
  }

  private PrivateKey key(String keyId) throws GeneralSecurityException {
    PrivateKey key = keys.get(keyId);
    if (key == null) {
      key = (PrivateKey) store.getKey(keyId, null);
      if (key == null) {
        throw new Refusal("the token has no key " + keyId, null);
      }
      keys.put(keyId, key);
    }
    return key;
  }
}
