package jp.madoguchi.issuance;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import jp.madoguchi.settings.Settings;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/**
 * Signs with sha256WithRSAEncryption through the JCA provider of the setting {@code
 * authority.provider}.
 *
 * <p>Left out, it is the Amazon Corretto provider where the platform has it, which signs twice as
 * fast as the JDK's own. What cannot be loaded is replaced by the JDK's own, with a line in the
 * log.
 */
@ApplicationScoped
public class SigningProvider {

  private static final System.Logger LOG = System.getLogger(SigningProvider.class.getName());
  private static final String ALGORITHM = "SHA256withRSA";
  private static final String CORRETTO = "AmazonCorrettoCryptoProvider";
  private static final String CORRETTO_CLASS =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
  private static final String OWN = "SunRsaSign";
  private static final int KEY_BITS = 2048;

  private final LongAdder signatures = new LongAdder();
  private final LongAdder signingNanos = new LongAdder();
  private Provider provider;

  protected SigningProvider() {}

  @Inject
  public SigningProvider(Settings settings) {
    String name = settings.text("authority.provider", CORRETTO);
    provider = find(name).orElseGet(() -> Security.getProvider(OWN));
    if (!provider.getName().equals(name)) {
      LOG.log(WARNING, "Signature provider {0} is not usable here; signing with {1}", name, OWN);
    } else {
      LOG.log(INFO, "Signing with {0}", name);
    }
  }

  public String name() {
    return provider.getName();
  }

  /** How many signatures were made since the start. */
  public long signatures() {
    return signatures.sum();
  }

  /** How long they took in all, in nanoseconds. */
  public long signingNanos() {
    return signingNanos.sum();
  }

  /** A new pair of the strength that the profile asks for. */
  KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", provider);
      generator.initialize(new RSAKeyGenParameterSpec(KEY_BITS, RSAKeyGenParameterSpec.F4));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The provider " + name() + " makes no keys", e);
    }
  }

  /**
   * The key in the provider's own form, so that it is not translated for each signature; one on a
   * token stays there.
   */
  PrivateKey own(PrivateKey key) {
    if (key instanceof TokenKey) {
      return key;
    }
    try {
      return (PrivateKey) KeyFactory.getInstance("RSA", provider).translateKey(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The provider " + name() + " does not take the key", e);
    }
  }

  /** What is signed, of any length; it can be written more than once. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  byte[] sign(PrivateKey key, byte[] bytes) {
    return sign(key, (Content) out -> out.write(bytes));
  }

  byte[] sign(PrivateKey key, Content content) {
    long begun = System.nanoTime();
    byte[] signed = key instanceof TokenKey token ? token.sign(content) : signHere(key, content);
    signingNanos.add(System.nanoTime() - begun);
    signatures.increment();
    return signed;
  }

  private byte[] signHere(PrivateKey key, Content content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM, provider);
      signature.initSign(key);
      content.writeTo(into(signature));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The provider " + name() + " does not sign", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OutputStream into(Signature signature) {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        try {
          signature.update(bytes, from, length);
        } catch (SignatureException e) {
          throw new IOException(e);
        }
      }
    };
  }

  ContentSigner with(PrivateKey key) {
    return new ContentSigner() {
      private final ByteArrayOutputStream content = new ByteArrayOutputStream(2048);

      @Override
      public AlgorithmIdentifier getAlgorithmIdentifier() {
        return Profile.SIGNATURE_ALGORITHM;
      }

      @Override
      public OutputStream getOutputStream() {
        return content;
      }

      @Override
      public byte[] getSignature() {
        return sign(key, content.toByteArray());
      }
    };
  }

  private static Optional<Provider> find(String name) {
    try {
      Provider found =
          name.equals(CORRETTO)
              ? (Provider) Class.forName(CORRETTO_CLASS).getField("INSTANCE").get(null)
              : Security.getProvider(name);
      if (found == null) {
        return Optional.empty();
      }
      Signature.getInstance(ALGORITHM, found);
      KeyFactory.getInstance("RSA", found);
      KeyPairGenerator.getInstance("RSA", found);
      return Optional.of(found);
    } catch (ReflectiveOperationException | GeneralSecurityException | LinkageError e) {
      LOG.log(DEBUG, "Signature provider " + name + " does not load", e);
      return Optional.empty();
    }
  }
}
