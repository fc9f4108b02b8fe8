package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.madoguchi.agent.Agent;
import jp.madoguchi.agent.card.KeySource;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.agent.exchange.ExchangeRequest;
import jp.madoguchi.agent.exchange.Server;
import jp.madoguchi.agent.exchange.ServerOverHttp;
import jp.madoguchi.agent.reader.Rack;
import jp.madoguchi.agent.reader.VirtualReader;

/** A terminal in the test's own hands: the real agent, whose every message can be changed. */
final class OwnTerminal implements AutoCloseable {

  private final String id;
  private final String secret;
  private final VirtualReader reader = new VirtualReader();
  private volatile UnaryOperator<ExchangeRequest> change = UnaryOperator.identity();
  private Agent agent;
  private Thread thread;

  private OwnTerminal(String id, String secret) {
    this.id = id;
    this.secret = secret;
  }

  static OwnTerminal enrolled(String id) {
    Api.Reply reply = Api.as("admin1").post("api/terminals", Map.of("id", id, "name", "試験の席"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    String of = "api/terminals/" + id;
    String code = Api.as("admin1").post(of + "/pairing-code", Map.of()).json().get("code").asText();
    Api.Reply given = Api.anonymous().post(of + "/enrolment", Map.of("code", code));
    return new OwnTerminal(id, given.json().get("secret").asText());
  }

  OwnTerminal runs() {
    Server honest = new ServerOverHttp(URI.create(RunningCounter.get().address()), id, secret);
    agent =
        new Agent(request -> honest.exchange(change.apply(request)), reader, Rack.none(), "0.1.0");
    thread = new Thread(agent::run, "agent " + id);
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  /** The login and the secret of the terminal's agent. */
  Api api() {
    return Api.as(id, secret);
  }

  String id() {
    return id;
  }

  void change(UnaryOperator<ExchangeRequest> how) {
    change = how;
  }

  OwnTerminal puts(String card) {
    try {
      reader.insert(
          VirtualCard.ofFile(
              RunningCounter.data().resolve("cards").resolve(card + ".json"),
              KeySource.generating()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Visit.untilRecognised(id, card);
    return this;
  }

  void takesOff() {
    reader.remove();
  }

  @Override
  public void close() {
    if (agent != null) {
      agent.stop();
      thread.interrupt();
    }
  }
}
