package jp.madoguchi.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.KeptKey;
import jp.madoguchi.settings.Settings;

/**
 * A document's number in a form that tells the same from another and nothing else (R-MINIMUM):
 * HMAC-SHA256 under a key that is in no table. The key comes from the setting {@code
 * proxy.document-key} (64 hexadecimal digits); the training stage makes its own.
 */
@ApplicationScoped
public class DocumentNumberHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final KeptKey key;

  protected DocumentNumberHash() {
    this.key = null;
  }

  @Inject
  public DocumentNumberHash(Settings settings) {
    this.key =
        new KeptKey(
            settings,
            "proxy.document-key",
            KEY_BYTES,
            () -> Problem.unavailable("no-document-key").asException());
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code no-document-key}
   */
  byte[] of(ShownDocument document) {
    byte[] secret = key.bytes();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update(document.kind().getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(document.number().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC is a part of every Java platform", e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
