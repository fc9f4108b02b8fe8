package jp.madoguchi.web.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.issuance.AuthorityLink;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.ListScope;
import jp.madoguchi.web.issuance.PublishedPath.OfCertificate;
import jp.madoguchi.web.issuance.PublishedPath.OfList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedPathTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void listsAndCertificatesAreFoundByTypePartitionAndKey() {
    assertThat(parse("/crl/auth.crl"))
        .contains(
            new OfList(ListScope.full(CertificateType.USER_AUTHENTICATION), Optional.empty()));
    assertThat(parse("/crl/sign-12.crl", "keyId", KEY.toUpperCase()))
        .contains(new OfList(ListScope.partition(CertificateType.SIGNATURE, 12), Optional.of(KEY)));
    assertThat(parse("/ca/sign.cer"))
        .contains(new OfCertificate(CertificateType.SIGNATURE, Optional.empty(), Optional.empty()));
    assertThat(parse("/ca/sign.cer", "keyId", KEY, "link", "old-with-new"))
        .contains(
            new OfCertificate(
                CertificateType.SIGNATURE,
                Optional.of(KEY),
                Optional.of(AuthorityLink.OLD_WITH_NEW)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/crl",
        "/crl/",
        "/crl/other.crl",
        "/crl/sign-00.crl",
        "/crl/sign-.crl",
        "/crl/sign.crl/",
        "/crl/../ca/sign.cer",
        "/ca/sign.crl",
        "/ca/sign",
        "/ocsp/sign"
      })
  void anythingElseIsNoSuchFile(String path) {
    assertThat(parse(path)).isEmpty();
  }

  @Test
  void aKeyThatIsNoneAndALinkWithoutKeyAreNoSuchFile() {
    assertThat(parse("/ca/sign.cer", "keyId", "zz")).isEmpty();
    assertThat(parse("/crl/sign.crl", "keyId", "")).isEmpty();
    assertThat(parse("/ca/sign.cer", "link", "old-with-new")).isEmpty();
    assertThat(parse("/ca/sign.cer", "keyId", KEY, "link", "sideways")).isEmpty();
  }

  private static Optional<PublishedPath> parse(String path, String... query) {
    Map<String, Deque<String>> given = new HashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      given.put(query[i], new ArrayDeque<>(List.of(query[i + 1])));
    }
    return PublishedPath.parse(path, given);
  }
}
