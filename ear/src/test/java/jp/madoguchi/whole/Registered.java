package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Changes in the resident register, as the register itself hands them over. */
final class Registered {

  private static final String HEADER =
      "register_number,name,kana,birth_date,sex,postal_code,address,household_number,status,"
          + "moved_away_on,died_on,stay_until,adult_ward,card_serial,card_kind,card_expires_on,"
          + "card_state\r\n";

  private Registered() {}

  /** The holder of this card has moved out of the city. */
  static void movedAway(String card, String day) {
    String line =
        Tables.text(
            "select concat_ws(',', r.register_number, r.name, r.kana, r.birth_date, r.sex,"
                + " r.postal_code, r.address, coalesce(r.household_id::text, ''), 'MOVED_AWAY', ?,"
                + " '', coalesce(r.stay_until::text, ''), r.adult_ward::text, '', '', '', '')"
                + " from madoguchi.resident r join madoguchi.resident_card c on c.resident_id = r.id"
                + " where c.serial = ?",
            day,
            card);
    Api.Reply taken =
        Api.as("register1")
            .postBytes(
                "api/residents/import",
                "text/csv",
                (HEADER + line + "\r\n").getBytes(StandardCharsets.UTF_8));
    assertThat(taken.status()).as(taken.text()).isBetween(200, 204);
  }
}
