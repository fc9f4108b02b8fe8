package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes in the resident register, as the register itself hands them over. */
final class Registered {

  private static final List<String> COLUMNS =
      List.of(
          "register_number",
          "name",
          "kana",
          "birth_date",
          "sex",
          "postal_code",
          "address",
          "household_number",
          "status",
          "moved_away_on",
          "died_on",
          "stay_until",
          "adult_ward",
          "card_serial",
          "card_kind",
          "card_expires_on",
          "card_state");

  /** The resident as the register has them now; of a card only what a change names. */
  private static final String AS_IT_IS =
      "select concat_ws('|', r.register_number, r.name, r.kana, r.birth_date, r.sex, r.postal_code,"
          + " r.address, coalesce(r.household_id::text, ''), r.status,"
          + " coalesce(r.moved_away_on::text, ''), coalesce(r.died_on::text, ''),"
          + " coalesce(r.stay_until::text, ''), r.adult_ward::text, '', '', '', '')"
          + " from madoguchi.resident r join madoguchi.resident_card c on c.resident_id = r.id"
          + " where c.serial = ?";

  private Registered() {}

  /** The first line of a file of the register. */
  static String header() {
    return String.join(",", COLUMNS) + "\r\n";
  }

  /** The holder of this card has moved out of the city. */
  static void movedAway(String card, String day) {
    change(card, Map.of("status", "MOVED_AWAY", "moved_away_on", day));
  }

  /** The holder has reported this card as lost. */
  static void lost(String card) {
    String expires =
        Tables.text("select expires_on from madoguchi.resident_card where serial = ?", card);
    change(
        card,
        Map.of(
            "card_serial",
            card,
            "card_kind",
            "MY_NUMBER",
            "card_expires_on",
            expires,
            "card_state",
            "LOST"));
  }

  /** The holder of this card lives at another address of the city. */
  static void livesAt(String card, String address) {
    change(card, Map.of("address", address));
  }

  static String addressOf(String card) {
    return Tables.text(
        "select r.address from madoguchi.resident r join madoguchi.resident_card c"
            + " on c.resident_id = r.id where c.serial = ?",
        card);
  }

  /** The register says this of the holder of the card from now on, by the import's columns. */
  static void change(String card, Map<String, String> fields) {
    List<String> line = new ArrayList<>(List.of(Tables.text(AS_IT_IS, card).split("\\|", -1)));
    fields.forEach((column, value) -> line.set(COLUMNS.indexOf(column), value));
    String csv = header() + String.join(",", line) + "\r\n";
    Api register = Api.as("register1");
    Api.Reply taken =
        register.postBytes(
            "api/residents/import", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    assertThat(taken.status()).as(taken.text()).isBetween(200, 204);
    JsonNode ended =
        Wait.until(
            "the import is at its end",
            () -> register.get("api/residents/imports/" + taken.json().get("id").asLong()).json(),
            seen -> seen.get("state").asText().equals("DONE"));
    assertThat(ended.get("linesKept").asLong()).as(ended.toString()).isEqualTo(1);
  }
}
