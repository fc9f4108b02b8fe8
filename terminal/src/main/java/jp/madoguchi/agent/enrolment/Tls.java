package jp.madoguchi.agent.enrolment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * How this terminal speaks TLS: whom it believes, and by what it proves itself.
 *
 * @param trusted PEM: the server's certificate or its authority's; null: those the platform knows
 */
public record Tls(Path trusted) {

  /**
   * @param credential null before the enrolment
   * @throws IOException when a file or key cannot be read
   */
  SSLContext context(Credential credential) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(credential), trust(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS: " + e.getMessage(), e);
    }
  }

  private static KeyManager[] keys(Credential credential)
      throws GeneralSecurityException, IOException {
    if (credential == null || !credential.hasCertificate()) {
      return null;
    }
    PrivateKey key =
        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(credential.key()));
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(credential.certificate()));
    KeyStore store = empty();
    char[] inMemoryAlone = new char[0];
    store.setKeyEntry("terminal", key, inMemoryAlone, new Certificate[] {certificate});
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, inMemoryAlone);
    return factory.getKeyManagers();
  }

  private TrustManager[] trust() throws GeneralSecurityException, IOException {
    if (trusted == null) {
      return null;
    }
    KeyStore store = empty();
    try (InputStream in = Files.newInputStream(trusted)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("trusted-" + store.size(), each);
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
