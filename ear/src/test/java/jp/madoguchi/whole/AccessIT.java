package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed by default: who may ask for what, and what a stranger sees. */
class AccessIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/applications",
        "api/residents?kana=%E3%82%B1",
        "api/audit/events",
        "api/processes",
        "api/certificates/01",
        "api/terminals/T1/card",
        "api/no-such-thing"
      })
  void aStrangerIsAskedToLogInByAProblemAndNotByAPage(String path) {
    Api.Reply reply = Api.anonymous().get(path);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.contentType()).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "health/live",
        "health/ready",
        "api/calendar/2026-11-24",
        "ca/sign.cer",
        "crl/auth.crl",
        "guide",
        "guide/easy",
        "guide/en",
        "login.xhtml"
      })
  void whatIsPublicNeedsNoLogin(String path) {
    assertThat(Api.anonymous().get(path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "auditor1, api/residents?kana=%E3%82%B1", // an auditor does not browse the register
    "clerk1, api/audit/events", // a clerk does not read the trail
    "clerk1, api/processes", // nor the diagrams
    "auditor1, api/letters?which=TO_POST", // an auditor sends no letters
    "admin1, api/identity-documents", // nor does an administrator receive proxies
    "owner1, api/applications" // a process owner sees no cases
  })
  void aRoleThatMayNotIsRefused(String login, String path) {
    Api.Reply reply = Api.as(login).get(path);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.contentType()).startsWith("application/problem+json");
  }

  @Test
  void anUnknownFieldIsNamed() {
    Map<String, Object> form = Visit.of(21).form("NEW", null, "SIGNATURE");
    form.put("colour", "blue");
    Api.Reply reply = Api.as("clerk1").post("api/applications", form);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("colour").doesNotContain("Exception");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    String large = "{\"contact\":\"" + "x".repeat(3_000_000) + "\"}";
    assertThat(Api.as("clerk1").post("api/applications", large).status()).isEqualTo(413);
  }
}
