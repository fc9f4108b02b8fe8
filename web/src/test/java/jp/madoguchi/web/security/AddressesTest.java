package jp.madoguchi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/calendar/../audit/events",
        "/api/calendar/..;/audit/events",
        "/assets/%2e%2e/home.xhtml",
        "/assets/%2E./home.xhtml",
        "/api%2faudit/events",
        "/api/calendar/%252e%252e/x",
        "//evil.example/",
        "/home.xhtml;jsessionid=1",
        "/a\\b",
        "/a%5cb",
        "/a/./b",
        "/a%00b",
        "/a%0d%0ab",
        "/a/..",
      })
  void anAddressThatCanBeReadInTwoWaysIsRefused(String path) {
    assertThat(Addresses.ambiguous(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/home.xhtml",
        "/crl/sign.crl",
        "/api/applications/R8-1124-0001/letter.pdf",
        "/search/%E5%B1%B1%E7%94%B0",
        "/api/drafts/case:R8-1",
        "/ocsp/sign/MEUwQzBBMD8wPTAJBgUrDgMCGgUABBQ%3D",
      })
  void anOrdinaryAddressIsNot(String path) {
    assertThat(Addresses.ambiguous(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home.xhtml", "/case/index.xhtml?receptionNumber=R8-1", "/"})
  void afterTheLoginOnePageOfOursIsOpened(String from) {
    assertThat(Addresses.ownPage(from)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "javascript:alert(1)",
        "/login.xhtml",
        "/logged-out.xhtml",
        "/api/session",
        "/home.xhtml?a\r\nSet-Cookie: x",
        "",
      })
  void andNothingElse(String from) {
    assertThat(Addresses.ownPage(from)).isFalse();
  }
}
