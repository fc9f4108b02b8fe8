package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-SECOND-PERSON: what a clerk asks for and a supervisor grants, R-WARD and R-OUT-OF-HOURS. */
class ExceptionsIT {

  private static final String[] BOTH = {"SIGNATURE", "USER_AUTHENTICATION"};
  private static final String EVENING = "2026-11-24T18:00:00+09:00";
  private static final String NEXT_MORNING = "2026-11-25T10:00:00+09:00";

  private final Api clerk = Api.as("clerk1");
  private final Api supervisor = Api.as("supervisor1");
  private Visit visit;

  @AfterEach
  void noCaseStaysOpen() {
    if (visit.receptionNumber() != null) {
      visit.withdrawn();
    }
  }

  @Test
  void aWardsSignatureCertificateIsReceivedOnceAfterASupervisorsApproval() {
    visit = aWard(61);
    Map<String, Object> form = visit.form("NEW", null, BOTH);
    assertThat(visit.apply(form).json().get("code").asText()).isEqualTo("R-WARD");
    JsonNode prospect = clerk.post("api/applications/judgement", form).json();
    assertThat(prospect.at("/allowed").asBoolean()).isFalse();
    assertThat(prospect.at("/exceptions/0/rule").asText()).isEqualTo("R-WARD");

    long asked = ask(form, "保佐人同席、家庭裁判所の許可あり");
    assertThat(visit.apply(form).status()).as("nobody has decided yet").isEqualTo(422);
    assertThat(waiting(asked)).isTrue();
    assertThat(decide(clerk, asked, true).status()).isEqualTo(403);
    assertThat(decide(supervisor, asked, true).status()).isEqualTo(200);
    assertThat(waiting(asked)).isFalse();

    Api.Reply received = visit.apply(form);
    assertThat(received.status()).as(received.text()).isEqualTo(201);
    assertThat(received.json().at("/nextSteps/0/step").asText()).isEqualTo("check-papers");
    JsonNode exception = received.json().at("/exceptions/0");
    assertThat(exception.get("askedBy").asText()).isEqualTo("clerk1");
    assertThat(exception.get("decidedBy").asText()).isEqualTo("supervisor1");
    assertThat(exception.get("decidedReason").asText()).isEqualTo("許可書を確認した");
    assertThat(standsInTheClosingList(visit.receptionNumber(), "R-WARD")).isTrue();
    assertThat(actsOn(asked)).isEqualTo(3);

    visit.withdrawn();
    assertThat(visit.apply(form).status()).as("it was used").isEqualTo(422);
  }

  /** R-RECHECK: the case is judged again at every look and before the writing. */
  @Test
  void theCaseKeepsItsApprovalToTheEnd() {
    visit = aWard(62);
    Map<String, Object> form = visit.form("NEW", null, BOTH);
    decide(supervisor, ask(form, "許可あり"), true);
    assertThat(visit.apply(form).status()).isEqualTo(201);
    visit
        .cardPutOnReader()
        .papersChecked()
        .cardPresented()
        .pinsEntered(Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468"))
        .written()
        .handedOver();
    assertThat(visit.look().get("certificates")).hasSize(2);
  }

  @Test
  void anApprovalHoldsForThisFormAndThisDayOnly() {
    visit = aWard(63);
    Map<String, Object> form = visit.form("NEW", null, BOTH);
    decide(supervisor, ask(form, "許可あり"), true);

    assertThat(visit.apply(visit.form("NEW", null, "SIGNATURE")).status()).isEqualTo(422);
    Office.at(NEXT_MORNING, () -> assertThat(visit.apply(form).status()).isEqualTo(422));
    assertThat(visit.apply(form).status()).isEqualTo(201);
  }

  @Test
  void aRefusalLeavesTheRuleInForceAndSaysWhy() {
    visit = aWard(64);
    Map<String, Object> form = visit.form("NEW", null, BOTH);
    long asked = ask(form, "本人の希望");
    assertThat(decide(supervisor, asked, false).json().get("state").asText()).isEqualTo("REFUSED");

    assertThat(visit.apply(form).status()).isEqualTo(422);
    JsonNode answer = clerk.post("api/applications/judgement", form).json().at("/asked/0");
    assertThat(answer.get("decidedReason").asText()).isEqualTo("許可書を確認した");
    assertThat(decide(supervisor, asked, true).json().get("code").asText())
        .isEqualTo("exception-decided");
  }

  @Test
  void nobodyDecidesOnTheirOwnRequest() {
    visit = aWard(65);
    Api.Reply asked =
        supervisor.post(
            "api/approvals",
            Map.of("application", visit.form("NEW", null, BOTH), "reason", "自分で求めた"));
    Api.Reply decided = decide(supervisor, asked.json().at("/0/id").asLong(), true);
    assertThat(decided.status()).isEqualTo(422);
    assertThat(decided.json().get("code").asText()).isEqualTo("R-SECOND-PERSON");
  }

  @Test
  void aReasonIsAskedForAndNothingIsAskedForWithoutNeed() {
    visit = aWard(66);
    Map<String, Object> ward = visit.form("NEW", null, BOTH);
    assertThat(post(ward, "  ").json().get("code").asText()).isEqualTo("exception-reason");
    assertThat(
            post(visit.form("NEW", null, "USER_AUTHENTICATION"), "念のため")
                .json()
                .get("code")
                .asText())
        .isEqualTo("exception-not-needed");
    Map<String, Object> noCard = visit.form("NEW", null, BOTH);
    noCard.put("cardSerial", null);
    assertThat(post(noCard, "カードもない").json().get("code").asText()).isEqualTo("exception-of-no-use");
  }

  @Test
  void aSupervisorAllowsOneCaseOutOfHoursThatAClerkAskedFor() {
    visit = Visit.of(67);
    Map<String, Object> form = visit.form("NEW", null, "USER_AUTHENTICATION");
    Office.at(
        EVENING,
        () -> {
          assertThat(visit.apply(form).status()).isEqualTo(422);
          decide(supervisor, ask(form, "17時10分に来庁していた"), true);
          Api.Reply received = visit.apply(form);
          assertThat(received.status()).as(received.text()).isEqualTo(201);
          visit.papersChecked();
          assertThat(standsInTheClosingList(visit.receptionNumber(), "R-OUT-OF-HOURS")).isTrue();
        });
  }

  @Test
  void aRequestThatWasRefusedFirstCanBeSentAgainWithItsKey() {
    visit = aWard(68);
    Map<String, Object> form = visit.form("NEW", null, BOTH);
    assertThat(clerk.post("api/applications", form, "ward-68").status()).isEqualTo(422);
    decide(supervisor, ask(form, "許可あり"), true);
    Api.Reply first = clerk.post("api/applications", form, "ward-68");
    Api.Reply again = clerk.post("api/applications", form, "ward-68");
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.json().get("receptionNumber")).isEqualTo(first.json().get("receptionNumber"));
  }

  /** An adult ward of this test alone, so that none finds another's approval. */
  static Visit aWard(int training) {
    Visit ward = Visit.of(training);
    Tables.execute(
        "update madoguchi.resident set adult_ward = true where id = "
            + Visit.residentOf(ward.card()));
    return ward;
  }

  private long ask(Map<String, Object> form, String reason) {
    Api.Reply reply = post(form, reason);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json().at("/0/id").asLong();
  }

  private Api.Reply post(Map<String, Object> form, String reason) {
    return clerk.post("api/approvals", Map.of("application", form, "reason", reason));
  }

  private static Api.Reply decide(Api who, long approval, boolean granted) {
    return who.post(
        "api/approvals/" + approval + "/decision",
        Map.of("granted", granted, "reason", "許可書を確認した"));
  }

  private boolean waiting(long approval) {
    for (JsonNode one : supervisor.get("api/approvals/waiting").json()) {
      if (one.get("id").asLong() == approval) {
        return true;
      }
    }
    return false;
  }

  private boolean standsInTheClosingList(String receptionNumber, String rule) {
    for (JsonNode one : clerk.get("api/closing/2026-11-24").json().get("exceptions")) {
      if (one.path("receptionNumber").asText().equals(receptionNumber)) {
        return one.get("rule").asText().equals(rule)
            && one.get("approver").asText().equals("supervisor1")
            && one.get("asker").asText().equals("clerk1");
      }
    }
    return false;
  }

  private static long actsOn(long approval) {
    return Tables.count(
        "select count(*) from madoguchi.audit_event where subject_kind = 'APPROVAL'"
            + " and subject_key = ? and act in"
            + " ('approval.asked', 'approval.granted', 'approval.used')",
        Long.toString(approval));
  }
}
