package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/**
 * What must hold of a case that renews both certificates of a card, whenever it is looked at and
 * whatever happened.
 *
 * @param before the certificates that were valid before, by type
 * @param pins the PINs of before and of this case, by type
 */
record Renewed(
    Visit visit, Map<String, String> before, Map<String, List<String>> pins, Path folder) {

  /** For each type the journal's state, and the valid certificates, as they are at one moment. */
  private static final String AT_ONE_MOMENT =
      "select t.type, coalesce(w.state, '-') || ' ' || coalesce(string_agg(c.serial::text, ' '), '')"
          + " from (values ('SIGNATURE'), ('USER_AUTHENTICATION')) t (type)"
          + " join madoguchi.resident_card h on h.serial = ?"
          + " left join madoguchi.card_writing w on w.type = t.type and w.reception_number = ?"
          + " left join madoguchi.certificate c on c.type = t.type and c.state = 'VALID'"
          + " and c.resident_id = h.resident_id group by t.type, w.state";

  private static final String VALID =
      "select type, serial::text from madoguchi.certificate where state = 'VALID'"
          + " and resident_id = (select resident_id from madoguchi.resident_card where serial = ?)";

  /** The valid certificates of a card's holder by type, in decimal; a type twice is a failure. */
  static Map<String, String> validOf(String card) {
    return Tables.pairs(VALID, card);
  }

  /**
   * One certificate of each type is valid, and the card signs for it; while an activation is not
   * known yet, the card may sign for the new one already. The tables are read first: what they say
   * of the card was so before.
   */
  void assertOldOrNewWorks() throws IOException, GeneralSecurityException {
    Map<String, String> told = Tables.pairs(AT_ONE_MOMENT, visit.card(), visit.receptionNumber());
    CardCopy card = CardCopy.of(visit.card(), folder);
    for (String type : before.keySet()) {
      String[] words = told.get(type).split(" ");
      assertThat(words).as("state and one valid certificate, %s", type).hasSize(2);
      String state = words[0];
      String valid = words[1];
      String onCard = Certificates.serialOf(card.workingCertificate(type, pins.get(type)));
      String old = before.get(type);
      if ("ACTIVE".equals(state)) {
        assertThat(valid).as("valid %s", type).isEqualTo(onCard).isNotEqualTo(old);
        assertThat(Certificates.statusOf(type, old)).isEqualTo("revoked");
      } else {
        assertThat(valid).as("valid %s, which is %s", type, state).isEqualTo(old);
        assertThat(onCard.equals(old) || "ACTIVATION_SENT".equals(state))
            .as("%s on the card, which is %s", type, state)
            .isTrue();
      }
    }
  }

  /** As {@link #assertOldOrNewWorks}, with the server there to say it to relying parties. */
  void assertRelyingPartiesAreToldTheSame() {
    for (Map.Entry<String, String> valid : validOf(visit.card()).entrySet()) {
      assertThat(Certificates.statusOf(valid.getKey(), valid.getValue())).isEqualTo("good");
    }
    Tables.pairs(
            "select serial::text, type from madoguchi.certificate where reception_number = ?"
                + " and state <> 'VALID'",
            visit.receptionNumber())
        .forEach(
            (serial, type) -> assertThat(Certificates.statusOf(type, serial)).isNotEqualTo("good"));
  }

  /**
   * At the end: both are new and work, the old ones are revoked, nothing was issued that is neither
   * in use nor revoked, and the fee was paid once.
   *
   * @param lost how many certificates were issued for a key that was lost
   */
  void assertFinished(int lost) throws IOException, GeneralSecurityException {
    assertOldOrNewWorks();
    Map<String, String> valid = validOf(visit.card());
    String number = visit.receptionNumber();
    assertThat(count("select count(*) from madoguchi.card_writing", "state = 'ACTIVE'"))
        .isEqualTo(2);
    for (String type : before.keySet()) {
      assertThat(valid.get(type)).isNotEqualTo(before.get(type));
      assertThat(Certificates.statusOf(type, before.get(type))).isEqualTo("revoked");
    }
    assertRelyingPartiesAreToldTheSame();
    String certificates = "select count(*) from madoguchi.certificate";
    assertThat(count(certificates, "state = 'VALID'")).as("valid of the case").isEqualTo(2);
    assertThat(count(certificates, "state = 'REVOKED' and signature is not null"))
        .as("revoked for a lost key")
        .isEqualTo(lost);
    assertThat(count(certificates, "state not in ('VALID', 'REVOKED')"))
        .as("issued and forgotten")
        .isZero();
    assertThat(count("select count(*) from madoguchi.fee_entry", "kind = 'COLLECTED'"))
        .isEqualTo(1);
    assertThat(count("select count(*) from madoguchi.fee_entry", "kind <> 'COLLECTED'")).isZero();
    assertThat(count("select count(*) from madoguchi.reader_lease", "true")).isZero();
    assertThat(visit.look().get("status").asText()).as(number).isEqualTo("ISSUED");
  }

  private long count(String query, String condition) {
    return Tables.count(
        query + " where reception_number = ? and " + condition, visit.receptionNumber());
  }
}
