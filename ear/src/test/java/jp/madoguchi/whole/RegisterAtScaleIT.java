package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A night's file of the register, in which everybody has moved and one in twenty has a certificate.
 * {@code -Dregister.changes=100000} makes it a city's and prints how long it takes.
 */
class RegisterAtScaleIT {

  private static final int CHANGES = Integer.getInteger("register.changes", 2_000);
  private static final int ONE_IN = 20;

  /** Luhn's check digit in SQL: a reception number without it is none. */
  private static final String CHECK_DIGIT =
      "(select (10 - sum(case when d > 9 then d - 9 else d end) % 10) % 10 from (select"
          + " substr('2018' || n.running, 11 - i, 1)::int * (1 + i % 2) as d"
          + " from generate_series(1, 10) i) digits)";

  private static final String APPLICATIONS =
      "insert into madoguchi.application (reception_number, resident_id, kind, route, signature,"
          + " user_authentication, contact, fee_yen, state, received_at, received_by, holder,"
          + " closed_at, version) select '2018-' || n.running || '-' || "
          + CHECK_DIGIT
          + ", n.id, 'NEW', 'SELF', true, true, '', 0, 'ISSUED',"
          + " timestamptz '2026-11-02 10:00+09', 'clerk1', 'clerk1',"
          + " timestamptz '2026-11-02 11:00+09', 1 from (select id,"
          + " right(register_number, 6) as running from madoguchi.resident"
          + " where register_number like 'SCALE-%') n where n.running::int % "
          + ONE_IN
          + " = 0";

  /** Nobody verifies them, so their bytes may be anything of a certificate's length. */
  private static final String CERTIFICATES =
      "insert into madoguchi.certificate (serial, type, authority_key_id, state, resident_id,"
          + " reception_number, key_hash, to_be_signed, signature, not_before, not_after,"
          + " planned_at, issued_at, published_at) select (9000000000000000000 + p.resident_id * 2"
          + " + t.at)::numeric, t.type, a.key_id, 'VALID', p.resident_id, p.reception_number,"
          + " sha256(convert_to(p.reception_number || t.type, 'UTF8')),"
          + " decode(repeat('ab', 1400), 'hex'), decode(repeat('cd', 256), 'hex'),"
          + " p.received_at, p.received_at + interval '4 years', p.received_at, p.received_at,"
          + " p.closed_at from madoguchi.application p"
          + " cross join (values (0, 'SIGNATURE'), (1, 'USER_AUTHENTICATION')) t(at, type)"
          + " join madoguchi.authority a on a.type = t.type and a.is_current"
          + " where p.reception_number like '2018-%'";

  private static final String LAPSES =
      "select count(*) from madoguchi.lapse l join madoguchi.resident r on r.id = l.resident_id"
          + " where r.register_number like 'SCALE-%'";

  private static final String REVOKED =
      "select count(*) from madoguchi.certificate where reception_number like '2018-%'"
          + " and type = 'SIGNATURE' and revocation_reason = 'AFFILIATION_CHANGED'";

  private static final String VALID =
      "select count(*) from madoguchi.certificate where reception_number like '2018-%'"
          + " and type = 'USER_AUTHENTICATION' and state = 'VALID'";

  private final Api register = Api.as("register1");

  @AfterAll
  static void nobodyHasToTellThem() {
    Tables.execute(
        "update madoguchi.lapse set notice = 'DROPPED' where resident_id in"
            + " (select id from madoguchi.resident where register_number like 'SCALE-%')");
  }

  @Test
  void aFileInWhichEverybodyMovedEndsWhatItConcernsAndCountsOnce() {
    Office.isOpen();
    imported("旧町");
    JudgedCounter.leaveOut("2018-");
    Tables.execute(APPLICATIONS, CERTIFICATES);
    long holders = CHANGES / ONE_IN;
    Duration changed = imported("新町");
    assertThat(Tables.count(LAPSES)).isEqualTo(holders);
    assertThat(Tables.count(REVOKED)).isEqualTo(holders);
    assertThat(Tables.count(VALID)).as("R-LAPSE-AUTH").isEqualTo(holders);

    Duration again = imported("新町");
    assertThat(Tables.count(LAPSES)).as("the same file again").isEqualTo(holders);
    System.out.printf(
        "%d changes, %d of holders: %d ms; the same again: %d ms%n",
        CHANGES, holders, changed.toMillis(), again.toMillis());
  }

  private Duration imported(String town) {
    StringBuilder csv = new StringBuilder(Registered.header());
    for (int number = 0; number < CHANGES; number++) {
      csv.append("SCALE-%06d,架空　一郎,カクウ　イチロウ,1980-02-17,1,2430000,".formatted(number))
          .append("神奈川県厚木市")
          .append(town)
          .append(number)
          .append(",,RESIDENT,,,,false,,,,\r\n");
    }
    long begin = System.nanoTime();
    Api.Reply taken =
        register.postBytes(
            "api/residents/import", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(taken.status()).as(taken.text()).isEqualTo(202);
    String path = "api/residents/imports/" + taken.json().get("id").asLong();
    JsonNode ended = register.get(path).json();
    while (ended.get("endedAt").isNull()) {
      Wait.briefly();
      ended = register.get(path).json();
    }
    assertThat(ended.get("state").asText()).isEqualTo("DONE");
    assertThat(ended.get("linesKept").asLong()).isEqualTo(CHANGES);
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
