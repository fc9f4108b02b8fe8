package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is open to everybody has a measure for each address. */
class CallLimitsIT {

  /** The proxy of these tests; what it says of its callers is believed. */
  static final String PROXY = "127.0.0.3";

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  @Test
  void whoAsksTheGuideTooOftenIsToldHowLongToWait() {
    RawCall stranger = RawCall.from("127.0.0.20");
    RawCall.Answer last = ask(stranger, JSON, 130);
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
    assertThat(last.body()).contains("\"code\":\"too-many-requests\"");
    assertThat(Integer.parseInt(last.header("Retry-After").orElseThrow())).isBetween(1, 60);

    // the neighbour has a measure of its own
    assertThat(ask(RawCall.from("127.0.0.21"), JSON, 1).status()).isEqualTo(200);
    // and so has what is asked for besides
    assertThat(stranger.get("api/calendar/2026-11-24").status()).isEqualTo(200);
  }

  @Test
  void whoTriesPasswordsIsStoppedOnThePageAsWell() {
    RawCall stranger = RawCall.from("127.0.0.22");
    RawCall.Answer last = null;
    for (int i = 0; i < 70 && !refused(last); i++) {
      last = stranger.send("POST", "login.xhtml", Map.of(), "");
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isPresent();
    assertThat(last.body()).contains("しばらく待ってから");
    // the page can still be read
    assertThat(stranger.get("login.xhtml").status()).isEqualTo(200);
  }

  @Test
  void aStrangerCannotTakeAnotherAddressByAHeader() {
    RawCall stranger = RawCall.from("127.0.0.23");
    RawCall.Answer last = null;
    for (int i = 0; i < 130 && !refused(last); i++) {
      last = ask(stranger, forwarded("198.51.100." + i), 1);
    }
    assertThat(last.status()).isEqualTo(429);
  }

  @Test
  void theProxysCallersAreToldApartByWhatTheProxyWroteLast() {
    RawCall proxy = RawCall.from(PROXY);
    // what the caller put before it is not believed
    RawCall.Answer last = null;
    for (int i = 0; i < 130 && !refused(last); i++) {
      last = ask(proxy, forwarded("198.51.100." + i + ", 203.0.113.7"), 1);
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(ask(proxy, forwarded("203.0.113.8"), 1).status()).isEqualTo(200);
  }

  @Test
  void statusAnswersOnThisMachineAreNotMeasured() {
    Api anonymous = Api.anonymous();
    for (int i = 0; i < 1_000; i++) {
      assertThat(anonymous.get("ca/sign.cer").status()).isEqualTo(200);
    }
  }

  private static Map<String, String> forwarded(String callers) {
    return Map.of("Content-Type", "application/json", "X-Forwarded-For", callers);
  }

  /** The first refusal, or the last of so many answers: a measure fills again while one asks. */
  private static RawCall.Answer ask(RawCall caller, Map<String, String> headers, int times) {
    RawCall.Answer last = null;
    for (int i = 0; i < times && !refused(last); i++) {
      last = caller.send("POST", "api/guide", headers, "{}");
    }
    return last;
  }

  private static boolean refused(RawCall.Answer answer) {
    return answer != null && answer.status() == 429;
  }
}
