package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The batch in the server itself: killed in the middle of a bundle, it goes on there, nobody gets
 * two notices, and what a proxy brings of one is known again (R-RENEWAL, R-PROXY-NOTICE).
 */
final class NightlyNotices implements Bystander {

  private static final int[] RESIDENTS = {187, 188, 189};
  private static final Api CLERK = Api.as("clerk1");
  private static final Api SUPERVISOR = Api.as("supervisor1");

  /** Holds a lock that the printing of one holder's notice waits for. */
  private static final int LOCK = 150;

  private final List<Visit> holders = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();

  private Setting printing;
  private Connection holding;
  private long run;

  @Override
  public void begins() throws SQLException {
    for (int resident : RESIDENTS) {
      holders.add(ProxyWaysByApiIT.aHolderWhoRenews(resident));
      ids.add(Long.toString(Visit.residentOf(holders.get(holders.size() - 1).card())));
    }
    assertThat(SUPERVISOR.post("api/expiry/runs", Map.of()).json().get("code").asText())
        .as("off unless the office chose it")
        .isEqualTo("expiry-notices-off");
    assertThat(listed("NOTHING")).containsAll(ids);
    theOfficePrintsNotices();
    assertThat(CLERK.post("api/expiry/runs", Map.of()).status()).isEqualTo(403);
    inTheMiddleOfABundle();
  }

  private void inTheMiddleOfABundle() throws SQLException {
    Tables.execute(
        "create function waits_by_test() returns trigger language plpgsql as $$ begin perform"
            + " pg_advisory_xact_lock("
            + LOCK
            + "); return new; end $$",
        "create trigger waits_by_test before insert on madoguchi.expiry_notice for each row when"
            + " (new.resident_id = "
            + ids.get(1)
            + ") execute function waits_by_test()");
    holding = Tables.connect();
    try (Statement lock = holding.createStatement()) {
      lock.execute("select pg_advisory_lock(" + LOCK + ")");
    }
    Api.Reply begun = SUPERVISOR.post("api/expiry/runs", Map.of());
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    run = begun.json().get("id").asLong();
    Wait.until(
        "a notice is being printed",
        () ->
            Tables.count(
                "select count(*) from pg_locks where locktype = 'advisory' and objid = "
                    + LOCK
                    + " and not granted"),
        waiting -> waiting == 1);
    assertThat(SUPERVISOR.post("api/expiry/runs", Map.of()).json().get("code").asText())
        .isEqualTo("expiry-under-way");
  }

  @Override
  public void whileTheServerIsAway() throws SQLException {
    holding.close();
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.expiry_notice where resident_id = " + ids.get(0)))
        .as("printed before")
        .isEqualTo(1);
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.expiry_notice where resident_id = " + ids.get(1)))
        .as("nothing of the bundle that was broken off")
        .isZero();
    Tables.execute(
        "drop trigger waits_by_test on madoguchi.expiry_notice", "drop function waits_by_test()");
  }

  private void theOfficePrintsNotices() {
    printing =
        Setting.of(
            Map.of("expiry.notices", "true", "expiry.notices-at", "23:58", "expiry.bundle", "1"));
  }

  /** A server that is started anew knows nothing of the settings. */
  @Override
  public void whenTheServerIsBack() {
    theOfficePrintsNotices();
  }

  @Override
  public void goesOn() {
    try (Setting reply = Setting.of("proxy.notice-reply", "true")) {
      JsonNode ended =
          Wait.until(
              "the run that was broken off goes on by itself",
              () -> CLERK.get("api/expiry/runs/" + run).json(),
              seen -> seen.get("state").asText().equals("DONE"));
      assertThat(ended.get("attempt").asInt()).isEqualTo(2);
      assertThat(ended.get("examined")).isEqualTo(ended.get("holders"));
      assertThat(ended.get("printed").asLong())
          .as("each once, in bundles of one")
          .isEqualTo(Tables.count("select count(*) from madoguchi.expiry_notice"))
          .isEqualTo(
              Tables.count("select count(distinct resident_id) from madoguchi.expiry_notice"))
          .isEqualTo(Tables.count("select count(*) from madoguchi.expiry_bundle"))
          .isGreaterThanOrEqualTo(RESIDENTS.length);
      assertThat(listed("NOTICED")).containsAll(ids);
      aSecondRunPrintsNothing();
      theStoppedRunGoesOnByHand();
      postedExceptToWhoMoved();
      broughtByAProxy();
    } finally {
      printing.close();
    }
  }

  /** The first of them prints for whoever came into the three months since. */
  private static void aSecondRunPrintsNothing() {
    ended(SUPERVISOR.post("api/expiry/runs", Map.of()).json().get("id").asLong());
    JsonNode again = SUPERVISOR.post("api/expiry/runs", Map.of()).json();
    JsonNode ended = ended(again.get("id").asLong());
    assertThat(ended.get("printed").asInt()).isZero();
  }

  private static void theStoppedRunGoesOnByHand() {
    long id = SUPERVISOR.get("api/expiry/runs").json().get(0).get("id").asLong();
    assertThat(
            SUPERVISOR
                .post("api/expiry/runs/" + id + "/stop", Map.of())
                .json()
                .get("code")
                .asText())
        .isEqualTo("expiry-not-running");
    Tables.execute("update madoguchi.expiry_run set state = 'STOPPED' where id = " + id);
    Api.Reply resumed = SUPERVISOR.post("api/expiry/runs/" + id + "/resumption", Map.of());
    assertThat(resumed.status()).as(resumed.text()).isEqualTo(202);
    assertThat(ended(id).get("attempt").asInt()).isEqualTo(2);
    assertThat(
            SUPERVISOR
                .post("api/expiry/runs/" + id + "/resumption", Map.of())
                .json()
                .get("code")
                .asText())
        .isEqualTo("expiry-not-resumable");
  }

  private static JsonNode ended(long run) {
    return Wait.until(
        "the run is at its end",
        () -> CLERK.get("api/expiry/runs/" + run).json(),
        seen -> seen.get("state").asText().equals("DONE"));
  }

  private void postedExceptToWhoMoved() {
    Registered.livesAt(holders.get(2).card(), "神奈川県厚木市架空町9丁目9番9号");
    String bundle = "api/expiry/bundles/" + bundleOf(2);
    Api.Reply pdf = CLERK.get(bundle + "/notices.pdf", "application/pdf");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(CLERK.get(bundle).json().get(0).get("against").asText())
        .as("the certificate for signatures ended with the address; the other one goes on")
        .isEqualTo("READDRESSED");
    Api.Reply unseen = CLERK.post(bundle + "/posting", Map.of("takenOut", Set.of()));
    assertThat(unseen.json().get("code").asText()).isEqualTo("bundle-changed");
    try (Screen clerk = new Screen(1366, 768)) {
      clerk.logIn("clerk1").open("expiry/index.xhtml?standing=NOTICED").waitFor("発送前");
      clerk.judged("expiry-list").open("expiry/notices.xhtml").waitFor("発送前");
      clerk.judged("expiry-notices");
      clerk.open("expiry/notices.xhtml?bundle=" + bundleOf(2)).waitFor("抜き取る");
      clerk.judged("expiry-bundle").press("残りの発送を確認する").waitFor("抜き取り1通");
      clerk.open("home.xhtml").waitFor("有効期限通知書").judged("expiry-home");
      clerk.open("search.xhtml?q=" + noticeOf(0));
      assertThat(clerk.page().url())
          .as("who brings the paper is received at once")
          .endsWith("/reception/index.xhtml?resident=" + ids.get(0));
      assertThat(clerk.complaints()).isEmpty();
    }
    for (int each : new int[] {0, 1}) {
      Api.Reply posted =
          CLERK.post(
              "api/expiry/bundles/" + bundleOf(each) + "/posting", Map.of("takenOut", Set.of()));
      assertThat(posted.json().path("posted").asInt()).as(posted.text()).isEqualTo(1);
    }
    assertThat(
            CLERK
                .get("api/expiry/bundles/" + bundleOf(0) + "/notices.pdf", "application/pdf")
                .status())
        .as("what was posted is kept by nobody (R-MINIMUM)")
        .isEqualTo(409);
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.expiry_bundle where settled_at is not null and pdf is"
                    + " not null"))
        .isZero();
    ended(SUPERVISOR.post("api/expiry/runs", Map.of()).json().get("id").asLong());
    assertThat(
            Tables.text(
                "select string_agg(state, ' ' order by bundle_id) from madoguchi.expiry_notice where"
                    + " resident_id = ?",
                Long.valueOf(ids.get(2))))
        .as("another one, to the new address")
        .isEqualTo("VOID PRINTED");
  }

  private void broughtByAProxy() {
    Visit visit = holders.get(0);
    Map<String, Object> form = ProxyVisit.form(visit, "RENEWAL");
    form.put("noticeReply", true);
    assertThat(visit.apply(form).status()).isEqualTo(201);
    for (Map.Entry<String, String> wrong :
        Map.of("", "notice-code", noticeOf(1), "notice-other-person").entrySet()) {
      Api.Reply refused =
          visit.perform(
              "check-papers", Map.of("confirmed", visit.toConfirm(), "noticeCode", wrong.getKey()));
      assertThat(refused.json().get("code").asText()).isEqualTo(wrong.getValue());
    }
    Api.Reply taken =
        visit.perform(
            "check-papers", Map.of("confirmed", visit.toConfirm(), "noticeCode", noticeOf(0)));
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    assertThat(visit.look().at("/nextSteps/0/step").asText()).isEqualTo("present-card");
    assertThat(
            Tables.text(
                "select state || ' ' || reception_number from madoguchi.expiry_notice where code = ?",
                noticeOf(0)))
        .isEqualTo("ANSWERED " + visit.receptionNumber());
    visit.withdrawn();
    Api.Reply back =
        CLERK.post(
            "api/expiry/notices/" + noticeOf(1) + "/undelivered", Map.of("reason", "あて所に尋ねあたらない"));
    assertThat(back.json().get("state").asText()).isEqualTo("UNDELIVERED");
  }

  private List<String> listed(String standing) {
    List<String> residents = new ArrayList<>();
    String after = "";
    do {
      JsonNode page =
          CLERK.get("api/expiry/certificates?standing=" + standing + "&after=" + after).json();
      page.get("certificates").forEach(one -> residents.add(one.get("residentId").asText()));
      after = page.path("next").asText("");
    } while (!after.isEmpty() && !after.equals("null"));
    return residents;
  }

  /** The code of the first notice to one of the three. */
  private String noticeOf(int holder) {
    return first("code", holder);
  }

  private String bundleOf(int holder) {
    return first("bundle_id", holder);
  }

  private String first(String column, int holder) {
    return Tables.text(
        "select "
            + column
            + " from madoguchi.expiry_notice where resident_id = ? order by bundle_id limit 1",
        Long.valueOf(ids.get(holder)));
  }
}
