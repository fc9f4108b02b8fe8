package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-ALL-REASONS for the training residents who stand for a refusal. */
class RefusalsIT {

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "3, R-AGE", // a 13-year-old
    "5, R-WARD", // an adult ward
    "8, R-CARD-ONLY", // an expired card
    "9, R-CARD-ONLY", // a lost card
    "10, R-CARD-ONLY", // a 住民基本台帳カード
    "11, R-RESIDENT", // moved away
    "18, R-RESIDENT" // died
  })
  void eachRefusalNamesItsRuleSourceAndReason(int resident, String rule) {
    Api.Reply reply = Visit.of(resident).apply("NEW", "SIGNATURE", "USER_AUTHENTICATION");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.contentType()).startsWith("application/problem+json");
    List<JsonNode> refusals = new ArrayList<>();
    reply
        .json()
        .get("findings")
        .forEach(
            finding -> {
              if (finding.get("verdict").asText().equals("REFUSE")) {
                refusals.add(finding);
              }
            });
    assertThat(refusals).extracting(finding -> finding.get("rule").asText()).contains(rule);
    assertThat(refusals)
        .allSatisfy(
            finding -> {
              assertThat(finding.get("reason").asText()).isNotBlank();
              assertThat(finding.get("source").asText()).isNotBlank();
            });
  }
}
