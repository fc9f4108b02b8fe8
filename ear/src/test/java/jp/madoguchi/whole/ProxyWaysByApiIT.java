package jp.madoguchi.whole;

import static jp.madoguchi.whole.ProxyVisit.TWO_WEEKS_LATER;
import static jp.madoguchi.whole.ProxyVisit.does;
import static jp.madoguchi.whole.ProxyVisit.inThePost;
import static jp.madoguchi.whole.ProxyVisit.issued;
import static jp.madoguchi.whole.ProxyVisit.returned;
import static jp.madoguchi.whole.ProxyVisit.scanned;
import static jp.madoguchi.whole.ProxyVisit.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A proxy's case whose world changes between the visits, or which goes by another way. */
class ProxyWaysByApiIT {

  private static final String BY_NIGHT = "2026-11-24T23:30:00+09:00";

  private final Api clerk = Api.as("clerk1");

  @AfterEach
  void theOfficeIsWhereTheOthersExpectIt() {
    Office.clockStandsAt(Office.TUESDAY_MORNING);
  }

  // --- R-RECHECK: the register changes ---

  @Test
  void aCaseEndsWithEveryReasonWhenItsApplicantMovesAway() {
    Visit visit = Visit.of(171);
    String code = inThePost(visit);
    Registered.movedAway(visit.card(), "2026-11-24");
    JsonNode ended = visit.look();
    assertThat(ended.get("status").asText()).isEqualTo("REFUSED");
    assertThat(ended.at("/refusals/0/rule").asText()).isEqualTo("R-RESIDENT");
    assertThat(ended.at("/refusals/0/reason").asText()).contains("転出");
    assertThat(ended.at("/refusals/0/remedy").asText()).contains("転出先の市区町村");
    assertThat(ended.at("/refusals/0/source").asText()).isNotEmpty();
    assertThat(detail(visit, "application.refused", "rule")).isEqualTo("R-RESIDENT");
    assertThat(scanned(code).json().get("code").asText()).isEqualTo("case-closed");
  }

  @Test
  void aLostCardEndsTheCaseAtOnce() {
    Visit visit = Visit.of(172);
    inThePost(visit);
    Registered.lost(visit.card());
    assertThat(visit.look().get("status").asText()).isEqualTo("REFUSED");
    assertThat(visit.look().at("/refusals/0/rule").asText()).isEqualTo("R-CARD-ONLY");
  }

  /** R-WARD: who becomes a ward needs a new application, for which an exception can be asked. */
  @Test
  void whoBecomesAWardMeanwhileGetsNoSignatureCertificateByThisCase() {
    Visit visit = Visit.of(173);
    inThePost(visit);
    Registered.change(visit.card(), Map.of("adult_ward", "true"));
    assertThat(visit.look().get("status").asText()).isEqualTo("REFUSED");
    assertThat(visit.look().at("/refusals/0/rule").asText()).isEqualTo("R-WARD");
  }

  /** R-HOURS is for the intake: the register's night run ends nothing. */
  @Test
  void aNewNameByNightLeavesTheCaseOpenAndStandsInTheCertificates() {
    Visit visit = Visit.of(174);
    String code = inThePost(visit);
    Office.at(
        BY_NIGHT,
        () -> Registered.change(visit.card(), Map.of("name", "改姓　見本", "kana", "カイセイ　ミホン")));
    assertThat(visit.look().get("status").asText()).isEqualTo("OPEN");
    assertThat(visit.look().at("/letters/0/state").asText()).isEqualTo("POSTED");
    assertThat(recorded(visit, "application.register-changed")).isEqualTo(1);

    Office.clockStandsAt(TWO_WEEKS_LATER);
    returned(visit, code);
    issued(visit);
    JsonNode whole = visit.look();
    assertThat(whole.at("/applicant/name").asText()).isEqualTo("改姓　見本");
    assertThat(whole.at("/certificates")).hasSize(2);
    assertThat(signatureCertificateOf(whole)).contains("改姓　見本");
  }

  /** Its bytes as text, since a name stands in it as a UTF8String. */
  private static String signatureCertificateOf(JsonNode whole) {
    for (JsonNode certificate : whole.get("certificates")) {
      if (certificate.get("type").asText().equals("SIGNATURE")) {
        byte[] der = Certificates.inDer(certificate.get("serial").asText());
        return new String(der, StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError("No certificate for signatures in " + whole);
  }

  /** Before the letter is posted nobody waits; what changed then is found at the return visit. */
  @Test
  void whoMovedAwayBeforeThePostingIsFoundOutAtTheReturnVisit() {
    Visit visit = Visit.of(175);
    ProxyVisit.printed(visit);
    Registered.movedAway(visit.card(), "2026-11-24");
    assertThat(step(visit)).isEqualTo("post-letter");
    does(visit, "post-letter", Map.of());
    returned(visit, visit.look().at("/letters/0/code").asText());
    assertThat(visit.look().get("status").asText()).isEqualTo("REFUSED");
    assertThat(visit.look().at("/refusals/0/rule").asText()).isEqualTo("R-RESIDENT");
  }

  // --- an adult ward with a supervisor's exception ---

  @Test
  void aWardsExceptionHoldsAtTheSecondVisitBesideTheOneForAnotherDocument() {
    Visit visit = ExceptionsIT.aWard(176);
    Map<String, Object> form = ProxyVisit.form(visit, "NEW");
    assertThat(visit.apply(form).json().get("code").asText()).isEqualTo("R-WARD");
    Api.Reply asked =
        clerk.post("api/approvals", Map.of("application", form, "reason", "家庭裁判所の許可あり"));
    granted(asked.json().at("/0/id").asLong());
    String code = inThePost(visit);

    Office.clockStandsAt(TWO_WEEKS_LATER);
    assertThat(scanned(code).status()).isEqualTo(200);
    clerk.post(path(visit, "other-document"), Map.of("reason", "免許証を返納し、旅券を持参した"));
    granted(
        Tables.count(
            "select max(id) from madoguchi.approval where exception = 'OTHER_DOCUMENT'"
                + " and resident_id = ?",
            Visit.residentOf(visit.card())));
    does(
        visit,
        "confirm-proxy",
        Map.of(
            "finding",
            "OTHER_DOCUMENT",
            "document",
            Map.of("kind", "PASSPORT", "number", "TK1234567", "expiresOn", "2030-01-01")));
    does(visit, "check-reply", Map.of("finding", "ACCEPTED", "confirmed", visit.toConfirm()));
    assertThat(usedOn("2026-11-24", visit)).isEqualTo("R-WARD");
    assertThat(usedOn("2026-12-08", visit)).isEqualTo("R-SAME-PROXY");
    issued(visit);
    assertThat(visit.look().get("certificates")).hasSize(2);
    assertThat(visit.look().get("exceptions")).hasSize(2);
  }

  // --- R-PROXY-NOTICE ---

  @Test
  void theNoticesReplyMakesARenewalOneVisitWhereTheOfficeChoseIt() {
    Visit visit = aHolderWhoRenews(177);
    try (Setting chosen = Setting.of("proxy.notice-reply", "true")) {
      receiveWithNotice(visit);
      assertThat(visit.toConfirm())
          .contains("NOTICE_REPLY_FORM", "NOTICE_IN_DATE", "REPLY_SEALED", "REPLY_SIGNED");
      assertThat(visit.look().get("way").toString())
          .as("nothing of a letter is to come")
          .contains("present-card")
          .doesNotContain("print-letter", "await-return", "check-reply");
      for (String one : visit.toConfirm()) {
        var others = visit.toConfirm();
        others.remove(one);
        assertThat(visit.perform("check-papers", Map.of("confirmed", others)).status())
            .as(one)
            .isEqualTo(422);
      }
      does(visit, "check-papers", Map.of("confirmed", visit.toConfirm()));
      assertThat(step(visit)).isEqualTo("present-card");
      issued(visit);
    }
    assertThat(visit.look().get("letters")).isEmpty();
    assertThat(visit.look().get("certificates")).hasSize(2);
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.certificate where resident_id = ?"
                    + " and state = 'VALID'",
                Visit.residentOf(visit.card())))
        .as("the former ones are revoked")
        .isEqualTo(2);
  }

  /** What cannot be accepted goes on in two visits; nothing is typed twice. */
  @Test
  void aNoticesReplyThatIsNotSealedIsFollowedByALetter() {
    Visit visit = aHolderWhoRenews(178);
    try (Setting chosen = Setting.of("proxy.notice-reply", "true")) {
      receiveWithNotice(visit);
      String refusal = path(visit, "notice-reply-refusal");
      assertThat(clerk.post(refusal, Map.of("finding", "NO_SUCH")).json().get("code").asText())
          .isEqualTo("form-incomplete");
      Api.Reply refused = clerk.post(refusal, Map.of("finding", "UNSEALED"));
      assertThat(refused.status()).as(refused.text()).isEqualTo(200);
      assertThat(clerk.post(refusal, Map.of("finding", "UNSEALED")).json().get("code").asText())
          .isEqualTo("no-notice-reply");
      assertThat(visit.toConfirm()).doesNotContain("NOTICE_REPLY_FORM", "REPLY_SEALED");
      does(visit, "check-papers", Map.of("confirmed", visit.toConfirm()));
      assertThat(step(visit)).isEqualTo("print-letter");
    }
    visit.withdrawn();
  }

  /** R-PROXY-TWO-VISITS: whatever a program sends, a letter goes out unless the rules say no. */
  @Test
  void theNoticesReplySavesNoVisitWhereItIsNotTaken() {
    Visit off = aHolderWhoRenews(179);
    receiveWithNotice(off);
    does(off, "check-papers", Map.of("confirmed", off.toConfirm()));
    assertThat(step(off)).isEqualTo("print-letter");
    off.withdrawn();
    Visit first = Visit.of(180);
    try (Setting chosen = Setting.of("proxy.notice-reply", "true")) {
      Map<String, Object> form = ProxyVisit.form(first, "NEW");
      form.put("noticeReply", true);
      assertThat(first.apply(form).status()).isEqualTo(201);
      does(first, "check-papers", Map.of("confirmed", first.toConfirm()));
      assertThat(step(first)).as("only a renewal has a notice").isEqualTo("print-letter");
    }
    first.withdrawn();
  }

  // --- who withdraws ---

  @Test
  void theRecordTellsWhoWithdrew() {
    Visit byProxy = Visit.of(181);
    inThePost(byProxy);
    assertThat(withdraw(byProxy, Map.of("reason", "都合", "by", "NOBODY")).get("code").asText())
        .isEqualTo("form-incomplete");
    assertThat(byProxy.look().get("status").asText()).isEqualTo("OPEN");
    JsonNode withdrawn = withdraw(byProxy, Map.of("reason", "代理人から電話", "by", "REPRESENTATIVE"));
    assertThat(withdrawn.get("status").asText()).isEqualTo("WITHDRAWN");
    assertThat(withdrawn.get("withdrawnBy").asText()).isEqualTo("REPRESENTATIVE");
    assertThat(detail(byProxy, "application.withdrawn", "withdrawnBy")).isEqualTo("REPRESENTATIVE");

    Visit inPerson = Visit.of(182);
    assertThat(inPerson.apply("NEW", "USER_AUTHENTICATION").status()).isEqualTo(201);
    assertThat(
            withdraw(inPerson, Map.of("reason", "都合", "by", "REPRESENTATIVE")).get("code").asText())
        .isEqualTo("no-representative");
    assertThat(withdraw(inPerson, Map.of("reason", "都合")).get("withdrawnBy").asText())
        .as("a program that does not say")
        .isEqualTo("APPLICANT");
    assertThat(detail(inPerson, "application.withdrawn", "withdrawnBy")).isEqualTo("APPLICANT");
  }

  private JsonNode withdraw(Visit visit, Map<String, Object> form) {
    return clerk.post(path(visit, "withdrawal"), form).json();
  }

  /** Somebody whose certificates end with the card in less than three months (R-RENEWAL). */
  static Visit aHolderWhoRenews(int training) {
    Visit visit = Visit.of(training);
    Tables.execute(
        "update madoguchi.resident_card set expires_on = date '2027-01-10' where serial = '"
            + visit.card()
            + "'");
    assertThat(visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION").status()).isEqualTo(201);
    visit
        .papersChecked()
        .cardPutOnReader()
        .cardPresented()
        .pinsEntered(Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468"))
        .written()
        .handedOver();
    return visit;
  }

  private static void receiveWithNotice(Visit visit) {
    Map<String, Object> form = ProxyVisit.form(visit, "RENEWAL");
    form.put("noticeReply", true);
    Api.Reply received = visit.apply(form);
    assertThat(received.status()).as(received.text()).isEqualTo(201);
  }

  private static void granted(long request) {
    Api.Reply granted =
        Api.as("supervisor1")
            .post(
                "api/approvals/" + request + "/decision",
                Map.of("granted", true, "reason", "原本を確認した"));
    assertThat(granted.status()).as(granted.text()).isEqualTo(200);
  }

  private String usedOn(String day, Visit visit) {
    for (JsonNode one : clerk.get("api/closing/" + day).json().get("exceptions")) {
      if (one.path("receptionNumber").asText().equals(visit.receptionNumber())) {
        return one.get("rule").asText();
      }
    }
    return "";
  }

  private static String path(Visit visit, String more) {
    return "api/applications/" + visit.receptionNumber() + "/" + more;
  }

  private static long recorded(Visit visit, String act) {
    return Tables.count(
        "select count(*) from madoguchi.audit_event where subject_key = ? and act = ?",
        visit.receptionNumber(),
        act);
  }

  private static String detail(Visit visit, String act, String name) {
    return Tables.text(
        "select details::jsonb ->> ? from madoguchi.audit_event where subject_key = ? and act = ?",
        name,
        visit.receptionNumber(),
        act);
  }
}
