package jp.madoguchi.web.issuance;

import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.issuance.AuthorityLink;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.ListScope;

/** A file that relying parties fetch, by its address. */
sealed interface PublishedPath {

  /**
   * {@code /crl/{sign|auth}.crl}: the newest full list in DER, {@code /crl/sign-3.crl} that of a
   * partition, signed by the newest key or, with {@code ?keyId=}, by the key of that subject key
   * identifier.
   */
  record OfList(ListScope scope, Optional<String> keyId) implements PublishedPath {
    @Override
    public String resource() {
      return "/crl";
    }
  }

  /**
   * {@code /ca/{sign|auth}.cer}: the authority's certificate in DER, of the newest key or, with
   * {@code ?keyId=}, of the key with that subject key identifier in hexadecimal; with {@code
   * &link=new-with-old} or {@code old-with-new} as well, the link between it and the key before it.
   */
  record OfCertificate(CertificateType type, Optional<String> keyId, Optional<AuthorityLink> link)
      implements PublishedPath {
    @Override
    public String resource() {
      return "/ca";
    }
  }

  /** By what the figures of the server name it. */
  String resource();

  /** Empty where the address names no such file. */
  static Optional<PublishedPath> parse(String path, Map<String, Deque<String>> query) {
    Optional<String> keyId = first(query, "keyId").map(id -> id.toLowerCase(Locale.ROOT));
    if (keyId.filter(id -> !AuthorityPath.isKeyId(id)).isPresent()) {
      return Optional.empty();
    }
    if (path.startsWith("/crl/")) {
      return AuthorityPath.list(path.substring("/crl".length()))
          .map(scope -> new OfList(scope, keyId));
    }
    return path.startsWith("/ca/")
        ? AuthorityPath.type(path.substring("/ca".length()), ".cer")
            .flatMap(type -> certificate(type, keyId, first(query, "link")))
        : Optional.empty();
  }

  private static Optional<PublishedPath> certificate(
      CertificateType type, Optional<String> keyId, Optional<String> link) {
    if (link.isEmpty()) {
      return Optional.of(new OfCertificate(type, keyId, Optional.empty()));
    }
    return keyId.isEmpty()
        ? Optional.empty()
        : link(link.get()).map(which -> new OfCertificate(type, keyId, Optional.of(which)));
  }

  private static Optional<AuthorityLink> link(String name) {
    return switch (name) {
      case "new-with-old" -> Optional.of(AuthorityLink.NEW_WITH_OLD);
      case "old-with-new" -> Optional.of(AuthorityLink.OLD_WITH_NEW);
      default -> Optional.empty();
    };
  }

  private static Optional<String> first(Map<String, Deque<String>> query, String name) {
    return Optional.ofNullable(query.get(name)).map(Deque::peekFirst);
  }
}
