package jp.madoguchi.whole;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyStoreBuilderParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * What a holder's own computer does with the card, by the JDK's PKCS#11 over OpenSC's module. A
 * program of its own: the module reads its configuration from the environment and is loaded once in
 * a process. The PIN comes by the standard input.
 */
final class HolderSoftware {

  private final KeyStore card;
  private final Provider provider;
  private final String alias;

  private HolderSoftware(String module, String slot, char[] pin) throws Exception {
    provider =
        Security.getProvider("SunPKCS11")
            .configure("--name=card\nlibrary=" + module + "\nslotListIndex=" + slot + "\n");
    // TLS looks for whoever can sign with a key that never leaves the card
    Security.addProvider(provider);
    card = KeyStore.getInstance("PKCS11", provider);
    card.load(null, pin);
    alias = keyAlias();
  }

  /** {@code <module> <slot> cms <file> <signed>}, or {@code <module> <slot> tls <port> <ca>}. */
  public static void main(String[] words) throws Exception {
    String pin =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    HolderSoftware holder = new HolderSoftware(words[0], words[1], pin.toCharArray());
    switch (words[2]) {
      case "cms" -> holder.sign(Path.of(words[3]), Path.of(words[4]));
      case "tls" -> holder.logIn(Integer.parseInt(words[3]), Path.of(words[4]));
      default -> throw new IllegalArgumentException(words[2]);
    }
  }

  /** The one entry with a key; the authorities' certificates are entries too. */
  private String keyAlias() throws Exception {
    for (String one : Collections.list(card.aliases())) {
      if (card.isKeyEntry(one)) {
        return one;
      }
    }
    throw new IllegalStateException("no key among " + Collections.list(card.aliases()));
  }

  private void sign(Path file, Path signed) throws Exception {
    X509Certificate certificate = (X509Certificate) card.getCertificate(alias);
    ContentSigner signer =
        new JcaContentSignerBuilder("SHA256withRSA")
            .setProvider(provider)
            .build((PrivateKey) card.getKey(alias, null));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .build(signer, certificate));
    generator.addCertificates(new JcaCertStore(List.of(certificate)));
    Files.write(
        signed,
        generator
            .generate(new CMSProcessableByteArray(Files.readAllBytes(file)), true)
            .getEncoded());
  }

  /** Says hello, and prints what the server says of whoever came. */
  private void logIn(int port, Path serverCertificate) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("NewSunX509");
    keys.init(
        new KeyStoreBuilderParameters(
            KeyStore.Builder.newInstance(card, new KeyStore.PasswordProtection(null))));
    SSLContext context = SSLContext.getInstance("TLSv1.2");
    context.init(keys.getKeyManagers(), trust(serverCertificate).getTrustManagers(), null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.startHandshake();
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      System.out.write(socket.getInputStream().readAllBytes());
      System.out.flush();
    }
  }

  private static TrustManagerFactory trust(Path certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (var stream = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(stream));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    return trust;
  }
}
