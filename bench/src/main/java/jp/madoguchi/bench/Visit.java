package jp.madoguchi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One applicant's visit: what the clerk does at the counter, one request after the other. */
final class Visit {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration CARD_SETTLES = Duration.ofMillis(20);
  private static final int UNPROCESSABLE = 422;
  private static final Map<String, Object> HANDED_OVER =
      Map.of("confirmed", List.of("CARD_RETURNED", "COPY_GIVEN"));

  private final Api clerk;
  private final String terminal;
  private final List<String> types;
  private final Duration lookEvery;
  private final Timings timings;
  private String number;

  Visit(Api clerk, String terminal, List<String> types, Duration lookEvery, Timings timings) {
    this.clerk = clerk;
    this.terminal = terminal;
    this.types = types;
    this.lookEvery = lookEvery;
    this.timings = timings;
  }

  /** From the application to the card in the applicant's hand; the card lies on the reader. */
  void take(Applicant applicant) {
    long start = System.nanoTime();
    JsonNode received = timings.timed(Act.RECEIVE, () -> receive(applicant));
    number = received.get("receptionNumber").asText();
    timings.timed(Act.CHECK_PAPERS, () -> step("check-papers", papers(received)));
    timings.timed(Act.PRESENT_CARD, this::presentCard);
    timings.timed(Act.ENTER_PINS, this::enterPins);
    timings.timed(Act.WRITE, this::written);
    timings.timed(Act.HAND_OVER, () -> step("hand-over", HANDED_OVER));
    timings.add(Act.WHOLE_CASE, System.nanoTime() - start);
  }

  private JsonNode receive(Applicant applicant) {
    return clerk.post(
        "api/applications",
        Map.of(
            "residentId",
            applicant.residentId(),
            "cardSerial",
            applicant.card().serial(),
            "kind",
            "NEW",
            "types",
            types,
            "route",
            "SELF",
            "contact",
            "046-000-0000"));
  }

  private static Map<String, Object> papers(JsonNode received) {
    List<String> required = new ArrayList<>();
    received.at("/nextSteps/0/form/confirmed").forEach(code -> required.add(code.asText()));
    return Map.of("confirmed", required);
  }

  /** Asked again while the card is still telling which one it is. */
  private JsonNode presentCard() {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return step("present-card", Map.of("terminal", terminal));
      } catch (Api.RefusedException notYet) {
        if (notYet.status() != UNPROCESSABLE || System.nanoTime() > limit) {
          throw notYet;
        }
        LockSupport.parkNanos(CARD_SETTLES.toNanos());
      }
    }
  }

  private JsonNode enterPins() {
    String pins = "api/customer/" + terminal + "/pins";
    return clerk.post(pins, SealedPins.to(clerk.get(pins + "/key"), types));
  }

  /** Looks as often as the writing page does. */
  private JsonNode written() {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode seen = clerk.get("api/applications/" + number + "/writing");
      String state = seen.path("state").asText();
      if (state.equals("DONE")) {
        return seen;
      }
      if (seen.path("look").asText().equals("STOPPED") || System.nanoTime() > limit) {
        throw new IllegalStateException(number + " is not written: " + seen);
      }
      LockSupport.parkNanos(lookEvery.toNanos());
    }
  }

  private JsonNode step(String step, Map<String, Object> form) {
    return clerk.post("api/applications/" + number + "/steps/" + step, form);
  }
}
