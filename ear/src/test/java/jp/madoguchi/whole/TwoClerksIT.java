package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two people at one case, one button twice, a step out of turn: each has its defined answer. */
class TwoClerksIT {

  private static final Map<String, Object> PAPERS =
      Map.of("confirmed", List.of("APPLICANT_CARD", "SAME_PERSON"));

  @Test
  void theSecondClerkIsToldWhoHoldsTheCase() {
    Visit visit = Visit.of(24);
    visit.apply("NEW", "USER_AUTHENTICATION");
    Api.Reply second = Api.as("clerk2").post(steps(visit, "check-papers"), PAPERS);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().get("code").asText()).isEqualTo("case-held");
    assertThat(second.json().get("title").asText()).contains("clerk1");
  }

  @Test
  void whoTakesTheCaseOverCanGoOnAndTheFormerHolderCannot() {
    Visit visit = Visit.of(25);
    visit.apply("NEW", "USER_AUTHENTICATION");
    Api second = Api.as("clerk2");
    second.post("api/applications/" + visit.receptionNumber() + "/holder", Map.of());
    assertThat(visit.perform("check-papers", PAPERS).status()).isEqualTo(409);
    assertThat(second.post(steps(visit, "check-papers"), PAPERS).status()).isEqualTo(200);
  }

  @Test
  void aStepThatIsNotDueNamesTheOneThatIs() {
    Visit visit = Visit.of(26);
    visit.apply("NEW", "USER_AUTHENTICATION");
    Api.Reply early = visit.perform("hand-over", Map.of());
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.json().get("code").asText()).isEqualTo("step-not-due");
    assertThat(early.json().get("detail").asText()).contains("書類を確認する");
  }

  @Test
  void theListOfCasesSaysWhatIsNextInEach() {
    Visit visit = Visit.of(29);
    visit.apply("NEW", "USER_AUTHENTICATION");
    assertThat(nextInList(visit)).isEqualTo("check-papers");
    visit.perform("check-papers", PAPERS);
    assertThat(nextInList(visit)).isEqualTo("present-card");
  }

  private static String nextInList(Visit visit) {
    for (JsonNode line : Api.as("clerk2").get("api/applications").json()) {
      if (line.get("receptionNumber").asText().equals(visit.receptionNumber())) {
        return line.get("step").asText();
      }
    }
    throw new AssertionError("The case is not in the list");
  }

  @Test
  void aRequestSentAgainWithItsKeyGetsTheFirstAnswer() {
    Visit visit = Visit.of(27);
    visit.apply("NEW", "USER_AUTHENTICATION");
    Api clerk = Api.as("clerk1");
    Api.Reply first = clerk.post(steps(visit, "check-papers"), PAPERS, "papers-of-27");
    Api.Reply again = clerk.post(steps(visit, "check-papers"), PAPERS, "papers-of-27");
    assertThat(first.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("nextSteps")).isEqualTo(first.json().get("nextSteps"));
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.paper_check where reception_number = ?",
                visit.receptionNumber()))
        .isEqualTo(1);
  }

  @Test
  void ofTwoApplicationsForOnePersonAtTheSameMomentOneIsTaken() {
    Office.isOpen();
    Visit visit = Visit.of(28);
    Map<String, Object> form = visit.form("NEW", null, "USER_AUTHENTICATION");
    List<CompletableFuture<Api.Reply>> both =
        Stream.of("clerk1", "clerk2")
            .map(
                login ->
                    CompletableFuture.supplyAsync(
                        () -> Api.as(login).post("api/applications", form)))
            .toList();
    List<Api.Reply> replies = both.stream().map(CompletableFuture::join).toList();
    assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
    Api.Reply other =
        replies.stream().filter(reply -> reply.status() != 201).findFirst().orElseThrow();
    assertThat(other.status()).as(other.text()).isIn(409, 422);
    assertThat(other.json().get("code").asText()).isEqualTo("R-NO-DUPLICATE");
  }

  private static String steps(Visit visit, String step) {
    return "api/applications/" + visit.receptionNumber() + "/steps/" + step;
  }
}
