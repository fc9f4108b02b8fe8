package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R-SECOND-PERSON for an authority's next key, up to the decision; {@link TwoKeysIT} goes on. */
class AuthorityRenewalIT {

  private static final String PAGE = "authority/renewal.xhtml?type=SIGNATURE";

  @Test
  void anAdministratorAsksAndSomebodyElseDecides() {
    Office.isOpen();
    int keys = keys();
    try (Screen administrator = new Screen(1366, 768);
        Screen supervisor = new Screen(1366, 768)) {
      administrator.logIn("admin1").open("authority/index.xhtml").waitFor("発行に使用");
      administrator.judged("authority-keys");
      administrator.open(PAGE).waitFor("鍵の置き場所");
      administrator.page().locator("#reason").fill("鍵の使用期間が終わるため");
      administrator.judged("authority-ask").page().locator("#ask-renewal").click();
      administrator.waitFor("承認を待っています");
      JsonNode asked = Api.as("admin1").get("api/authorities").json();
      long id = asked.at("/authorities/0/renewal/id").asLong();
      assertThat(asked.at("/state").asText()).isEqualTo("SERVING");

      assertThat(code(decide("admin1", id))).isEqualTo("renewal-second-person");
      assertThat(decide("clerk1", id).status()).isEqualTo(403);
      Map<String, String> again = Map.of("home", "FILE", "reason", "もう一度");
      assertThat(code(Api.as("admin1").post("api/authorities/SIGNATURE/renewals", again)))
          .isEqualTo("renewal-open");
      administrator.open(PAGE).waitFor("自分で承認できません").judged("authority-own");

      supervisor.logIn("supervisor1").open(PAGE).waitFor("承認して更新する");
      supervisor.judged("authority-decide").page().locator("#why").fill("来年度に行う");
      supervisor.page().locator("#refuse").click();
      supervisor.waitFor("承認しませんでした");
      assertThat(code(decide("supervisor1", id))).isEqualTo("renewal-decided");
      assertThat(administrator.complaints()).isEmpty();
      assertThat(supervisor.complaints()).isEmpty();
    }
    assertThat(keys()).isEqualTo(keys);
  }

  private static int keys() {
    return Api.as("admin1").get("api/authorities").json().at("/authorities/0/keys").size();
  }

  private static Api.Reply decide(String login, long id) {
    return Api.as(login)
        .post(
            "api/authorities/renewals/" + id + "/decision",
            Map.of("granted", true, "reason", "確認した"));
  }

  private static String code(Api.Reply reply) {
    return reply.json().get("code").asText();
  }
}
