package jp.madoguchi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import jp.madoguchi.agent.card.Cards;
import jp.madoguchi.agent.exchange.ScriptedServer;
import jp.madoguchi.agent.exchange.ScriptedServer.Asked;
import jp.madoguchi.agent.exchange.ServerOverHttp;
import jp.madoguchi.agent.reader.Rack;
import jp.madoguchi.agent.reader.VirtualReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server, or somebody in its place, answers: the agent stays, and serves the next. */
@Timeout(60)
class HostileServerTest {

  private static final String SELECT = "00A4040C0AD392F000260100000001";

  /** Held here, since the platform holds its loggers weakly. */
  private static final Logger LOG = Logger.getLogger(Agent.class.getName());

  private final VirtualReader reader = new VirtualReader();
  private final Listening log = new Listening();
  private ScriptedServer server;
  private Agent agent;
  private Thread thread;

  @BeforeEach
  void start() throws IOException {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(log);
    server = new ScriptedServer();
    reader.insert(Cards.fresh());
    agent =
        new Agent(
            new ServerOverHttp(server.address(), ScriptedServer.TERMINAL, ScriptedServer.SECRET),
            reader,
            Rack.none(),
            "0.1.0",
            Duration.ofMillis(10),
            Duration.ofMillis(20));
    thread = new Thread(agent::run);
    thread.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    agent.stop();
    thread.join(5_000);
    assertThat(thread.isAlive()).isFalse();
    server.close();
    LOG.removeHandler(log);
    LOG.setUseParentHandlers(true);
  }

  static Stream<String> answersThatAreNone() {
    return Stream.of(
        "",
        "null",
        "[]",
        "\"batch\"",
        "<html>",
        "{".repeat(50_000),
        "[".repeat(50_000) + "]".repeat(50_000),
        "{\"batch\":" + "9".repeat(5_000) + "}",
        "{\"batch\":[]}",
        "{\"batch\":{}}",
        "{\"rack\":{\"act\":null,\"cardSerial\":null,\"afterCommand\":-1}}",
        "{\"rack\":{\"act\":\"EXPLODE\"}}",
        batch("null", "\"" + SELECT + "\""),
        batch("\"b\\nERROR forged line\"", "\"" + SELECT + "\""),
        batch("\"" + "b".repeat(65) + "\"", "\"" + SELECT + "\""),
        batch("\"b\"", "null"),
        batch("\"b\"", "\"00\""),
        batch("\"b\"", "\"00A40\""),
        batch("\"b\"", "\"not hexadecimal\""),
        // a command of 262 bytes
        batch("\"b\"", "\"" + "00".repeat(262) + "\""),
        // 251 commands
        batch("\"b\"", ("\"" + SELECT + "\",").repeat(250) + "\"" + SELECT + "\""),
        // three megabytes
        batch("\"b\"", "\"" + "00".repeat(1_500_000) + "\""),
        " ".repeat(3_000_000));
  }

  @ParameterizedTest
  @MethodSource("answersThatAreNone")
  void anAnswerThatIsNoneIsPassedOver(String answer) throws Exception {
    Asked asked = server.next();
    try {
      asked.answer(answer.replace("INSERTION", asked.insertion()));
    } catch (IOException gone) {
      // the agent does not read to the end of what is too long
    }
    Asked again = server.next();
    assertThat(again.result().isNull()).isTrue();

    assertServes(again);
    assertThat(log.text()).doesNotContain("\nERROR forged").doesNotContain("00A40");
  }

  /** A batch is answered, and nothing of it reaches the card, when it is for another one. */
  @Test
  void shortCommandsOfAnyContentAreTheCardsToRefuse() throws Exception {
    Asked asked = server.next();
    asked.batch("b1", asked.insertion(), "FFFFFFFF");
    Asked told = server.next();
    assertThat(told.result().at("/answers/0").asText()).isEqualTo("6E00");
    assertServes(told);
  }

  @Test
  void aServerThatDoesNotSpeakThisFormIsNamedInTheLog() throws Exception {
    server.next().refuse(422, "agent-version");
    Asked again = server.next();

    assertThat(log.text())
        .contains("version 0.1.0")
        .contains("install the madoguchi-terminal.jar that came with the server");
    assertServes(again);
  }

  @Test
  void aRefusalIsLoggedWithItsCodeAndWithNothingElse() throws Exception {
    server.next().refuse(400, "exchange-malformed");
    server.next().refuse(400, "x\\nERROR forged");
    assertServes(server.next());
    assertThat(log.text()).contains("HTTP 400 exchange-malformed").doesNotContain("forged");
  }

  private void assertServes(Asked asked) throws Exception {
    asked.batch("honest", asked.insertion(), SELECT);
    Asked told = server.next();
    assertThat(told.result().at("/batch").asText()).isEqualTo("honest");
    assertThat(told.result().at("/answers/0").asText()).isEqualTo("9000");
  }

  private static String batch(String id, String commands) {
    return """
        {"batch":{"id":%s,"insertion":"INSERTION","commands":[%s]},"rack":null}"""
        .formatted(id, commands);
  }

  private static final class Listening extends Handler {

    private final List<String> lines = new ArrayList<>();

    Listening() {
      setLevel(Level.ALL);
    }

    synchronized String text() {
      return String.join("", lines);
    }

    @Override
    public synchronized void publish(LogRecord line) {
      lines.add(new SimpleFormatter().format(line));
    }

    @Override
    public void flush() {
      // lines are kept at once
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
