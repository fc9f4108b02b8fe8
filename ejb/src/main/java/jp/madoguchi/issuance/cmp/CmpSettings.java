package jp.madoguchi.issuance.cmp;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;

/**
 * The authority outside, as the settings describe it; {@code {type}} in address and file names
 * stands for {@code sign} or {@code auth}.
 *
 * <ul>
 *   <li>{@code authority.cmp.address}: where its CMP server is
 *   <li>{@code authority.cmp.issuers}: a PEM file with the certificates of the authorities that may
 *       sign
 *   <li>{@code authority.cmp.reference} and {@code authority.cmp.secret}: for protection by a
 *       shared secret
 *   <li>{@code authority.cmp.keystore} (PKCS#12), {@code authority.cmp.keystore-password} and
 *       {@code authority.cmp.server} (PEM: whose signatures are believed): for protection by
 *       signature
 *   <li>{@code authority.cmp.request}: {@code ir} or {@code cr}; {@code authority.cmp.seconds}: how
 *       long one answer is waited for, 10
 * </ul>
 */
public final class CmpSettings {

  private static final List<String> NAMES =
      List.of(
          "authority.cmp.address",
          "authority.cmp.issuers",
          "authority.cmp.reference",
          "authority.cmp.secret",
          "authority.cmp.keystore",
          "authority.cmp.keystore-password",
          "authority.cmp.server",
          "authority.cmp.request",
          "authority.cmp.seconds");

  private final Settings settings;

  public CmpSettings(Settings settings) {
    this.settings = settings;
  }

  /** All of them as they stand: other ones describe another line. Nothing of it is to be shown. */
  public List<String> standing() {
    return NAMES.stream().map(name -> settings.text(name, "")).toList();
  }

  /** Whether an authority outside is described at all. */
  public boolean present() {
    return settings.find("authority.cmp.address").isPresent();
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code cmp-settings-wrong} with the setting
   */
  public List<X509CertificateHolder> issuers(String type) {
    return certificates("authority.cmp.issuers", type);
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code cmp-settings-wrong} with the setting
   */
  public CmpPeer peer(String type) {
    Duration patience = Duration.ofSeconds(settings.number("authority.cmp.seconds", 10));
    X500Name recipient = issuers(type).get(0).getSubject();
    return new CmpPeer(
        HttpClient.newBuilder().connectTimeout(patience).build(),
        address(type),
        recipient,
        protection(type),
        requestType(),
        patience);
  }

  private URI address(String type) {
    try {
      URI address = URI.create(required("authority.cmp.address").replace("{type}", type));
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // said below, as any other address that is none
    }
    throw wrong("authority.cmp.address", null);
  }

  private int requestType() {
    return switch (settings.text("authority.cmp.request", "ir")) {
      case "ir" -> PKIBody.TYPE_INIT_REQ;
      case "cr" -> PKIBody.TYPE_CERT_REQ;
      default -> throw wrong("authority.cmp.request", null);
    };
  }

  private Protection protection(String type) {
    return settings.find("authority.cmp.keystore").isPresent()
        ? signature(type)
        : new SharedSecret(required("authority.cmp.reference"), required("authority.cmp.secret"));
  }

  private Protection signature(String type) {
    Path file = Path.of(required("authority.cmp.keystore"));
    char[] password = required("authority.cmp.keystore-password").toCharArray();
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          return new OwnSignature(
              new X509CertificateHolder(store.getCertificate(alias).getEncoded()),
              (PrivateKey) store.getKey(alias, password),
              certificates("authority.cmp.server", type));
        }
      }
      throw wrong("authority.cmp.keystore", null);
    } catch (IOException | GeneralSecurityException e) {
      throw wrong("authority.cmp.keystore", e);
    }
  }

  private List<X509CertificateHolder> certificates(String setting, String type) {
    List<X509CertificateHolder> certificates = new ArrayList<>();
    Path file = Path.of(required(setting).replace("{type}", type));
    try (Reader reader = Files.newBufferedReader(file);
        PEMParser parser = new PEMParser(reader)) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        if (next instanceof X509CertificateHolder certificate) {
          certificates.add(certificate);
        }
      }
    } catch (IOException e) {
      throw wrong(setting, e);
    }
    if (certificates.isEmpty()) {
      throw wrong(setting, null);
    }
    return certificates;
  }

  private String required(String setting) {
    return settings.find(setting).orElseThrow(() -> wrong(setting, null));
  }

  private static RuntimeException wrong(String setting, Exception cause) {
    RuntimeException problem = Problem.refused("cmp-settings-wrong", setting).asException();
    if (cause != null) {
      problem.initCause(cause);
    }
    return problem;
  }
}
