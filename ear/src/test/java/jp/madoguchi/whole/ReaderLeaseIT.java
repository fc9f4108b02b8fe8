package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A reader works for one case; a supervisor can take it away, and nothing is lost by that. */
class ReaderLeaseIT {

  private static final String REASON = "別の申請者を先に案内するため";

  @Test
  void aSupervisorTakesTheReaderAndTheWritingGoesOnWithTheNextInsertion() {
    Visit other = Visit.of(93);
    Visit visit = Visit.of(92);
    visit.apply("NEW", "USER_AUTHENTICATION");
    visit.papersChecked().cardPutOnReader().cardPresented();
    other.cardPutOnReader(); // so that the writing waits, and keeps its reader
    visit.pinsEntered(Map.of("USER_AUTHENTICATION", "2468"));

    try (Screen supervisor = new Screen(1366, 768)) {
      supervisor.logIn("supervisor1").open("terminal/index.xhtml");
      supervisor.waitFor(visit.receptionNumber()).judged("terminal-list-with-lease");
      supervisor.page().locator("main table a").first().click();
      supervisor.waitFor("読取機の使用を終わらせる").judged("terminal-lease");
      supervisor.page().locator("#reason").fill(REASON);
      supervisor.press("読取機の使用を終わらせる");
      supervisor.page().locator("#ask button[value=yes]").click();
      supervisor.waitFor("読取機を空けました").waitFor("いまはどの手続きにも使われていません");
    }
    assertThat(visit.writing().get("state").asText()).isEqualTo("READER_RELEASED");
    JsonNode act =
        Api.as("auditor1")
            .get(
                "api/audit/events?act=reader.released&subjectKind=APPLICATION&subjectKey="
                    + visit.receptionNumber())
            .json()
            .at("/events/0");
    assertThat(act.get("actor").asText()).isEqualTo("supervisor1");
    assertThat(act.at("/details/reason").asText()).isEqualTo(REASON);

    visit.cardPutOnReader().written().handedOver();
  }
}
