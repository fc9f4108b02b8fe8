package jp.madoguchi.web.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import jp.madoguchi.agent.Fuzz;
import jp.madoguchi.terminal.ExchangeReply;
import jp.madoguchi.terminal.ExchangeRequest;
import jp.madoguchi.terminal.RackOrder;
import jp.madoguchi.terminal.UnreadableAnswerException;
import jp.madoguchi.web.terminal.ExchangeJson.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent says is an exchange, or none. */
class ExchangeJsonTest {

  private static final String RIGHT =
      """
      {"agentVersion":"0.1.0","protocol":1,\
      "reader":{"name":"virtual","state":"CARD","insertion":"one","atr":"3BE000FF8131FE4514"},\
      "result":{"batch":"0b5c-1","answers":["9000","011C419000","6A82"],"ended":"STATUS"},\
      "rackDone":"0b5c-2"}""";

  @Test
  void whatARightAgentSaysIsRead() {
    ExchangeRequest request = ExchangeJson.read(RIGHT.getBytes(UTF_8));

    assertThat(request.agentVersion()).isEqualTo("0.1.0");
    assertThat(request.result().orElseThrow().last().status()).isEqualTo(0x6A82);
    assertThat(request.rackDone()).contains("0b5c-2");
  }

  @Test
  void anOrderToTheRackGoesOutWithItsName() {
    RackOrder order = new RackOrder("0b5c-2", RackOrder.Act.INSERT, "KENSHU000000001", 0);

    assertThat(ExchangeJson.write(new ExchangeReply(Optional.empty(), Optional.of(order))))
        .contains("\"id\":\"0b5c-2\"", "\"act\":\"INSERT\"");
  }

  /** Programs that were written before the form had a number speak the first. */
  @Test
  void anAgentThatNamesNoFormSpeaksTheFirst() {
    assertThat(program("{\"agentVersion\":\"0.1.0\"}").form()).isEqualTo(1);
    assertThat(program("{\"agentVersion\":\"9\",\"protocol\":7,\"reader\":[]}").form())
        .isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"agentVersion\":null,\"protocol\":1}",
        "{\"agentVersion\":\"\",\"protocol\":1}",
        "{\"agentVersion\":\"0\\u0000\",\"protocol\":1}", // no database keeps it
        "{\"agentVersion\":\"0.1.0\\nWARNING\",\"protocol\":1}", // a line of the log
        "{\"agentVersion\":\"0.1.0\",\"protocol\":\"1\"}",
        "{\"agentVersion\":\"0.1.0\",\"protocol\":1e99}",
        "{\"agentVersion\":\"0.1.0\",\"agentVersion\":\"0.2.0\"}"
      })
  void anAgentThatDoesNotSayWhatItIsIsRefused(String body) {
    assertThatThrownBy(() -> program(body)).isInstanceOf(UnreadableAnswerException.class);
  }

  @Test
  void anyBodyIsReadOrRefused() {
    Fuzz fuzz = new Fuzz(2026_11_26_11);
    int read = 0;
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      byte[] body =
          fuzz.oneIn(4) ? fuzz.mutated(RIGHT.getBytes(UTF_8)) : fuzz.mutated(RIGHT).getBytes(UTF_8);
      try {
        ExchangeJson.program(body);
        ExchangeJson.read(body);
        read++;
      } catch (UnreadableAnswerException refused) {
        assertThat(refused).hasMessageNotContaining("null");
      }
    }
    assertThat(read).isBetween(Fuzz.INPUTS / 20, Fuzz.INPUTS * 19 / 20);
  }

  private static Program program(String body) {
    return ExchangeJson.program(body.getBytes(UTF_8));
  }
}
