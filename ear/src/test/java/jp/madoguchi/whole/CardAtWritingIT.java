package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The wrong card, and a card whose PINs are locked, at the running counter. */
class CardAtWritingIT {

  private static final Map<String, Object> PINS =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void anotherPersonsCardIsRefusedAtTheStepAndStopsTheWriting() {
    Visit other = Visit.of(76);
    Visit visit = Visit.of(75);
    visit.apply("NEW", "USER_AUTHENTICATION");
    visit.papersChecked();
    other.cardPutOnReader();
    Api.Reply wrong = visit.perform("present-card", Map.of("terminal", Visit.TERMINAL));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().get("code").asText()).isEqualTo("wrong-card");
    assertThat(wrong.json().get("detail").asText()).isNotBlank();

    visit.cardPutOnReader().cardPresented();
    other.cardPutOnReader();
    visit.pinsEntered(Map.of("USER_AUTHENTICATION", "2468"));
    JsonNode stopped =
        Wait.until(
            "the writing says that the wrong card lies there",
            () -> visit.writing(),
            seen -> seen.path("state").asText().equals("WRONG_CARD"));
    assertThat(stopped.get("next").asText()).contains("申請者のカード");

    visit.cardPutOnReader().written().handedOver();
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.certificate where reception_number = ?",
                visit.receptionNumber()))
        .isEqualTo(1);
  }

  @Test
  void lockedPinsOfTheCardAreSetAnewByTheNextIssue() throws IOException {
    Visit visit = Visit.of(77);
    visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION");
    visit.writtenWith(PINS);
    visit.handedOver();
    lock("SIGNATURE", visit.card());
    lock("USER_AUTHENTICATION", visit.card());

    visit.reissue("RECORD_CHANGE", "SIGNATURE", "USER_AUTHENTICATION");
    visit.writtenWith(PINS);
    visit.handedOver();

    assertThat(triesLeft("SIGNATURE", visit.card())).isEqualTo(5);
    assertThat(triesLeft("USER_AUTHENTICATION", visit.card())).isEqualTo(3);
  }

  /** As five, or three, wrong tries leave the card. */
  private static void lock(String pin, String card) throws IOException {
    Path file = fileOf(card);
    JsonNode state = JSON.readTree(file.toFile());
    assertThat(state.at("/pins/" + pin + "/triesLeft").asInt()).isPositive();
    ((ObjectNode) state.at("/pins/" + pin)).put("triesLeft", 0);
    JSON.writeValue(file.toFile(), state);
  }

  private static int triesLeft(String pin, String card) throws IOException {
    return JSON.readTree(fileOf(card).toFile()).at("/pins/" + pin + "/triesLeft").asInt();
  }

  private static Path fileOf(String card) {
    return RunningCounter.data().resolve("cards").resolve(card + ".state");
  }
}
