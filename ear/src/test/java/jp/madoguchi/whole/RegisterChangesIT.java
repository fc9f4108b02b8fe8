package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRLEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-LAPSE-SIGN, R-LAPSE-AUTH: the register says what changed, and everybody can tell at once. */
class RegisterChangesIT {

  private static final Map<String, Object> PINS =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");

  @TempDir private Path folder;

  private final Api register = Api.as("register1");
  private final Api clerk = Api.as("clerk1");

  @BeforeAll
  static void theOfficeIsOpen() {
    Office.isOpen();
  }

  /** A resident moves: status, list, case, work list and letter agree, until the holder knows. */
  @Test
  void whoMovesLosesTheCertificateForSignaturesAndIsTold() throws Exception {
    Visit visit = aHolder(95);
    String signature = serial(visit, "SIGNATURE");
    String authentication = serial(visit, "USER_AUTHENTICATION");
    assertThat(ocsp("sign", signature)).contains(": good");

    Visit renewal = Visit.of(95);
    assertThat(renewal.reissue("LOSS", "USER_AUTHENTICATION").status()).isEqualTo(201);
    Map<String, Object> change =
        change("95-1", visit, "2026-11-24T09:00:00+09:00", Map.of("address", "神奈川県厚木市新町95番"));
    JsonNode answer = sent(List.of(change)).get(0);
    assertThat(answer.get("outcome").asText()).as(answer.toString()).isEqualTo("applied");

    assertThat(ocsp("sign", signature)).contains(": revoked", "affiliationChanged");
    assertThat(ocsp("auth", authentication)).contains(": good");
    X509CRLEntry entry =
        Wait.until("the list names it", () -> listed("sign", signature), Objects::nonNull);
    assertThat(entry.getRevocationReason().name()).isEqualTo("AFFILIATION_CHANGED");
    assertThat(listed("auth", authentication)).isNull();
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.audit_event"
                    + " where act = 'application.register-changed' and subject_key = ?",
                renewal.receptionNumber()))
        .isEqualTo(1);
    renewal.withdrawn();

    JsonNode again = sent(List.of(change)).get(0);
    assertThat(again.get("repeated").asBoolean()).isTrue();
    JsonNode lapse = due(visit);
    assertThat(lapse.findValuesAsText("rule")).contains("R-LAPSE-SIGN");
    tellOnScreen(lapse.get("id").asText(), lapse.get("name").asText());
    assertThat(clerk.post("api/lapses/" + lapse.get("id").asText() + "/told", Map.of()).status())
        .as("told once")
        .isEqualTo(409);
    assertThat(due(visit)).isNull();
  }

  private void tellOnScreen(String key, String name) {
    try (Screen screen = new Screen(1366, 768).logIn("clerk1")) {
      screen.waitFor("失効を知らせる方").judged("clerk1-home-lapses").page().getByText(key).click();
      screen.waitFor("住所が変わったため").judged("clerk1-certificate-lapse");
      screen.sized(1920, 1080).pictured("clerk1-certificate-lapse");
      Api.Reply notice = clerk.get("api/lapses/" + key + "/notice.pdf", "application/pdf");
      assertThat(notice.status()).as(notice.text()).isEqualTo(200);
      assertThat(new String(notice.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("%PDF-");
      screen.press("知らせた").waitFor(name + "さんに失効を知らせました");
      assertThat(screen.complaints()).isEmpty();
    }
  }

  /** A minor correction ends nothing; a lost card holds both, and a found one lets them go. */
  @Test
  void aCorrectionEndsNothingAndAFoundCardIsGoodAgain() throws Exception {
    Visit visit = aHolder(96);
    String signature = serial(visit, "SIGNATURE");
    String authentication = serial(visit, "USER_AUTHENTICATION");
    Map<String, Object> minor =
        change("96-1", visit, "2026-11-24T09:00:00+09:00", Map.of("address", "神奈川県厚木市新町96"));
    minor.put("minorCorrection", true);
    Map<String, Object> lost = card("96-2", visit, "2026-11-24T09:10:00+09:00", "SUSPENDED");
    assertThat(outcomes(List.of(minor, lost))).containsExactly("applied", "applied");
    assertThat(ocsp("sign", signature)).contains(": revoked", "certificateHold");
    assertThat(ocsp("auth", authentication)).contains(": revoked", "certificateHold");
    assertThat(due(visit)).as("who reports a loss knows").isNull();

    assertThat(outcomes(List.of(card("96-3", visit, "2026-11-24T09:20:00+09:00", "VALID"))))
        .containsExactly("applied");
    assertThat(ocsp("sign", signature)).contains(": good");
    Wait.until("it left the list", () -> listed("auth", authentication), Objects::isNull);
  }

  /** Each is answered in its place, and none keeps the others back. */
  @Test
  void ofAListEachIsAnsweredByItself() {
    Visit visit = Visit.of(97);
    Map<String, Object> newer =
        change("97-1", visit, "2026-11-24T09:10:00+09:00", Map.of("address", "神奈川県厚木市新町97"));
    Map<String, Object> older =
        change("97-2", visit, "2026-11-24T09:00:00+09:00", Map.of("address", "神奈川県厚木市旧町97"));
    Map<String, Object> faulty =
        change("97-3", visit, "2026-11-24T09:20:00+09:00", Map.of("sex", "9"));
    Map<String, Object> unknown =
        change("97-4", visit, "2026-11-24T09:30:00+09:00", Map.of("name", "見本　未知"));
    unknown.put("registerNumber", "NOBODY-97");
    assertThat(outcomes(List.of(newer, older, faulty, unknown)))
        .containsExactly("applied", "outdated", "refused", "unknown-person");
    assertThat(Registered.addressOf(visit.card())).isEqualTo("神奈川県厚木市新町97");
    JsonNode refused = sent(faulty).get(0);
    assertThat(refused.at("/errors/0/field").asText()).isEqualTo("sex");
    assertThat(refused.at("/errors/0/message").asText()).isEqualTo("決められた値ではありません");
  }

  private static Visit aHolder(int training) {
    Visit visit = Visit.of(training);
    assertThat(visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION").status()).isEqualTo(201);
    visit.writtenWith(PINS).handedOver();
    return visit;
  }

  private static String serial(Visit visit, String type) {
    for (JsonNode certificate : visit.look().get("certificates")) {
      if (certificate.get("type").asText().equals(type)) {
        return certificate.get("serial").asText();
      }
    }
    throw new AssertionError("No certificate of type " + type);
  }

  private static Map<String, Object> change(
      String id, Visit visit, String at, Map<String, Object> record) {
    Map<String, Object> change = new java.util.HashMap<>();
    change.put("changeId", "RegisterChangesIT/" + id);
    change.put("registerNumber", registerNumber(visit));
    change.put("occurredAt", at);
    change.put("record", record);
    return change;
  }

  private static Map<String, Object> card(String id, Visit visit, String at, String state) {
    return change(id, visit, at, Map.of("cardSerial", visit.card(), "cardState", state));
  }

  private static String registerNumber(Visit visit) {
    return Tables.text(
        "select r.register_number from madoguchi.resident r join madoguchi.resident_card c"
            + " on c.resident_id = r.id where c.serial = ?",
        visit.card());
  }

  private JsonNode sent(Object body) {
    Api.Reply reply = register.post("api/residents/changes", body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private List<String> outcomes(Object body) {
    return sent(body).findValuesAsText("outcome");
  }

  /** The lapse of this visitor that waits to be told; null where there is none. */
  private JsonNode due(Visit visit) {
    long resident = Visit.residentOf(visit.card());
    for (JsonNode lapse : clerk.get("api/lapses").json()) {
      if (lapse.get("residentId").asLong() == resident) {
        return lapse;
      }
    }
    return null;
  }

  private static X509CRLEntry listed(String path, String serial) {
    return StatusOutside.listed(path, serial);
  }

  private String ocsp(String path, String serial) throws IOException {
    return StatusOutside.ocsp(folder, path, serial);
  }
}
