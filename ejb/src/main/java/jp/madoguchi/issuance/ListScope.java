package jp.madoguchi.issuance;

import java.util.Optional;

/**
 * What a revocation list speaks of: all certificates of a type, or those whose distribution point
 * names one partition (RFC 5280 5.2.5).
 */
public record ListScope(CertificateType type, Optional<Integer> partition) {

  public static ListScope full(CertificateType type) {
    return new ListScope(type, Optional.empty());
  }

  public static ListScope partition(CertificateType type, int partition) {
    return new ListScope(type, Optional.of(partition));
  }

  /** The word for it in public addresses: {@code sign}, {@code sign-3}. */
  public String path() {
    return type.path() + partition.map(number -> "-" + number).orElse("");
  }
}
