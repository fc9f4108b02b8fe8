package jp.madoguchi.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import jp.madoguchi.agent.Fuzz;
import jp.madoguchi.agent.exchange.ExchangeRequest;
import jp.madoguchi.agent.exchange.ExchangeRequest.BatchResult;
import org.junit.jupiter.api.Test;

/** A terminal that is in somebody else's hands, at the running counter. */
class HostileTerminalIT {

  private static final Map<String, Object> PINS =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");

  private static final String EXCHANGE =
      """
      {"agentVersion":"0.1.0","protocol":1,\
      "reader":{"name":"virtual","state":"CARD","insertion":"one","atr":"3BE000FF8131FE4514"},\
      "result":{"batch":"0b5c-1","answers":["9000","011C419000"],"ended":"DONE"}}""";

  private static final int BODIES = Integer.getInteger("madoguchi.fuzz", 3_000);

  @Test
  void alteredAnswersStopTheCaseWhichIsFinishedAtAnHonestTerminal() {
    Visit visit = Visit.of(86);
    try (OwnTerminal hostile = OwnTerminal.enrolled("U86").runs()) {
      visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION");
      visit.papersChecked();
      hostile.puts(visit.card());
      assertThat(visit.perform("present-card", Map.of("terminal", "U86")).status()).isEqualTo(200);
      hostile.change(altering());
      Api.Reply entered =
          Api.as("clerk1").post("api/customer/U86/pins", SealedPins.of(PINS, "U86"));
      assertThat(entered.status()).as(entered.text()).isBetween(200, 204);

      JsonNode stopped =
          Wait.until(
              "the writing says that what came is not the card's",
              () -> visit.writing(),
              seen -> seen.get("state").asText().equals("NOT_GENUINE"));
      assertThat(stopped.get("next").asText()).contains("ほかの端末");
      try (Screen clerk = new Screen(1366, 768).logIn("clerk1")) {
        clerk
            .open("case/writing.xhtml?id=" + visit.receptionNumber())
            .waitFor("通信が書き換えられたか")
            .judged("writing-not-genuine");
        clerk.open("case/index.xhtml?id=" + visit.receptionNumber()).waitFor("端末の疑わしい通信");
      }
      hostile.takesOff();
    }
    assertThat(breaches("APPLICATION", visit.receptionNumber()))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(3)
        .allSatisfy(
            breach -> {
              assertThat(breach.at("/actor").asText()).isEqualTo("U86");
              assertThat(breach.at("/outcome").asText()).isEqualTo("REFUSED");
              assertThat(breach.at("/details/code").asText()).isEqualTo("answer-not-genuine");
            });

    visit.cardPutOnReader().written().handedOver();
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.certificate where reception_number = ?",
                visit.receptionNumber()))
        .isEqualTo(2);
  }

  @Test
  void anAgentOfAnotherVersionIsRefusedAndShownOnThePageOfTerminals() {
    Office.isOpen();
    OwnTerminal other = OwnTerminal.enrolled("U87");
    Api.Reply reply =
        other
            .api()
            .post(
                "api/terminals/U87/exchange", EXCHANGE.replace("\"protocol\":1", "\"protocol\":2"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().get("code").asText()).isEqualTo("agent-version");
    assertThat(reply.json().get("detail").asText()).contains("0.1.0", "通信方式2");
    assertThat(breaches("TERMINAL", "U87")).hasSize(1);
    try (Screen clerk = new Screen(1366, 768).logIn("clerk1")) {
      clerk.open("terminal/index.xhtml").waitFor("版が合いません").judged("terminals-other-version");
    }
  }

  @Test
  void anyBodyIsAnsweredAndTheTerminalServesAfterwards() throws Exception {
    Office.isOpen();
    try (OwnTerminal own = OwnTerminal.enrolled("U88")) {
      ExecutorService connections = Executors.newFixedThreadPool(4);
      AtomicInteger left = new AtomicInteger(BODIES);
      List<Future<Integer>> refused = new ArrayList<>();
      for (int seed = 1; seed <= 4; seed++) {
        Fuzz fuzz = new Fuzz(2026_11_26_20 + seed);
        refused.add(connections.submit(() -> send(own, fuzz, left)));
      }
      connections.shutdown();
      Wait.until("all are sent", left::get, count -> count <= 0);
      // a call that waits for work is superseded by the agent's own
      own.runs();
      int all = 0;
      for (Future<Integer> one : refused) {
        all += one.get();
      }
      assertThat(all).isBetween(BODIES / 4, BODIES);
      assertThat(breaches("TERMINAL", "U88")).hasSizeBetween(1, 25);

      own.puts("KENSHU000000088");
      own.takesOff();
    }
  }

  /**
   * On a connection that is kept. How many were refused; each is answered by an exchange or by a
   * problem, never by a fault.
   */
  private static int send(OwnTerminal own, Fuzz fuzz, AtomicInteger left) {
    int refused = 0;
    Api api = own.api();
    String path = "api/terminals/" + own.id() + "/exchange";
    while (left.getAndDecrement() > 0) {
      byte[] body = body(fuzz);
      Api.Reply reply = api.postBytes(path, "application/json", body);
      if (reply.status() >= 400) {
        refused++;
        assertThat(reply.status()).as(reply.text()).isIn(400, 413, 422);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(reply.json().get("code").asText())
            .isIn("exchange-malformed", "body-too-large", "agent-version");
        assertThat(reply.text()).doesNotContain("Exception", "\tat ", "jp.madoguchi");
      } else {
        assertThat(reply.status()).isIn(200, 204);
      }
    }
    return refused;
  }

  private static byte[] body(Fuzz fuzz) {
    if (fuzz.oneIn(200)) {
      return "9".repeat(70_000 + fuzz.upTo(10) * 200_000).getBytes(UTF_8);
    }
    if (fuzz.oneIn(10)) {
      return fuzz.noise(400);
    }
    return fuzz.oneIn(3)
        ? fuzz.mutated(EXCHANGE.getBytes(UTF_8))
        : fuzz.mutated(EXCHANGE).getBytes(UTF_8);
  }

  /** Every answer that carries data through the channel loses a bit. */
  private static UnaryOperator<ExchangeRequest> altering() {
    return request -> {
      BatchResult result = request.result();
      if (result == null || result.answers().size() < 4) {
        return request;
      }
      List<String> answers = result.answers().stream().map(HostileTerminalIT::altered).toList();
      return new ExchangeRequest(
          request.agentVersion(),
          request.reader(),
          new BatchResult(result.batch(), answers, result.ended()),
          request.rackDone());
    };
  }

  private static String altered(String answer) {
    return answer.length() < 12
        ? answer
        : (answer.charAt(0) == '0' ? "1" : "0") + answer.substring(1);
  }

  private static List<JsonNode> breaches(String kind, String key) {
    Api.Reply reply =
        Api.as("auditor1")
            .get(
                "api/audit/events?act=terminal.breach&subjectKind=%s&subjectKey=%s"
                    .formatted(kind, key));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    List<JsonNode> found = new ArrayList<>();
    reply.json().at("/events").forEach(found::add);
    return found;
  }
}
