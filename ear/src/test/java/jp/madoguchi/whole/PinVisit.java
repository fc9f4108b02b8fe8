package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A visit for the PINs of a card in use, as a program drives it (R-PINS). */
final class PinVisit {

  private final Api clerk = Api.as("clerk1");
  private final Visit issue;
  private String id;

  private PinVisit(Visit issue) {
    this.issue = issue;
  }

  /** The holder of a card that was written in this visit comes again. */
  static PinVisit after(Visit issue) {
    return new PinVisit(issue);
  }

  Api.Reply open(Map<String, Object> wish) {
    return open(wish, null);
  }

  /**
   * @param wish what is done with which PIN, and who is here where that is not the holder
   */
  Api.Reply open(Map<String, Object> wish, String idempotencyKey) {
    Map<String, Object> form = new HashMap<>();
    form.put("residentId", Visit.residentOf(issue.card()));
    form.put("cardSerial", issue.card());
    form.put("route", "SELF");
    form.put("sameHousehold", false);
    form.putAll(wish);
    Api.Reply reply =
        idempotencyKey == null
            ? clerk.post("api/pin-services", form)
            : clerk.post("api/pin-services", form, idempotencyKey);
    if (reply.status() == 201) {
      id = reply.json().get("id").asText();
    }
    return reply;
  }

  String id() {
    return id;
  }

  JsonNode look() {
    return clerk.get("api/pin-services/" + id).json();
  }

  String step() {
    return look().at("/nextSteps/0/step").asText();
  }

  JsonNode progress() {
    return clerk.get("api/pin-services/" + id + "/progress?terminal=T1").json();
  }

  Api.Reply perform(String step, Map<String, Object> form) {
    return clerk.post("api/pin-services/" + id + "/steps/" + step, form);
  }

  List<String> papers() {
    List<String> codes = new ArrayList<>();
    look().at("/nextSteps/0/confirmed").forEach(paper -> codes.add(paper.get("code").asText()));
    return codes;
  }

  PinVisit papersChecked() {
    Api.Reply reply = perform("check-papers", Map.of("confirmed", papers()));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return this;
  }

  PinVisit cardPresented() {
    issue.cardPutOnReader();
    return cardPresentedAgain();
  }

  /** As it still lies there. */
  PinVisit cardPresentedAgain() {
    Api.Reply reply = perform("present-card", Map.of("terminal", Visit.TERMINAL));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return this;
  }

  JsonNode screen() {
    return clerk.get("api/customer/" + Visit.TERMINAL).json();
  }

  /** Waits until the screen asks for exactly these. */
  JsonNode asked(String... pins) {
    List<String> wanted = List.of(pins);
    return Wait.until(
        "the screen asks for " + wanted,
        this::screen,
        seen -> {
          List<String> asked = new ArrayList<>();
          seen.path("pins").forEach(pin -> asked.add(pin.asText()));
          return asked.equals(wanted);
        });
  }

  PinVisit types(Map<String, Object> pins) {
    Api.Reply reply = clerk.post("api/customer/" + Visit.TERMINAL + "/pins", SealedPins.of(pins));
    assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    return this;
  }

  PinVisit until(String step) {
    Wait.until(
        "the step " + step, this::look, seen -> seen.toString().contains("\"" + step + "\""));
    return this;
  }

  void cardGivenBack() {
    until("give-back");
    Api.Reply reply = perform("give-back", Map.of());
    assertThat(reply.json().path("status").asText()).as(reply.text()).isEqualTo("DONE");
    issue.removeCard();
  }
}
