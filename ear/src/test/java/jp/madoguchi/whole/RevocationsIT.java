package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 失効申請, 秘密鍵漏えい等届 and the lost card, as programs and relying parties see them. */
class RevocationsIT {

  private static final Map<String, Object> PINS =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");

  @TempDir private Path folder;

  private final Api clerk = Api.as("clerk1");
  private final Api supervisor = Api.as("supervisor1");

  @BeforeAll
  static void theOfficeIsOpen() {
    Office.isOpen();
  }

  /** Lost, held, found, released by a second person; lost again, not found, and a new card. */
  @Test
  void aLostCardIsHeldReleasedAndAtLastReplacedForTwoHundredYen() throws Exception {
    Visit visit = aHolder();
    String signature = serial(visit.look(), "SIGNATURE");
    String authentication = serial(visit.look(), "USER_AUTHENTICATION");

    String lost = reported(visit, "125-1").get("id").asText();
    for (String path : List.of("sign", "auth")) {
      String serial = path.equals("sign") ? signature : authentication;
      assertThat(StatusOutside.ocsp(folder, path, serial)).contains(": revoked", "certificateHold");
      StatusOutside.awaitEntry(folder, path, serial, "Certificate Hold");
    }
    Api.Reply refused = Visit.with(visit.card()).apply("RENEWAL", "USER_AUTHENTICATION");
    assertThat(refused.status()).as("no case is done with it").isEqualTo(422);
    assertThat(refused.json().findValuesAsText("rule")).contains("R-CARD-ONLY");
    assertThat(revoke(visit, signature).text()).contains("revocation-held", lost);

    released(lost);
    JsonNode listed = inTheClosingList(lost);
    assertThat(listed.get("rule").asText()).isEqualTo("R-SECOND-PERSON");
    assertThat(listed.get("asker").asText()).isEqualTo("clerk1");
    assertThat(listed.get("approver").asText()).isEqualTo("supervisor1");
    assertThat(StatusOutside.ocsp(folder, "sign", signature)).contains(": good");
    assertThat(StatusOutside.ocsp(folder, "auth", authentication)).contains(": good");
    // it leaves a full list; removeFromCRL is for deltas (RFC 5280 5.3.1)
    StatusOutside.awaitEntry(folder, "auth", authentication, null);

    String again = reported(visit, "125-2").get("id").asText();
    Map<String, Object> outcome = new HashMap<>();
    outcome.put("route", "PROXY");
    outcome.put("confirmed", List.of("PROXY_PHOTO_ID", "POWER_OF_ATTORNEY"));
    assertThat(clerk.post("api/lost-cards/" + again + "/revoke", outcome).text())
        .as("who acts for the holder says who they are")
        .contains("form-incomplete", "proxy");
    outcome.put("proxy", ProxyVisit.proxy("見本　花子", "1982-05-04"));
    assertThat(clerk.post("api/lost-cards/" + again + "/revoke", outcome).text())
        .contains("irrevocable-not-confirmed");
    outcome.put("confirmed", List.of("PROXY_PHOTO_ID", "POWER_OF_ATTORNEY", "IRREVOCABLE"));
    JsonNode revoked = clerk.post("api/lost-cards/" + again + "/revoke", outcome).json();
    assertThat(revoked.get("state").asText()).as(revoked.toString()).isEqualTo("REVOKED");
    assertThat(revoked.at("/visits/0/purpose").asText()).isEqualTo("REVOCATION");
    assertThat(revoked.at("/visits/0/by").asText()).isEqualTo("見本　花子");
    assertThat(StatusOutside.ocsp(folder, "sign", signature))
        .contains(": revoked", "cessationOfOperation");
    StatusOutside.awaitEntry(folder, "auth", authentication, "Cessation Of Operation");
    assertPaper("api/lost-cards/" + again + "/slip.pdf");

    newCardWithWorkingCertificates(visit);
  }

  private void newCardWithWorkingCertificates(Visit former) throws Exception {
    Api.Reply made = clerk.post("api/training/cards/" + former.card() + "/replacement", Map.of());
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    Visit visit = Visit.with(made.json().get("cardSerial").asText());
    Api.Reply received = visit.reissue("LOSS", "SIGNATURE", "USER_AUTHENTICATION");
    assertThat(received.status()).as(received.text()).isEqualTo(201);
    assertThat(received.json().get("feeYen").asInt()).isEqualTo(200);
    visit.cardPutOnReader().papersChecked();
    assertThat(visit.perform("collect-fee", Map.of("receivedYen", 200)).status()).isEqualTo(200);
    visit.cardPresented().pinsEntered(PINS).written().handedOver();
    for (String type : List.of("SIGNATURE", "USER_AUTHENTICATION")) {
      String path = type.equals("SIGNATURE") ? "sign" : "auth";
      assertThat(StatusOutside.ocsp(folder, path, serial(visit.look(), type))).contains(": good");
    }
  }

  /** Pressed twice, even at the same moment, it is one report with one number. */
  @Test
  void aReportSentTwiceIsOne() {
    Visit visit = Visit.ofAnAdult();
    assertThat(visit.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
    Map<String, Object> form = report(visit);
    List<String> ids =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> clerk.post("api/lost-cards", form, "RevocationsIT/126")))
            .limit(4)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .map(reply -> reply.json().path("id").asText(reply.text()))
            .distinct()
            .toList();
    assertThat(ids).as("with one key").hasSize(1);
    assertThat(clerk.post("api/lost-cards", form).json().get("code").asText())
        .as("another request is told of it")
        .isEqualTo("card-loss-open");
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.card_loss where card_serial = ?", visit.card()))
        .isEqualTo(1);
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.audit_event"
                    + " where act = 'application.card-lost' and subject_key = ?",
                visit.receptionNumber()))
        .as("the open case is told, once")
        .isEqualTo(1);
    released(ids.get(0));
    visit.withdrawn();
  }

  /** Who asked for the release does not grant it (R-SECOND-PERSON). */
  @Test
  void whoAskedDoesNotReleaseAndWhoMovesAwayIsRevokedForGood() throws Exception {
    Visit visit = aHolder();
    String authentication = serial(visit.look(), "USER_AUTHENTICATION");
    String lost = reported(visit, "127-1").get("id").asText();
    JsonNode asked = askRelease(supervisor, lost);
    Api.Reply own = decide(asked, true);
    assertThat(own.json().get("code").asText()).as(own.text()).isEqualTo("R-SECOND-PERSON");
    assertThat(StatusOutside.ocsp(folder, "auth", authentication)).contains("certificateHold");

    Registered.movedAway(visit.card(), "2026-11-20");
    assertThat(StatusOutside.ocsp(folder, "auth", authentication))
        .contains(": revoked", "cessationOfOperation");
    JsonNode ended = clerk.get("api/lost-cards/" + lost).json();
    assertThat(ended.get("ending").asText()).isEqualTo("MOVED_AWAY");
  }

  /** By a proxy, with both papers; the certificate for signatures ends with the other one. */
  @Test
  void aCompromisedKeyIsRevokedAtOnceByAProxy() throws Exception {
    Visit visit = aHolder();
    String signature = serial(visit.look(), "SIGNATURE");
    String authentication = serial(visit.look(), "USER_AUTHENTICATION");
    Map<String, Object> form = request(visit, "KEY_COMPROMISE", authentication);
    form.put("route", "PROXY");
    form.put("proxy", ProxyVisit.proxy("見本　花子", "1982-05-04"));
    form.put("confirmed", List.of("PROXY_PHOTO_ID", "IRREVOCABLE"));
    assertThat(clerk.post("api/revocations", form).json().get("code").asText())
        .isEqualTo("papers-missing");
    assertThat(StatusOutside.ocsp(folder, "auth", authentication)).contains(": good");

    form.put("confirmed", List.of("PROXY_PHOTO_ID", "POWER_OF_ATTORNEY", "IRREVOCABLE"));
    Api.Reply done = clerk.post("api/revocations", form, "RevocationsIT/128");
    assertThat(done.status()).as(done.text()).isEqualTo(201);
    String id = done.json().get("id").asText();
    assertThat(clerk.post("api/revocations", form, "RevocationsIT/128").json().get("id").asText())
        .as("sent twice")
        .isEqualTo(id);
    assertThat(StatusOutside.ocsp(folder, "auth", authentication))
        .contains(": revoked", "keyCompromise");
    StatusOutside.awaitEntry(folder, "auth", authentication, "Key Compromise");
    assertThat(StatusOutside.ocsp(folder, "sign", signature))
        .contains(": revoked", "cessationOfOperation");
    assertThat(revoke(visit, signature).json().get("code").asText())
        .isEqualTo("revocation-already");

    assertPaper("api/revocations/" + id + "/slip.pdf");
    assertThat(
            clerk
                .post("api/revocations/" + id + "/slip-given", Map.of())
                .json()
                .get("slipDue")
                .asBoolean())
        .isFalse();
    assertThat(clerk.post("api/revocations/" + id + "/slip-given", Map.of()).status())
        .as("given once")
        .isEqualTo(409);
  }

  private Visit aHolder() {
    Visit visit = Visit.ofAnAdult();
    assertThat(visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION").status()).isEqualTo(201);
    visit.writtenWith(PINS).handedOver();
    return visit;
  }

  private static String serial(JsonNode application, String type) {
    for (JsonNode certificate : application.get("certificates")) {
      if (certificate.get("type").asText().equals(type)) {
        return certificate.get("serial").asText();
      }
    }
    throw new AssertionError("No certificate of type " + type);
  }

  private static Map<String, Object> report(Visit visit) {
    Map<String, Object> form = new HashMap<>();
    form.put("residentId", Visit.residentOf(visit.card()));
    form.put("channel", "PHONE");
    form.put("reporter", "HOLDER");
    form.put("identityCheck", List.of("BIRTH_DATE", "ADDRESS", "HOUSEHOLD"));
    form.put("circumstances", "昨日の夕方、駅で");
    return form;
  }

  private JsonNode reported(Visit visit, String key) {
    Api.Reply reply = clerk.post("api/lost-cards", report(visit), "RevocationsIT/" + key);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  private static JsonNode askRelease(Api somebody, String lost) {
    Api.Reply reply =
        somebody.post(
            "api/lost-cards/" + lost + "/release",
            release("SELF", "APPLICANT_CARD", "HOLDER_PHOTO_ID"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private static Map<String, Object> release(String route, String... papers) {
    Map<String, Object> form = new HashMap<>();
    form.put("route", route);
    form.put("confirmed", List.of(papers));
    form.put("reason", "自宅の机で見つかった");
    return form;
  }

  /** The day's list names the release, with both who asked and who allowed it. */
  private JsonNode inTheClosingList(String lost) {
    for (JsonNode one : clerk.get("api/closing/2026-11-24").json().get("exceptions")) {
      if (one.path("lostCard").asText().equals(lost)) {
        return one;
      }
    }
    throw new AssertionError("Not in the closing list: " + lost);
  }

  private Api.Reply decide(JsonNode asked, boolean granted) {
    return supervisor.post(
        "api/approvals/" + asked.at("/release/approval").asText() + "/decision",
        Map.of("granted", granted, "reason", "カードと書類を確かめた"));
  }

  private void released(String lost) {
    JsonNode asked = askRelease(clerk, lost);
    assertThat(asked.get("state").asText()).as("not before it is approved").isEqualTo("HELD");
    Api.Reply granted = decide(asked, true);
    assertThat(granted.status()).as(granted.text()).isEqualTo(200);
    assertThat(clerk.get("api/lost-cards/" + lost).json().get("state").asText())
        .isEqualTo("RELEASED");
  }

  private Api.Reply revoke(Visit visit, String serial) {
    return clerk.post("api/revocations", request(visit, "NO_LONGER_WANTED", serial));
  }

  private static Map<String, Object> request(Visit visit, String kind, String serial) {
    Map<String, Object> form = new HashMap<>();
    form.put("residentId", Visit.residentOf(visit.card()));
    form.put("certificates", List.of(serial));
    form.put("kind", kind);
    form.put("route", "SELF");
    form.put("confirmed", List.of("HOLDER_PHOTO_ID", "IRREVOCABLE"));
    return form;
  }

  private void assertPaper(String path) {
    Api.Reply paper = clerk.get(path, "application/pdf");
    assertThat(paper.status()).as(paper.text()).isEqualTo(200);
    assertThat(new String(paper.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
  }
}
