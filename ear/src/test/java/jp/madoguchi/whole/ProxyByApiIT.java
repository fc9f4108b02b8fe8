package jp.madoguchi.whole;

import static jp.madoguchi.whole.ProxyVisit.TWO_WEEKS_LATER;
import static jp.madoguchi.whole.ProxyVisit.licence;
import static jp.madoguchi.whole.ProxyVisit.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-PROXY-TWO-VISITS by programs: both visits, the letter between them, and what goes wrong. */
class ProxyByApiIT {

  private static final String AFTER_THE_DUE_DATE = "2026-12-25T00:30:00+09:00";
  private static final Map<String, Object> PINS =
      Map.of("SIGNATURE", "HENJI2026", "USER_AUTHENTICATION", "1928");

  /** 3 years old. */
  private static final int CHILD = 17;

  private final Api clerk = Api.as("clerk1");

  @AfterEach
  void theOfficeIsWhereTheOthersExpectIt() {
    Office.clockStandsAt(Office.TUESDAY_MORNING);
  }

  @Test
  void twoVisitsAndALetterEndWithBothCertificatesOnTheCard() {
    Visit visit = Visit.ofAnAdult();
    String code = firstVisit(visit);

    Office.clockStandsAt(TWO_WEEKS_LATER);
    assertThat(returned(code).status()).isEqualTo(200);
    assertThat(step(visit)).isEqualTo("confirm-proxy");
    confirmSame(visit);
    acceptReply(visit);
    visit.cardPutOnReader().cardPresented();
    Map<String, Object> sealed = SealedPins.of(PINS);
    assertThat(clerk.post("api/customer/T1/pins", sealed).json().get("code").asText())
        .as("only the clerk types what stands in the reply (R-SEALED-PIN)")
        .isEqualTo("pins-not-due");
    Api.Reply typed = clerk.post(path(visit, "pins"), sealed);
    assertThat(typed.status()).as(typed.text()).isEqualTo(200);
    visit.written().handedOver();

    JsonNode whole = visit.look();
    assertThat(whole.get("certificates")).hasSize(2);
    assertThat(whole.at("/letters/0/state").asText()).isEqualTo("ANSWERED");
    assertThat(whole.at("/visits/0/proxyFinding").asText()).isEqualTo("SAME_DOCUMENT");
    assertThat(texts(whole, "/papers", "document", "visit"))
        .contains("REPLY_FORM 2", "POWER_OF_ATTORNEY 2", "PROXY_PHOTO_ID 1", "PROXY_PHOTO_ID 2");
    assertThat(returned(code).json().get("code").asText()).isEqualTo("letter-answered");
  }

  /** Same-day issue is impossible by the process. */
  @Test
  void nothingOfTheSecondVisitIsDueOnTheFirstDay() {
    Visit visit = Visit.ofAnAdult();
    assertThat(apply(visit, licence("4512345678")).status()).isEqualTo(201);
    confirmAll(visit, "check-papers");
    for (String later : List.of("confirm-proxy", "check-reply", "present-card", "hand-over")) {
      Api.Reply refused = visit.perform(later, Map.of("finding", "OTHER_PERSON", "terminal", "T1"));
      assertThat(refused.status()).as(later).isEqualTo(409);
    }
    Api.Reply printed = visit.perform("print-letter", Map.of());
    String code = printed.json().at("/letters/0/code").asText();
    assertThat(returned(code).json().get("code").asText()).isEqualTo("letter-printed");
    visit.withdrawn();
  }

  @Test
  void aLetterPrintedTwiceByADoubleClickIsOneLetter() {
    Visit visit = Visit.ofAnAdult();
    assertThat(apply(visit, licence("4512345678")).status()).isEqualTo(201);
    confirmAll(visit, "check-papers");
    assertThat(visit.perform("print-letter", Map.of()).status()).isEqualTo(200);
    assertThat(visit.perform("print-letter", Map.of()).status()).isEqualTo(409);
    assertThat(visit.look().get("letters")).hasSize(1);
    Api.Reply paper = clerk.get(path(visit, "letter.pdf"));
    assertThat(paper.status()).isEqualTo(200);
    assertThat(paper.contentType()).startsWith("application/pdf");
    assertThat(clerk.get(path(visit, "letter.pdf")).status())
        .as("after a crash between printing and recording the same letter is printed again")
        .isEqualTo(200);
    assertThat(visit.look().get("letters")).hasSize(1);
    visit.withdrawn();
  }

  @Test
  void aCodeWithOneWrongCharacterOrOfNoLetterOpensNothing() {
    Visit visit = Visit.ofAnAdult();
    String code = firstVisit(visit);
    char last = code.charAt(code.length() - 1);
    String wrong = code.substring(0, code.length() - 1) + (last == '7' ? '8' : '7');
    assertThat(returned(wrong).status()).isEqualTo(422);
    assertThat(returned(wrong).json().get("code").asText()).isEqualTo("letter-code");
    assertThat(step(visit)).isEmpty();
    assertThat(texts(visit.look(), "/way", "step", "standing"))
        .as("what only an event brings about is no step of the way")
        .contains("await-return NOW", "confirm-proxy TO_COME")
        .doesNotContain("judge-changed TO_COME", "check-papers-in-person TO_COME");
    assertThat(returned(code.toLowerCase(java.util.Locale.ROOT).replace("-", "")).status())
        .as("typed as a person types")
        .isEqualTo(200);
    visit.withdrawn();
  }

  @Test
  void aReprintVoidsTheEarlierCode() {
    Visit visit = Visit.ofAnAdult();
    String first = firstVisit(visit);
    assertThat(clerk.post(path(visit, "new-letter"), Map.of()).status()).isEqualTo(200);
    assertThat(visit.perform("print-letter", Map.of()).json().get("code").asText())
        .as("a reason is needed")
        .isEqualTo("form-incomplete");
    Api.Reply again = visit.perform("print-letter", Map.of("reason", "紛失したため"));
    String second = again.json().at("/letters/0/code").asText();
    assertThat(second).isNotEqualTo(first);
    assertThat(visit.perform("post-letter", Map.of()).status()).isEqualTo(200);
    assertThat(returned(first).json().get("code").asText()).isEqualTo("letter-void");
    assertThat(returned(second).status()).isEqualTo(200);
    visit.withdrawn();
  }

  /** R-SAME-PROXY. */
  @Test
  void anotherPersonIsSentAwayAndTheCaseStaysOpenForTheRightOne() {
    Visit visit = Visit.ofAnAdult();
    String code = firstVisit(visit);
    returned(code);
    Api.Reply other = visit.perform("confirm-proxy", shown("SAME_DOCUMENT", "9999999999"));
    assertThat(other.json().get("code").asText()).isEqualTo("R-SAME-PROXY");
    assertThat(visit.perform("confirm-proxy", Map.of("finding", "OTHER_PERSON")).status())
        .isEqualTo(200);
    assertThat(step(visit)).isEmpty();
    assertThat(returned(code).status()).isEqualTo(200);
    confirmSame(visit);
    assertThat(step(visit)).isEqualTo("check-reply");
    visit.withdrawn();
  }

  @Test
  void anotherDocumentOfTheSameProxyTakesASupervisor() {
    Visit visit = Visit.ofAnAdult();
    returned(firstVisit(visit));
    Map<String, Object> passport =
        Map.of(
            "finding",
            "OTHER_DOCUMENT",
            "document",
            Map.of("kind", "PASSPORT", "number", "TK1234567", "expiresOn", "2030-01-01"));
    assertThat(visit.perform("confirm-proxy", passport).json().get("code").asText())
        .isEqualTo("other-document-not-approved");
    Api.Reply asked =
        clerk.post(path(visit, "other-document"), Map.of("reason", "免許証を返納し、旅券を持参した"));
    assertThat(asked.status()).as(asked.text()).isEqualTo(200);
    long request =
        Tables.count(
            "select max(id) from madoguchi.approval where exception = 'OTHER_DOCUMENT'"
                + " and resident_id = ?",
            Visit.residentOf(visit.card()));
    Api.Reply granted =
        Api.as("supervisor1")
            .post(
                "api/approvals/" + request + "/decision",
                Map.of("granted", true, "reason", "本人に間違いないため"));
    assertThat(granted.status()).as(granted.text()).isBetween(200, 204);
    assertThat(visit.perform("confirm-proxy", passport).status()).isEqualTo(200);
    assertThat(visit.look().at("/visits/0/approvedBy").asText()).isEqualTo("supervisor1");
    visit.withdrawn();
  }

  /** R-PROXY-DOCS-2. */
  @Test
  void anUnsealedReplyNeedsANewLetterAndAnUnsignedOneMayComeAgain() {
    Visit visit = Visit.ofAnAdult();
    String code = firstVisit(visit);
    returned(code);
    confirmSame(visit);
    Api.Reply tooLittle =
        visit.perform("check-reply", Map.of("finding", "UNSEALED", "wayOn", "COME_AGAIN"));
    assertThat(tooLittle.json().get("code").asText()).isEqualTo("unsealed-needs-new-letter");
    assertThat(
            visit
                .perform("check-reply", Map.of("finding", "UNSIGNED", "wayOn", "COME_AGAIN"))
                .status())
        .isEqualTo(200);
    assertThat(step(visit)).isEmpty();
    returned(code);
    confirmSame(visit);
    assertThat(
            visit
                .perform("check-reply", Map.of("finding", "UNSEALED", "wayOn", "NEW_LETTER"))
                .status())
        .isEqualTo(200);
    assertThat(step(visit)).isEqualTo("print-letter");
    visit.withdrawn();
  }

  @Test
  void anAcceptedReplyIsConfirmedPaperByPaper() {
    Visit visit = Visit.ofAnAdult();
    returned(firstVisit(visit));
    confirmSame(visit);
    List<String> all = visit.toConfirm();
    assertThat(all).contains("REPLY_FORM", "POWER_OF_ATTORNEY", "REPLY_SEALED", "REPLY_FILLED_IN");
    for (String missing : all) {
      List<String> others = new ArrayList<>(all);
      others.remove(missing);
      Api.Reply refused =
          visit.perform("check-reply", Map.of("finding", "ACCEPTED", "confirmed", others));
      assertThat(refused.status()).as(missing).isEqualTo(422);
    }
    visit.withdrawn();
  }

  /** R-RECHECK: the resident moves away between the visits. */
  @Test
  void aCaseWhoseApplicantMovesAwayEndsAtOnce() {
    Visit visit = Visit.ofAnAdult();
    firstVisit(visit);
    Registered.movedAway(visit.card(), "2026-11-24");
    Wait.until(
        "the case is closed with the reason",
        visit::look,
        seen -> seen.get("status").asText().equals("REFUSED"));
    assertThat(visit.look().at("/letters/0/state").asText()).isEqualTo("VOID");
  }

  /** R-REPLY-DUE, with the office's clock moved. */
  @Test
  void whatNobodyAnswersIsRemindedOfAndLapses() {
    Visit visit = Visit.ofAnAdult();
    String code = firstVisit(visit);
    Office.clockStandsAt("2026-12-17T09:00:00+09:00");
    Wait.until(
        "the list speaks of it",
        () -> clerk.get("api/letters?which=WAITING").json(),
        list -> has(list, code, "reminded", "true"));
    Office.clockStandsAt(AFTER_THE_DUE_DATE);
    Wait.until(
        "the case has lapsed", visit::look, seen -> seen.get("status").asText().equals("LAPSED"));
    assertThat(returned(code).json().get("code").asText()).isEqualTo("letter-overdue");
    assertThat(has(clerk.get("api/letters?which=OVERDUE").json(), code, "state", "OVERDUE"))
        .isTrue();
  }

  @Test
  void whatThePostBringsBackIsHandledAndPrintedAnew() {
    Visit visit = Visit.ofAnAdult();
    String code = firstVisit(visit);
    Api.Reply back =
        clerk.post("api/letters/" + code + "/undelivered", Map.of("reason", "あて所に尋ねあたりません"));
    assertThat(back.status()).as(back.text()).isEqualTo(200);
    assertThat(step(visit)).isEqualTo("handle-undelivered");
    assertThat(visit.perform("handle-undelivered", Map.of("note", "電話で住所を確かめた")).status())
        .isEqualTo(200);
    assertThat(step(visit)).isEqualTo("print-letter");
    assertThat(returned(code).json().get("code").asText()).isEqualTo("letter-undelivered");
    visit.withdrawn();
  }

  @Test
  void theApplicantGoesOnInPersonAndNothingIsTypedTwice() {
    Visit visit = Visit.ofAnAdult();
    String code = firstVisit(visit);
    Api.Reply came = clerk.post(path(visit, "in-person"), Map.of());
    assertThat(came.status()).as(came.text()).isEqualTo(200);
    assertThat(came.json().get("route").asText()).isEqualTo("SELF");
    assertThat(returned(code).json().get("code").asText()).isEqualTo("letter-void");
    confirmAll(visit, "check-papers-in-person");
    visit.cardPutOnReader().cardPresented();
    assertThat(clerk.post(path(visit, "pins"), SealedPins.of(PINS)).json().get("code").asText())
        .as("now the holder types the PINs")
        .isEqualTo("pins-by-the-holder");
    visit.pinsEntered(PINS).written().handedOver();
    assertThat(visit.look().get("certificates")).hasSize(2);
  }

  @Test
  void ofTwoReturnVisitsAtTheSameMomentOneIsServed() {
    Visit visit = Visit.ofAnAdult();
    String code = firstVisit(visit);
    List<CompletableFuture<Api.Reply>> both =
        Stream.of("clerk1", "clerk2")
            .map(
                login ->
                    CompletableFuture.supplyAsync(
                        () ->
                            Api.as(login).post("api/letters/" + code + "/return-visit", Map.of())))
            .toList();
    Set<Integer> answers = new TreeSet<>();
    both.forEach(one -> answers.add(one.join().status()));
    assertThat(answers).containsExactly(200, 409);
    assertThat(visit.look().get("visits")).hasSize(1);
    String holder = visit.look().get("holder").asText();
    Api.as(holder).post(path(visit, "withdrawal"), Map.of("reason", "試験の終わり"));
  }

  @Test
  void theProxyIsNotTheApplicantThoughANamesakeMayBe() {
    Visit visit = Visit.ofAnAdult();
    Map<String, Object> form = visit.form("NEW", null, "SIGNATURE");
    JsonNode resident = clerk.get("api/residents?card=" + visit.card()).json().at("/residents/0");
    form.put("route", "PROXY");
    form.put("proxy", proxy(resident.get("name").asText(), resident.get("birthDate").asText()));
    assertThat(visit.apply(form).json().get("code").asText()).isEqualTo("proxy-is-applicant");
    form.put("proxy", proxy(resident.get("name").asText(), "1941-01-01"));
    assertThat(visit.apply(form).status()).isEqualTo(201);
    visit.withdrawn();
  }

  @Test
  void withoutAProxyOrWithAnUnfitDocumentNothingIsReceived() {
    Visit visit = Visit.ofAnAdult();
    Map<String, Object> form = visit.form("NEW", null, "SIGNATURE");
    form.put("route", "PROXY");
    assertThat(visit.apply(form).json().get("code").asText()).isEqualTo("form-incomplete");
    form.put("proxy", proxy("見本　花子", "1982-05-04", "DRIVING_LICENCE", "45", "2026-11-23"));
    assertThat(visit.apply(form).json().get("code").asText()).isEqualTo("document-expired");
    form.put("proxy", proxy("見本　花子", "1982-05-04", "LIBRARY_CARD", "45", "2029-01-01"));
    assertThat(visit.apply(form).json().get("code").asText()).isEqualTo("document-kind-unknown");
    form.put("route", "SELF");
    assertThat(visit.apply(form).json().get("code").asText()).isEqualTo("form-incomplete");
  }

  /** R-MINIMUM: the document's number can be read nowhere. */
  @Test
  void theDocumentsNumberIsInNoTableAndNoAnswer() {
    Visit visit = Visit.ofAnAdult();
    assertThat(apply(visit, licence("7788990011")).status()).isEqualTo(201);
    assertThat(visit.look().toString()).doesNotContain("7788990011").contains("0011");
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.proxy p, madoguchi.audit_event e"
                    + " where p.reception_number = ? and (p::text like '%7788990011%'"
                    + " or e.details like '%7788990011%')",
                visit.receptionNumber()))
        .isZero();
    visit.withdrawn();
  }

  /** R-LEGAL-REP: a parent of a child under 15, for the 利用者証明用 certificate alone. */
  @Test
  void aLegalRepresentativeIsServedOnTheSameDay() {
    Visit visit = Visit.of(CHILD);
    Map<String, Object> form = visit.form("NEW", null, "USER_AUTHENTICATION");
    form.put("route", "LEGAL_REPRESENTATIVE");
    form.put("proxy", proxy("見本　花子", "1982-05-04"));
    Api.Reply received = visit.apply(form);
    assertThat(received.status()).as(received.text()).isEqualTo(201);
    assertThat(visit.toConfirm())
        .contains("PROXY_PHOTO_ID", "FAMILY_REGISTER", "PROXY_SAME_PERSON");
    confirmAll(visit, "check-papers");
    visit
        .cardPutOnReader()
        .cardPresented()
        .pinsEntered(Map.of("USER_AUTHENTICATION", "1928"))
        .written()
        .handedOver();
    assertThat(visit.look().at("/proxy/kind").asText()).isEqualTo("LEGAL");
    assertThat(visit.look().get("certificates")).hasSize(1);
  }

  /** A clerk posts a day's letters together, all or none. */
  @Test
  void theDaysLettersArePostedTogether() {
    Visit one = Visit.ofAnAdult();
    Visit other = Visit.ofAnAdult();
    String first = printed(one);
    String second = printed(other);
    Api.Reply withAWrongOne =
        clerk.post("api/letters/posting", Map.of("codes", List.of(first, "0000-0000-00000")));
    assertThat(withAWrongOne.status()).isEqualTo(422);
    assertThat(step(one)).isEqualTo("post-letter");
    Api.Reply posted = clerk.post("api/letters/posting", Map.of("codes", List.of(first, second)));
    assertThat(posted.status()).as(posted.text()).isBetween(200, 204);
    assertThat(has(clerk.get("api/letters?which=WAITING").json(), first, "dueOn", "2026-12-24"))
        .isTrue();
    assertThat(step(other)).isEmpty();
    one.withdrawn();
    other.withdrawn();
  }

  // --- what every visit does ---

  private String firstVisit(Visit visit) {
    printed(visit);
    assertThat(visit.perform("post-letter", Map.of()).status()).isEqualTo(200);
    return visit.look().at("/letters/0/code").asText();
  }

  private String printed(Visit visit) {
    Api.Reply received = apply(visit, licence("4512345678"));
    assertThat(received.status()).as(received.text()).isEqualTo(201);
    confirmAll(visit, "check-papers");
    Api.Reply printed = visit.perform("print-letter", Map.of());
    assertThat(printed.status()).as(printed.text()).isEqualTo(200);
    return printed.json().at("/letters/0/code").asText();
  }

  private Api.Reply apply(Visit visit, Map<String, Object> document) {
    Map<String, Object> form = visit.form("NEW", null, "SIGNATURE", "USER_AUTHENTICATION");
    form.put("route", "PROXY");
    Map<String, Object> proxy = proxy("見本　花子", "1982-05-04");
    proxy.put("document", document);
    form.put("proxy", proxy);
    return visit.apply(form);
  }

  private static Map<String, Object> shown(String finding, String number) {
    return Map.of("finding", finding, "document", licence(number));
  }

  private Api.Reply returned(String code) {
    return clerk.post("api/letters/" + code + "/return-visit", Map.of());
  }

  private void confirmSame(Visit visit) {
    Api.Reply reply = visit.perform("confirm-proxy", shown("SAME_DOCUMENT", "45 1234 5678"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private void acceptReply(Visit visit) {
    Api.Reply reply =
        visit.perform("check-reply", Map.of("finding", "ACCEPTED", "confirmed", visit.toConfirm()));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private void confirmAll(Visit visit, String step) {
    Api.Reply reply = visit.perform(step, Map.of("confirmed", visit.toConfirm()));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private static String step(Visit visit) {
    return visit.look().at("/nextSteps/0/step").asText();
  }

  private static String path(Visit visit, String more) {
    return "api/applications/" + visit.receptionNumber() + "/" + more;
  }

  private static boolean has(JsonNode list, String code, String field, String value) {
    for (JsonNode letter : list) {
      if (letter.get("code").asText().equals(code)) {
        return letter.get(field).asText().equals(value);
      }
    }
    return false;
  }

  private static List<String> texts(JsonNode whole, String list, String one, String other) {
    List<String> texts = new ArrayList<>();
    whole
        .at(list)
        .forEach(each -> texts.add(each.get(one).asText() + " " + each.get(other).asText()));
    return texts;
  }
}
