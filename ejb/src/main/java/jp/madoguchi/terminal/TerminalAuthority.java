package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * The small authority for the certificates by which agents call; it has nothing to do with those of
 * the citizens. Its key lies in the PKCS#12 file of the setting {@code terminals.authority-file},
 * under the password {@code terminals.password}.
 */
@ApplicationScoped
public class TerminalAuthority {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SERIAL_BITS = 127;
  private static final int P256_BITS = 256;
  private static final String ALGORITHM = "SHA256withECDSA";

  /** A terminal's clock may be a little behind the server's. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final Settings settings;
  private volatile Issuer issuer;

  private record Issuer(PrivateKey key, X509Certificate certificate) {}

  protected TerminalAuthority() {
    this(null);
  }

  @Inject
  public TerminalAuthority(Settings settings) {
    this.settings = settings;
  }

  /**
   * A client certificate for the key of a request. Nothing but the key is taken from it: the name
   * is the terminal's id.
   *
   * @param request PKCS#10, DER, signed with a key on P-256
   * @return DER
   * @throws jp.madoguchi.problem.BusinessException {@code terminal-request-malformed}, {@code
   *     terminal-authority-missing}
   */
  public byte[] issue(String terminal, byte[] request, Instant from, Instant until) {
    PublicKey key = key(request);
    Issuer by = issuer();
    try {
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder certificate =
          new X509v3CertificateBuilder(
              new JcaX509CertificateHolder(by.certificate()).getSubject(),
              new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1),
              Date.from(from.minus(CLOCKS_DIFFER)),
              Date.from(until),
              new X500Name("CN=" + terminal),
              SubjectPublicKeyInfo.getInstance(key.getEncoded()));
      add(certificate, Extension.basicConstraints, true, new BasicConstraints(false));
      add(certificate, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      add(
          certificate,
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
      add(
          certificate,
          Extension.authorityKeyIdentifier,
          false,
          ids.createAuthorityKeyIdentifier(by.certificate().getPublicKey()));
      add(certificate, Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
      return certificate.build(new JcaContentSignerBuilder(ALGORITHM).build(by.key())).getEncoded();
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("The terminals' authority could not sign", e);
    }
  }

  private static void add(
      X509v3CertificateBuilder certificate,
      ASN1ObjectIdentifier kind,
      boolean critical,
      ASN1Encodable value)
      throws IOException {
    certificate.addExtension(kind, critical, value);
  }

  /** The key whose owner signed the request. */
  private static PublicKey key(byte[] request) {
    try {
      JcaPKCS10CertificationRequest read = new JcaPKCS10CertificationRequest(request);
      PublicKey key = read.getPublicKey();
      if (key instanceof ECPublicKey onCurve
          && onCurve.getParams().getOrder().bitLength() == P256_BITS
          && read.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        return key;
      }
    } catch (IOException
        | GeneralSecurityException
        | OperatorCreationException
        | PKCSException
        | RuntimeException e) {
      // Whatever it is, it is no request of an agent.
    }
    throw Problem.refused("terminal-request-malformed").asException();
  }

  private Issuer issuer() {
    Issuer known = issuer;
    if (known == null) {
      known = read();
      issuer = known;
    }
    return known;
  }

  private Issuer read() {
    Path file =
        settings
            .find("terminals.authority-file")
            .map(Path::of)
            .orElseThrow(() -> Problem.unavailable("terminal-authority-missing", "").asException());
    char[] password = settings.text("terminals.password", "").toCharArray();
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      String alias = store.aliases().nextElement();
      return new Issuer(
          (PrivateKey) store.getKey(alias, password),
          (X509Certificate) store.getCertificate(alias));
    } catch (IOException | GeneralSecurityException e) {
      RuntimeException missing =
          Problem.unavailable("terminal-authority-missing", file.toString()).asException();
      missing.initCause(e);
      throw missing;
    }
  }
}
