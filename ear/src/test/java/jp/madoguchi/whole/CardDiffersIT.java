package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A card whose basic four items differ from the register stops the case, whoever asks. */
class CardDiffersIT {

  /** 例題 移転: the card still has the old address. */
  private static final int MOVED = 16;

  private final Visit visit = Visit.of(MOVED);

  @AfterEach
  void theReaderIsEmpty() {
    visit.removeCard();
  }

  @Test
  void theServerRefusesAndNamesTheItemsWithoutKeepingWhatTheySay() {
    visit.cardPutOnReader();
    JsonNode compared = read("1592").json();
    assertThat(compared.get("equal").asBoolean()).isFalse();

    Api.Reply refused = visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("code").asText()).isEqualTo("card-differs");
    assertThat(refused.json().get("title").asText()).contains("住所");
    assertThat(refused.json().at("/differing/0/item").asText()).isEqualTo("ADDRESS");
    assertThat(refused.json().get("differing")).hasSize(1);
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.audit_event where act = 'application.received'"
                    + " and outcome = 'REFUSED' and subject_key = ?"
                    + " and details like '%card-differs%' and details like '%ADDRESS%'"
                    + " and details not like '%神奈川県%'",
                Long.toString(Visit.residentOf(visit.card()))))
        .isPositive();
  }

  /** What was found at the last reading of the day holds, wherever the card lies meanwhile. */
  @Test
  void itStaysSoWithoutTheCardUntilANewReadingMatches() {
    Visit moved = Visit.of(78);
    String onCard = Registered.addressOf(moved.card());
    try {
      Registered.livesAt(moved.card(), "神奈川県厚木市架空町9丁目9番9号");
      moved.cardPutOnReader();
      assertThat(read(moved, securityCode(78)).json().get("equal").asBoolean()).isFalse();
      moved.removeCard();
      assertThat(differing(moved)).as("with the card taken away").containsExactly("ADDRESS");

      Registered.livesAt(moved.card(), onCard);
      moved.cardPutOnReader();
      assertThat(differing(moved)).as("not read again yet").containsExactly("ADDRESS");
      assertThat(moved.apply("NEW", "USER_AUTHENTICATION").json().get("code").asText())
          .isEqualTo("card-differs");

      assertThat(read(moved, securityCode(78)).json().get("equal").asBoolean()).isTrue();
      moved.removeCard();
      assertThat(differing(moved)).isEmpty();
      assertThat(moved.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
      moved.withdrawn();
    } finally {
      Registered.livesAt(moved.card(), onCard);
      moved.removeCard();
    }
  }

  @Test
  void theNextDayItIsReadAnew() {
    Visit moved = Visit.of(79);
    String onCard = Registered.addressOf(moved.card());
    try {
      Registered.livesAt(moved.card(), "神奈川県厚木市架空町9丁目9番9号");
      moved.cardPutOnReader();
      assertThat(read(moved, securityCode(79)).json().get("equal").asBoolean()).isFalse();
      moved.removeCard();
      Office.at(
          "2026-11-25T10:00:00+09:00",
          () -> assertThat(differing(moved)).as("on the next day").isEmpty());
      assertThat(differing(moved)).as("on the same day").containsExactly("ADDRESS");
    } finally {
      Registered.livesAt(moved.card(), onCard);
      moved.removeCard();
    }
  }

  @Test
  void thePageStopsTooAndStillDoesWhenItIsOpenedAgain() {
    visit.cardPutOnReader();
    read("1592");
    try (Screen clerk = new Screen(1366, 768)) {
      clerk.logIn("clerk1");
      clerk.open("reception/index.xhtml?resident=" + Visit.residentOf(visit.card()));
      clerk.page().getByLabel("新規発行").check();
      clerk.waitFor("住民票とカードの記載が違います(住所)").judged("reception-differs");
      assertThat(clerk.page().locator("#receive-place").isVisible()).isFalse();
      assertThat(clerk.complaints()).isEmpty();
    }
  }

  @Test
  void aLockedNumberIsSaidWithWhatToDoAndStopsNobody() {
    Visit other = Visit.of(70);
    other.cardPutOnReader();
    try {
      Api.Reply reply = read(other, "0000");
      assertThat(reply.json().get("code").asText()).isEqualTo("card-items-refused");
      while (reply.json().get("code").asText().equals("card-items-refused")) {
        reply = read(other, "0000");
      }
      assertThat(reply.json().get("code").asText()).isEqualTo("card-items-locked");
      assertThat(reply.json().get("detail").asText()).contains("目で比べ", "受付を続けられます");
      assertThat(read(other, securityCode(70)).json().get("code").asText())
          .isEqualTo("card-items-locked");
      assertThat(other.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
      other.withdrawn();
    } finally {
      other.removeCard();
    }
  }

  private static List<String> differing(Visit visit) {
    List<String> items = new ArrayList<>();
    Api.as("clerk1")
        .post("api/applications/judgement", visit.form("NEW", null, "USER_AUTHENTICATION"))
        .json()
        .get("differing")
        .forEach(item -> items.add(item.get("item").asText()));
    return items;
  }

  private Api.Reply read(String securityCode) {
    return read(visit, securityCode);
  }

  private static Api.Reply read(Visit visit, String securityCode) {
    return Api.as("clerk1")
        .post(
            "api/terminals/" + Visit.TERMINAL + "/basic-four-items",
            Map.of("securityCode", securityCode, "residentId", Visit.residentOf(visit.card())));
  }

  private static String securityCode(int training) {
    return "%04d".formatted((1000 + 37 * training) % 10_000);
  }
}
