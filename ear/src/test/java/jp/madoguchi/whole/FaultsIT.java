package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import jp.madoguchi.launcher.Counter;
import org.junit.jupiter.api.Test;

/**
 * What is kept when a part of the counter goes away in the middle of a case, and how it goes on.
 */
class FaultsIT {

  private static final Map<String, Object> PINS = Map.of("USER_AUTHENTICATION", "1357");

  @Test
  void aCaseGoesOnAfterTheDatabaseWasAway() throws IOException {
    Counter counter = RunningCounter.get();
    Visit visit = Visit.of(31);
    visit.apply("NEW", "USER_AUTHENTICATION");

    counter.stopDatabase();
    Api.Reply away;
    try {
      away = visit.perform("check-papers", Map.of("confirmed", new String[0]));
    } finally {
      counter.startDatabase();
    }
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.json().get("code").asText()).isEqualTo("store-unavailable");
    assertThat(away.text()).doesNotContain("Exception", "at jp.", "at org.");

    Wait.until(
        "the counter answers again",
        () -> Api.as("clerk1").get("api/applications/" + visit.receptionNumber()).status(),
        status -> status == 200);
    visit.papersChecked();
  }

  @Test
  void aCaseGoesOnAfterTheServerWasKilledWhileItWaitedForThePins() throws IOException {
    Counter counter = RunningCounter.get();
    Visit visit = Visit.of(32);
    visit.apply("NEW", "USER_AUTHENTICATION");
    visit.cardPutOnReader().papersChecked().cardPresented();

    counter.killServer();
    counter.startServer();

    visit.cardPutOnReader().pinsEntered(PINS).written().handedOver();
    assertThat(
            Tables.count(
                "select count(*) from madoguchi.certificate where reception_number = ?",
                visit.receptionNumber()))
        .isEqualTo(1);
  }
}
