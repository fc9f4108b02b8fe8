package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/** What the visits of a proxy have in common, as a program drives them. */
final class ProxyVisit {

  static final String TWO_WEEKS_LATER = "2026-12-08T10:00:00+09:00";

  /** The number of the licence that the proxy shows. */
  static final String NUMBER = "4512345678";

  private ProxyVisit() {}

  static Map<String, Object> proxy(String name, String birthDate) {
    return proxy(name, birthDate, "DRIVING_LICENCE", NUMBER, "2029-03-01");
  }

  static Map<String, Object> proxy(
      String name, String birthDate, String kind, String number, String expiresOn) {
    Map<String, Object> proxy = new HashMap<>();
    proxy.put("name", name);
    proxy.put("birthDate", birthDate);
    proxy.put("address", "神奈川県厚木市見本町三丁目17番17号");
    proxy.put("relation", "配偶者");
    proxy.put("document", Map.of("kind", kind, "number", number, "expiresOn", expiresOn));
    return proxy;
  }

  static Map<String, Object> licence(String number) {
    return Map.of("kind", "DRIVING_LICENCE", "number", number, "expiresOn", "2029-03-01");
  }

  /** An application for both certificates by a proxy who shows a licence. */
  static Map<String, Object> form(Visit visit, String kind) {
    Map<String, Object> form = visit.form(kind, null, "SIGNATURE", "USER_AUTHENTICATION");
    form.put("route", "PROXY");
    form.put("proxy", proxy("見本　花子", "1982-05-04"));
    return form;
  }

  /** The first visit to its end; gives the letter's code. */
  static String inThePost(Visit visit) {
    printed(visit);
    does(visit, "post-letter", Map.of());
    return visit.look().at("/letters/0/code").asText();
  }

  static void printed(Visit visit) {
    Api.Reply received = visit.apply(form(visit, "NEW"));
    assertThat(received.status()).as(received.text()).isEqualTo(201);
    does(visit, "check-papers", Map.of("confirmed", visit.toConfirm()));
    does(visit, "print-letter", Map.of());
  }

  /** The second visit until the card is asked for: the same proxy, and a reply that is accepted. */
  static void returned(Visit visit, String code) {
    Api.Reply open = scanned(code);
    assertThat(open.status()).as(open.text()).isEqualTo(200);
    does(visit, "confirm-proxy", Map.of("finding", "SAME_DOCUMENT", "document", licence(NUMBER)));
    does(visit, "check-reply", Map.of("finding", "ACCEPTED", "confirmed", visit.toConfirm()));
  }

  static Api.Reply scanned(String code) {
    return Api.as("clerk1").post("api/letters/" + code + "/return-visit", Map.of());
  }

  /** From the card to the handover, with the PINs of the reply typed by the clerk. */
  static void issued(Visit visit) {
    visit.cardPutOnReader().cardPresented();
    Api.Reply typed =
        Api.as("clerk1")
            .post(
                "api/applications/" + visit.receptionNumber() + "/pins",
                SealedPins.of(Map.of("SIGNATURE", "HENJI2026", "USER_AUTHENTICATION", "1928")));
    assertThat(typed.status()).as(typed.text()).isEqualTo(200);
    visit.written().handedOver();
  }

  static String step(Visit visit) {
    return visit.look().at("/nextSteps/0/step").asText();
  }

  /** Does a step that is expected to succeed. */
  static void does(Visit visit, String step, Map<String, Object> form) {
    Api.Reply reply = visit.perform(step, form);
    assertThat(reply.status()).as(step + " " + reply.text()).isEqualTo(200);
  }
}
