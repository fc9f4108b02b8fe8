package jp.madoguchi.issuance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;

/** How a request may name a key generation (RFC 6960 4.1.1): by hashes of its name and its key. */
final class IssuerHashes {

  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "1.3.14.3.2.26", "SHA-1",
          "2.16.840.1.101.3.4.2.1", "SHA-256",
          "2.16.840.1.101.3.4.2.2", "SHA-384",
          "2.16.840.1.101.3.4.2.3", "SHA-512");

  private record Pair(byte[] name, byte[] key) {}

  private final Map<String, Pair> byAlgorithm;

  IssuerHashes(X509CertificateHolder issuer) {
    byte[] key = issuer.getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
    byte[] name = encoded(issuer);
    byAlgorithm =
        ALGORITHMS.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    hash ->
                        new Pair(
                            KeyIdentifier.hash(hash.getValue(), name),
                            KeyIdentifier.hash(hash.getValue(), key))));
  }

  /** The issuer is chosen by its key; the name, which all generations share, has to fit as well. */
  boolean name(CertificateID id) {
    Pair pair = byAlgorithm.get(id.getHashAlgOID().getId());
    return pair != null
        && Arrays.equals(id.getIssuerKeyHash(), pair.key())
        && Arrays.equals(id.getIssuerNameHash(), pair.name());
  }

  private static byte[] encoded(X509CertificateHolder issuer) {
    try {
      return issuer.getSubject().getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
