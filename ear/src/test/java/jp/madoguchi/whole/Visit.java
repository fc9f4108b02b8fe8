package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A training resident's same-day visit to the counter, as a program drives it. */
final class Visit {

  static final String TERMINAL = "T1";

  private final Api clerk;
  private final String card;
  private String terminal = TERMINAL;
  private String receptionNumber;

  private Visit(Api clerk, String card) {
    this.clerk = clerk;
    this.card = card;
  }

  /** The clerk is logged in, the office is open, and the resident stands at the counter. */
  static Visit of(int training) {
    return atTheCounter(Residents.named(training));
  }

  /** As {@link #of}, an adult of whom no other test knows. */
  static Visit ofAnAdult() {
    return atTheCounter(Residents.adult());
  }

  private static Visit atTheCounter(int training) {
    Office.isOpen();
    return new Visit(Api.as("clerk1"), "KENSHU%09d".formatted(training));
  }

  /** With this card, for those who have a new one. */
  static Visit with(String card) {
    Office.isOpen();
    return new Visit(Api.as("clerk1"), card);
  }

  static long residentOf(String card) {
    return Api.as("clerk1").get("api/residents?card=" + card).json().at("/residents/0/id").asLong();
  }

  Api.Reply apply(String kind, String... types) {
    Api.Reply reply = clerk.post("api/applications", form(kind, null, types));
    if (reply.status() == 201) {
      receptionNumber = reply.json().get("receptionNumber").asText();
    }
    return reply;
  }

  Api.Reply reissue(String reason, String... types) {
    Api.Reply reply = clerk.post("api/applications", form("REISSUANCE", reason, types));
    receptionNumber = reply.json().path("receptionNumber").asText();
    return reply;
  }

  Map<String, Object> form(String kind, String reason, String... types) {
    Map<String, Object> form = new java.util.HashMap<>();
    form.put("residentId", residentOf(card));
    form.put("cardSerial", card);
    form.put("kind", kind);
    form.put("reissueReason", reason);
    form.put("types", List.of(types));
    form.put("route", "SELF");
    form.put("contact", "046-000-0000");
    return form;
  }

  Api.Reply apply(Map<String, Object> form) {
    Api.Reply reply = clerk.post("api/applications", form);
    if (reply.status() == 201) {
      receptionNumber = reply.json().get("receptionNumber").asText();
    }
    return reply;
  }

  String receptionNumber() {
    return receptionNumber;
  }

  String card() {
    return card;
  }

  JsonNode look() {
    return clerk.get("api/applications/" + receptionNumber).json();
  }

  /** How the writing stands, as the page shows it. */
  JsonNode writing() {
    return clerk.get("api/applications/" + receptionNumber + "/writing").json();
  }

  Api.Reply perform(String step, Map<String, Object> form) {
    return clerk.post("api/applications/" + receptionNumber + "/steps/" + step, form);
  }

  Visit papersChecked() {
    assertThat(perform("check-papers", Map.of("confirmed", toConfirm())).status()).isEqualTo(200);
    return this;
  }

  /** All that the step that is due asks to be confirmed. */
  List<String> toConfirm() {
    List<String> required = new ArrayList<>();
    look().at("/nextSteps/0/form/confirmed").forEach(code -> required.add(code.asText()));
    return required;
  }

  /** From here on at this terminal. */
  Visit at(String place) {
    terminal = place;
    return this;
  }

  Visit cardPutOnReader() {
    clerk.post("api/training/cards/" + card + "/insert?terminal=" + terminal, Map.of());
    untilRecognised(terminal, card);
    return this;
  }

  /** Waits until the server knows which card lies at the terminal. */
  static void untilRecognised(String terminal, String card) {
    Wait.until(
        "the card is recognised",
        () -> Api.as("clerk1").get("api/terminals/" + terminal + "/card").json(),
        seen -> seen.at("/card/serial").asText().equals(card));
  }

  Visit cardPresented() {
    Api.Reply reply = perform("present-card", Map.of("terminal", terminal));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return this;
  }

  Visit pinsEntered(Map<String, Object> pins) {
    Api.Reply reply =
        clerk.post("api/customer/" + terminal + "/pins", SealedPins.of(pins, terminal));
    assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    return this;
  }

  /** The certificates whose PIN the terminal's screen asks for now. */
  JsonNode pinsAsked() {
    JsonNode screen = clerk.get("api/customer/" + terminal).json();
    return screen.at("/state").asText().equals("PINS")
        ? screen.get("types")
        : JsonNodeFactory.instance.arrayNode();
  }

  /** From the papers to the certificates on the card, with nothing in the way. */
  Visit writtenWith(Map<String, Object> pins) {
    return cardPutOnReader().papersChecked().cardPresented().pinsEntered(pins).written();
  }

  Visit written() {
    Wait.until(
        "the certificates are on the card",
        this::look,
        seen -> seen.at("/nextSteps/0/step").asText().equals("hand-over"));
    return this;
  }

  /** Waits until the reader has let the card go. */
  void cardTaken() {
    Wait.until(
        "the card is off the reader",
        () -> clerk.get("api/terminals/" + terminal + "/card").json(),
        seen -> !seen.at("/card/serial").asText().equals(card));
  }

  Visit handedOver() {
    Api.Reply reply = perform("hand-over", Map.of("confirmed", toConfirm()));
    assertThat(reply.json().path("status").asText()).as(reply.text()).isEqualTo("ISSUED");
    removeCard();
    return this;
  }

  /** The applicant takes the card; the next test finds the reader empty. */
  void removeCard() {
    clerk.post("api/training/cards/" + card + "/remove?terminal=" + terminal, Map.of());
    cardTaken();
  }

  /** The applicant does not want it any more, so that the next test finds no open case. */
  void withdrawn() {
    clerk.post("api/applications/" + receptionNumber + "/withdrawal", Map.of("reason", "試験の終わり"));
  }
}
