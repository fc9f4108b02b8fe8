package jp.madoguchi.issuance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.issuance.jpa.AuthorityGeneration;
import jp.madoguchi.problem.Problem;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Compares what the keystore file holds with what the table says. A system that signs with a key
 * the table does not know, or answers without one that signed, is not started. A generation that is
 * only prepared has signed nothing, and may have been cut off before its key was written.
 */
final class KeystoreAgreement {

  private final Path file;
  private final X500Name name;

  KeystoreAgreement(Path file, X500Name name) {
    this.file = file;
    this.name = name;
  }

  void check(List<AuthorityGeneration> rows, List<Authority> keys) {
    Map<String, Authority> byId =
        keys.stream().collect(Collectors.toMap(Authority::keyId, Function.identity()));
    List<String> known = rows.stream().map(AuthorityGeneration::keyId).toList();
    if (rows.stream().filter(AuthorityGeneration::current).count() != 1) {
      throw differs("current");
    }
    List<AuthorityGeneration> live = rows.stream().filter(row -> !row.prepared()).toList();
    for (AuthorityGeneration row : live) {
      Authority authority = byId.get(row.keyId());
      if (authority == null || !sameCertificates(row, authority) || !keysBelong(authority)) {
        throw differs(row.keyId());
      }
      if (!authority.certificate().getSubject().equals(name)) {
        throw Problem.refused(
                "authority-name-changed", authority.certificate().getSubject().toString(), name)
            .asException();
      }
    }
    keys.stream()
        .map(Authority::keyId)
        .filter(keyId -> !known.contains(keyId))
        .findFirst()
        .ifPresent(
            keyId -> {
              throw differs(keyId);
            });
  }

  /**
   * A responder's certificate is renewed by itself, file first: where the table still has the
   * former one, it is enough that the authority signed the new one.
   */
  private static boolean sameCertificates(AuthorityGeneration row, Authority authority) {
    return Arrays.equals(row.certificate(), encoded(authority.certificate()))
        && signedByItsAuthority(authority);
  }

  private static boolean signedByItsAuthority(Authority authority) {
    try {
      return authority
          .responderCertificate()
          .isSignatureValid(new JcaContentVerifierProviderBuilder().build(authority.certificate()));
    } catch (GeneralSecurityException | OperatorCreationException | CertException e) {
      return false;
    }
  }

  private static boolean keysBelong(Authority authority) {
    return belongs(authority.key(), authority.certificate())
        && belongs(authority.responderKey(), authority.responderCertificate());
  }

  private static boolean belongs(PrivateKey key, X509CertificateHolder certificate) {
    try {
      BigInteger modulus =
          RSAPublicKey.getInstance(certificate.getSubjectPublicKeyInfo().parsePublicKey())
              .getModulus();
      return ((RSAKey) key).getModulus().equals(modulus);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RuntimeException differs(String keyId) {
    return Problem.refused("authority-keystore-differs", file.toString(), keyId).asException();
  }

  static byte[] encoded(X509CertificateHolder certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
