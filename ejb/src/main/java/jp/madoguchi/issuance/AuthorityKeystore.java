package jp.madoguchi.issuance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.OwnerOnly;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The PKCS#12 file with the keys of all generations of one authority.
 *
 * <p>An entry's alias is the generation's key identifier; the entry of its OCSP responder has
 * {@code -ocsp} after it. Where the generation's key is on a token, its certificate alone stands
 * there; its responder's key, which signs for everybody who asks and lives for months, is here. The
 * file is replaced in one step and readable by its owner alone.
 */
final class AuthorityKeystore {

  private static final String RESPONDER = "-ocsp";

  private final CertificateType type;
  private final Path file;
  private final char[] password;
  private final AuthorityToken token;

  AuthorityKeystore(CertificateType type, Path directory, char[] password, AuthorityToken token) {
    this.token = token;
    this.type = type;
    this.file = directory.resolve(type.path() + ".p12");
    this.password = password.clone();
  }

  Path file() {
    return file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code authority-keystore-unreadable} when the
   *     file is broken or the password is not its password
   */
  List<Authority> read() {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      List<Authority> generations = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (!alias.endsWith(RESPONDER)) {
          generations.add(generation(store, alias));
        }
      }
      return generations;
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  private Authority generation(KeyStore store, String alias)
      throws GeneralSecurityException, IOException {
    String responder = alias + RESPONDER;
    if (!store.isKeyEntry(responder)) {
      throw new UnrecoverableKeyException("no key under " + responder);
    }
    return new Authority(
        type,
        alias,
        new X509CertificateHolder(store.getCertificate(alias).getEncoded()),
        key(store, alias),
        new X509CertificateHolder(store.getCertificate(responder).getEncoded()),
        (PrivateKey) store.getKey(responder, password));
  }

  private PrivateKey key(KeyStore store, String alias) throws GeneralSecurityException {
    return store.isKeyEntry(alias)
        ? (PrivateKey) store.getKey(alias, password)
        : new TokenKey(
            token, alias, ((RSAPublicKey) store.getCertificate(alias).getPublicKey()).getModulus());
  }

  /** Replaces the file with one that holds these generations. */
  void write(List<Authority> generations) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (Authority generation : generations) {
        Certificate certificate = certificate(generation.certificate());
        if (generation.home() == KeyHome.TOKEN) {
          store.setCertificateEntry(generation.keyId(), certificate);
        } else {
          store.setKeyEntry(
              generation.keyId(), generation.key(), password, new Certificate[] {certificate});
        }
        store.setKeyEntry(
            generation.keyId() + RESPONDER,
            generation.responderKey(),
            password,
            new Certificate[] {certificate(generation.responderCertificate()), certificate});
      }
      replaceFile(store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes this generation's new responder in place of its former one. */
  void replaceResponder(Authority renewed) {
    write(read().stream().map(one -> one.keyId().equals(renewed.keyId()) ? renewed : one).toList());
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replaceFile(KeyStore store) throws IOException, GeneralSecurityException {
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, OwnerOnly.in(file.getParent()));
    try (OutputStream out = Files.newOutputStream(fresh)) {
      store.store(out, password);
    }
    try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private RuntimeException unreadable(Exception cause) {
    RuntimeException problem =
        Problem.refused("authority-keystore-unreadable", file.toString()).asException();
    problem.initCause(cause);
    return problem;
  }

  static Certificate certificate(X509CertificateHolder holder)
      throws GeneralSecurityException, IOException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
  }
}
