package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a clerk ticks is recorded, and what is not ticked stops the step. */
class ConfirmationsIT {

  private static final Map<String, Object> PINS =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");

  @Test
  void faceCardAndCopyAreConfirmedByNameAndTime() {
    Visit visit = Visit.of(71);
    visit.apply("NEW", "USER_AUTHENTICATION");
    Api.Reply unlooked =
        visit.perform("check-papers", Map.of("confirmed", List.of("APPLICANT_CARD")));
    assertThat(unlooked.status()).isEqualTo(422);
    assertThat(unlooked.json().get("code").asText()).isEqualTo("confirmation-missing");
    assertThat(visit.look().at("/nextSteps/0/step").asText()).isEqualTo("check-papers");
    assertThat(visit.look().get("papers")).isEmpty();

    visit
        .papersChecked()
        .cardPutOnReader()
        .cardPresented()
        .pinsEntered(Map.of("USER_AUTHENTICATION", "2468"))
        .written();
    assertThat(visit.perform("hand-over", Map.of()).status()).isEqualTo(422);
    assertThat(
            visit
                .perform("hand-over", Map.of("confirmed", List.of("CARD_RETURNED")))
                .json()
                .get("code")
                .asText())
        .isEqualTo("confirmation-missing");
    visit.handedOver();

    JsonNode confirmed = visit.look().get("confirmations");
    assertThat(confirmed)
        .extracting(one -> one.get("item").asText())
        .containsExactly("SAME_PERSON", "CARD_RETURNED", "COPY_GIVEN");
    assertThat(confirmed)
        .allSatisfy(
            one -> {
              assertThat(one.get("confirmedBy").asText()).isEqualTo("clerk1");
              assertThat(one.get("confirmedAt").asText()).startsWith("2026-11-24T");
            });
  }

  /** 代替文字: the applicant sees both, agrees, and finds it on the copy. */
  @Test
  void substituteCharactersAreAgreedToBeforeTheyAreWritten() {
    Visit visit = Visit.of(12);
    visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION");
    JsonNode substitute = visit.look().at("/substitutes/0");
    assertThat(substitute.get("item").asText()).isEqualTo("NAME");
    assertThat(substitute.get("registered").asText()).isEqualTo("𠮷");
    assertThat(
            visit
                .perform(
                    "check-papers", Map.of("confirmed", List.of("APPLICANT_CARD", "SAME_PERSON")))
                .json()
                .get("code")
                .asText())
        .isEqualTo("confirmation-missing");

    visit
        .papersChecked()
        .cardPutOnReader()
        .cardPresented()
        .pinsEntered(PINS)
        .written()
        .handedOver();

    JsonNode agreed = visit.look().at("/confirmations/1");
    assertThat(agreed.get("item").asText()).isEqualTo("SUBSTITUTES_AGREED");
    assertThat(agreed.get("detail").asText())
        .isEqualTo("𠮷→" + substitute.get("substitute").asText());
    assertThat(
            Api.as("clerk1")
                .get("api/applications/" + visit.receptionNumber() + "/certificates.pdf")
                .status())
        .isEqualTo(200);
  }

  @Test
  void theScreenShowsTheCharactersSideBySideAndAsks() {
    Visit visit = Visit.of(13);
    Api.Reply received = visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION");
    assertThat(received.status()).as(received.text()).isEqualTo(201);
    boolean replaced = !visit.look().get("substitutes").isEmpty();
    try (Screen clerk = new Screen(1366, 768)) {
      clerk.logIn("clerk1");
      clerk.open("case/index.xhtml?id=" + visit.receptionNumber()).waitFor("書類を確認する");
      if (replaced) {
        clerk.waitFor("代替文字で記録することに同意を得ました").judged("case-substitutes");
      }
    }
    visit.withdrawn();
  }
}
