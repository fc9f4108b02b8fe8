package jp.madoguchi.agent.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jp.madoguchi.agent.Fuzz;
import jp.madoguchi.agent.exchange.ExchangeReply.Batch;
import org.junit.jupiter.api.Test;

/** Whatever comes from the server is an exchange's answer, or counts as none. */
class ExchangeFuzzTest {

  private static final String RIGHT =
      """
      {"batch":{"id":"0b5c-1","insertion":"one","commands":["00A4020C020018","00B0000000"]},\
      "rack":{"id":"0b5c-2","act":"TEAR","cardSerial":"KENSHU000000001","afterCommand":3}}""";

  @Test
  void anyAnswerIsTakenOrPassedOver() {
    Fuzz fuzz = new Fuzz(2026_11_26_01);
    int taken = 0;
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      byte[] body =
          fuzz.oneIn(4)
              ? fuzz.mutated(RIGHT.getBytes(StandardCharsets.UTF_8))
              : fuzz.mutated(RIGHT).getBytes(StandardCharsets.UTF_8);
      Outcome outcome = ServerOverHttp.replied(body);
      if (outcome instanceof Outcome.Replied replied) {
        taken++;
        assertCommands(replied.reply());
      } else {
        assertThat(outcome).isInstanceOf(Outcome.Unreachable.class);
      }
      assertThat(ServerOverHttp.code(body)).matches("[a-zA-Z0-9-]{0,60}");
    }
    assertThat(taken).isBetween(Fuzz.INPUTS / 20, Fuzz.INPUTS * 19 / 20);
  }

  private static void assertCommands(ExchangeReply reply) {
    Batch batch = reply == null ? null : reply.batch();
    if (batch != null) {
      assertThat(batch.id()).matches("[0-9A-Za-z-]{1,64}");
      assertThat(batch.commands()).allMatch(hex -> hex.length() >= 8 && hex.length() <= 522);
    }
  }
}
