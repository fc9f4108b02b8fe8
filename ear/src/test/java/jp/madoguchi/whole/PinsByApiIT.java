package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.madoguchi.agent.reader.OpenSc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-PINS: PINs changed and reset by programs, judged by OpenSC. */
class PinsByApiIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> BOTH =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");

  @TempDir private Path folder;

  @Test
  void whoKnowsThePinsHasThemChangedInOneVisit() throws Exception {
    Visit issue = Visit.ofAnAdult();
    issue.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION");
    issue.writtenWith(BOTH).handedOver();
    PinVisit visit = PinVisit.after(issue);
    Map<String, Object> wish = Map.of("signature", "CHANGE", "userAuthentication", "CHANGE");
    String once = UUID.randomUUID().toString();
    assertThat(visit.open(wish, once).status()).isEqualTo(201);
    String id = visit.id();
    assertThat(visit.open(wish, once).json().get("id").asText()).isEqualTo(id);
    assertThat(visit.open(wish).json().get("code").asText()).isEqualTo("pin-service-open");

    assertThat(visit.papers()).containsExactly("APPLICANT_CARD");
    assertThat(code(visit.perform("check-papers", Map.of("confirmed", List.of()))))
        .isEqualTo("papers-missing");
    assertThat(code(visit.perform("give-back", Map.of()))).isEqualTo("step-not-due");
    visit.papersChecked();
    assertThat(code(visit.perform("present-card", Map.of("terminal", "T1")))).isEqualTo("no-card");
    visit.cardPresented();
    JsonNode asked =
        visit.asked(
            "SIGNATURE_CURRENT", "SIGNATURE", "USER_AUTHENTICATION_CURRENT", "USER_AUTHENTICATION");
    assertThat(asked.at("/tries/0/left").asInt()).isEqualTo(5);

    visit.types(
        Map.of(
            "SIGNATURE_CURRENT", "MADO2026",
            "SIGNATURE", "NEW2026A",
            "USER_AUTHENTICATION_CURRENT", "1111",
            "USER_AUTHENTICATION", "8350"));
    JsonNode again =
        Wait.until(
            "the card has refused what was typed",
            () -> visit.asked("USER_AUTHENTICATION_CURRENT"),
            seen -> seen.at("/tries/0/last").asText().equals("WRONG"));
    assertThat(again.at("/tries/0/left").asInt()).isEqualTo(2);
    assertThat(visit.progress().get("state").asText()).isEqualTo("CURRENT_WRONG");
    visit.types(Map.of("USER_AUTHENTICATION_CURRENT", "2468"));
    visit.cardGivenBack();

    Api.Reply slip = Api.as("clerk1").get("api/pin-services/" + id + "/slip.pdf", "*/*");
    assertThat(slip.status()).isEqualTo(200);
    assertThat(slip.text()).startsWith("%PDF");
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.audit_event where subject_key = ?"
                    + " and act in ('pin.set', 'pin.current-wrong')",
                id))
        .isEqualTo(3);
    judgedByOpenSc(issue.card());
  }

  /** Slot 1 is that for user authentication, 2 that for signatures. */
  private void judgedByOpenSc(String card) throws Exception {
    try (OpenSc openSc = OpenSc.start(folder);
        CardAtHome atHome = CardAtHome.plug(card, openSc)) {
      openSc.awaitTheCard();
      verify(openSc, "01", "8350");
      verify(openSc, "02", "NEW2026A");
      assertThatThrownBy(() -> verify(openSc, "01", "2468"))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> verify(openSc, "02", "MADO2026"))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static void verify(OpenSc openSc, String id, String pin) throws Exception {
    openSc.run("pkcs15-tool", "--verify-pin", "--auth-id", id, "--pin", pin);
  }

  @Test
  void aLockedPinTurnsToAResetThatATornCardDoesNotStop() throws Exception {
    Visit issue = Visit.ofAnAdult();
    issue.apply("NEW", "USER_AUTHENTICATION");
    issue.writtenWith(Map.of("USER_AUTHENTICATION", "2468")).handedOver();
    lock("USER_AUTHENTICATION", issue.card());
    PinVisit visit = PinVisit.after(issue);
    visit.open(Map.of("userAuthentication", "CHANGE"));
    visit.papersChecked().cardPresented().until("check-papers");

    assertThat(visit.look().at("/ways/USER_AUTHENTICATION").asText()).isEqualTo("RESET");
    assertThat(visit.papers()).containsExactly("APPLICANT_CARD", "HOLDER_PHOTO_ID");
    visit.papersChecked().cardPresentedAgain();
    visit.asked("USER_AUTHENTICATION");
    Api.as("clerk1")
        .post("api/training/cards/" + issue.card() + "/tear?terminal=T1&afterCommand=4", Map.of());
    visit.types(Map.of("USER_AUTHENTICATION", "8350"));
    Wait.until(
        "the page says that the card came off",
        visit::progress,
        seen -> seen.path("state").asText().equals("PIN_TORN"));
    assertThat(visit.screen().get("state").asText()).isEqualTo("PIN_TORN");
    issue.cardPutOnReader();
    visit.cardGivenBack();
    assertThat(triesLeft("USER_AUTHENTICATION", issue.card())).isEqualTo(3);
  }

  @Test
  void whatIsRefusedSaysEveryReasonAndWhatToDo() {
    PinVisit visit = PinVisit.after(Visit.ofAnAdult());
    Api.Reply none = visit.open(Map.of("signature", "RESET", "userAuthentication", "CHANGE"));
    assertThat(none.status()).isEqualTo(422);
    assertThat(code(none)).isEqualTo("R-PINS");
    assertThat(none.text()).contains("署名用電子証明書は、この窓口の記録にありません", "新規発行を申請");
    Api.Reply proxy = visit.open(Map.of("signature", "RESET", "route", "PROXY"));
    assertThat(code(proxy)).isEqualTo("R-PROXY-TWO-VISITS");
    assertThat(proxy.text()).contains("代理人として電子証明書の再発行を申請");
    assertThat(code(visit.open(Map.of()))).isEqualTo("pin-service-none");
    assertThat(
            code(
                visit.open(Map.of("userAuthentication", "RESET", "route", "LEGAL_REPRESENTATIVE"))))
        .isEqualTo("form-incomplete");
  }

  private static String code(Api.Reply reply) {
    return reply.json().path("code").asText();
  }

  /** As three wrong tries leave the card. */
  private static void lock(String pin, String card) throws IOException {
    Path file = fileOf(card);
    JsonNode state = JSON.readTree(file.toFile());
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
