package jp.madoguchi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.ResponseApdu;
import jp.madoguchi.agent.card.Cards;
import jp.madoguchi.agent.card.IssuingHost;
import jp.madoguchi.agent.card.Slot;
import jp.madoguchi.agent.channel.ChannelKeys;
import jp.madoguchi.agent.channel.HostChannel;
import jp.madoguchi.agent.exchange.ScriptedServer;
import jp.madoguchi.agent.exchange.ScriptedServer.Asked;
import jp.madoguchi.agent.exchange.ServerOverHttp;
import jp.madoguchi.agent.reader.Rack;
import jp.madoguchi.agent.reader.RackException;
import jp.madoguchi.agent.reader.VirtualReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent against a server that speaks the exchange protocol over HTTP. */
@Timeout(60)
class AgentTest {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String SELECT_JPKI = "00A4040C0AD392F000260100000001";
  private static final String SELECT_AVAILABILITY = "00A4020C020008";
  private static final String READ = "00B0000003";
  private static final String UNKNOWN = "0088000000";

  /** Held here, since the platform holds its loggers weakly. */
  private static final Logger LOG = Logger.getLogger(Agent.class.getName());

  private final VirtualReader reader = new VirtualReader();
  private final List<String> orders = new ArrayList<>();
  private ScriptedServer server;
  private Agent agent;
  private Thread thread;

  @BeforeAll
  static void beQuiet() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void speakAgain() {
    LOG.setLevel(null);
  }

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    Rack rack =
        order -> {
          orders.add(order.act() + " " + order.cardSerial() + " " + order.afterCommand());
          switch (order.act()) {
            case INSERT -> reader.insert(Cards.fresh());
            case REMOVE -> reader.remove();
            case TEAR -> reader.tearAfter(order.afterCommand());
            default -> throw new RackException("not here");
          }
        };
    ServerOverHttp connection =
        new ServerOverHttp(server.address(), ScriptedServer.TERMINAL, ScriptedServer.SECRET);
    agent =
        new Agent(connection, reader, rack, "0.1.0", Duration.ofMillis(20), Duration.ofMillis(100));
    thread = new Thread(agent::run);
    thread.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    agent.stop();
    thread.join(5_000);
    assertThat(thread.isAlive()).isFalse();
    server.close();
  }

  @Test
  void tellsHowTheReaderStands() throws Exception {
    Asked empty = server.next();
    assertThat(empty.body().toString())
        .isEqualTo(
            """
            {"agentVersion":"0.1.0","protocol":1,"reader":{"name":"virtual","state":"EMPTY",\
            "insertion":null,"atr":null},"result":null,"rackDone":null}""");
    empty.nothingToDo();
    Asked again = server.next();
    assertThat(again.readerState()).isEqualTo("EMPTY");
  }

  @Test
  void tellsAtOnceThatACardWasPutOn() throws Exception {
    Asked waiting = server.next();
    reader.insert(Cards.fresh());
    Asked superseding = server.next();
    assertThat(superseding.readerState()).isEqualTo("CARD");
    assertThat(superseding.insertion()).isNotBlank();
    assertThat(superseding.body().at("/reader/atr").asText()).isEqualTo("3BE000FF8131FE4514");
    waiting.nothingToDo();
    assertThat(server.isLeftAlone()).isTrue();
  }

  @Test
  void runsABatchAndTellsWhatTheCardAnswered() throws Exception {
    Asked asked = withACard();
    asked.batch("b1", asked.insertion(), SELECT_JPKI, SELECT_AVAILABILITY, READ);
    assertResult(server.next(), "b1", "DONE", "9000", "9000", "0000009000");
  }

  @Test
  void stopsAtTheFirstAnswerThatIsNot9000() throws Exception {
    Asked asked = withACard();
    asked.batch("b1", asked.insertion(), SELECT_JPKI, UNKNOWN, READ);
    assertResult(server.next(), "b1", "STATUS", "9000", "6D00");
  }

  @Test
  void fetchesTheRestOfALongAnswer() throws Exception {
    Asked asked = withACard();
    HostChannel channel =
        new HostChannel(
            new ChannelKeys(
                HEX.parseHex("404142434445464748494a4b4c4d4e4f"),
                HEX.parseHex("505152535455565758595a5b5c5d5e5f")));
    asked.batch("b1", asked.insertion(), HEX.formatHex(HostChannel.initializeUpdate()));
    Asked begun = server.next();
    byte[] challenge = HEX.parseHex(begun.result().at("/answers/0").asText());

    CommandApdu stage = IssuingHost.stageCommand(Slot.SIGNATURE, IssuingHost.transaction(1));
    byte[] open = channel.externalAuthenticate(challenge);
    byte[] secured = channel.wrap(stage);
    byte[] again = channel.wrap(CommandApdu.asking(0x00, 0x47, 0x81, 0x00));
    begun.batch(
        "b2", asked.insertion(), HEX.formatHex(open), HEX.formatHex(secured), HEX.formatHex(again));
    Asked done = server.next();
    assertThat(done.result().at("/ended").asText()).isEqualTo("DONE");
    ResponseApdu key = channel.unwrap(HEX.parseHex(done.result().at("/answers/1").asText()));
    ResponseApdu same = channel.unwrap(HEX.parseHex(done.result().at("/answers/2").asText()));
    assertThat(key.data()).hasSize(270).isEqualTo(same.data());
  }

  @Test
  void tellsAResultUntilTheServerHasTakenIt() throws Exception {
    Asked asked = withACard();
    asked.batch("b1", asked.insertion(), SELECT_JPKI);
    Asked first = server.next();
    first.status(503);
    Asked second = server.next();
    assertThat(second.result()).isEqualTo(first.result());
    second.breakOff();
    Asked third = server.next();
    assertThat(third.result()).isEqualTo(first.result());
    third.nothingToDo();
    assertThat(server.next().result().isNull()).isTrue();
  }

  @Test
  void tellsAResultAlsoWhenTheCardIsTakenOffMeanwhile() throws Exception {
    Asked asked = withACard();
    asked.batch("b1", asked.insertion(), SELECT_JPKI);
    Asked telling = server.next();
    reader.remove();
    Asked superseding = server.next();
    assertThat(superseding.readerState()).isEqualTo("EMPTY");
    assertThat(superseding.result()).isEqualTo(telling.result());
    telling.nothingToDo();
    superseding.nothingToDo();
    assertThat(server.next().result().isNull()).isTrue();
  }

  @Test
  void runsABatchThatComesTwiceOnlyOnce() throws Exception {
    Asked asked = withACard();
    reader.tearAfter(2);
    asked.batch("b1", asked.insertion(), SELECT_JPKI);
    Asked told = server.next();
    told.batch("b1", asked.insertion(), SELECT_JPKI);
    assertResult(server.next(), "b1", "DONE", "9000");
    assertThat(reader.state().inserted()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409, 422})
  void forgetsAResultThatTheServerRefuses(int status) throws Exception {
    Asked asked = withACard();
    asked.batch("b1", asked.insertion(), SELECT_JPKI);
    server.next().status(status);
    assertThat(server.next().result().isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void keepsAResultWhileItIsNotAdmitted(int status) throws Exception {
    Asked asked = withACard();
    asked.batch("b1", asked.insertion(), SELECT_JPKI);
    server.next().status(status);
    assertResult(server.next(), "b1", "DONE", "9000");
  }

  @Test
  void triesAgainAfterAnAnswerThatIsNone() throws Exception {
    server.next().answer("<html>");
    server.next().answer("{\"batch\":{}}");
    assertThat(server.next().readerState()).isEqualTo("EMPTY");
  }

  @Test
  void goesOnAfterABatchThatIsNone() throws Exception {
    Asked asked = withACard();
    asked.batch("b1", asked.insertion(), "not hexadecimal");
    Asked again = server.next();
    assertThat(again.result().isNull()).isTrue();
    again.batch("b2", again.insertion(), SELECT_JPKI);
    assertResult(server.next(), "b2", "DONE", "9000");
  }

  @Test
  void sendsNothingToACardThatTheBatchIsNotMeantFor() throws Exception {
    Asked asked = withACard();
    asked.batch("b1", "another insertion", SELECT_JPKI);
    assertResult(server.next(), "b1", "CARD_GONE");
  }

  @Test
  void tellsThatACardWasTornOut() throws Exception {
    Asked asked = withACard();
    asked.rack("o1", "TEAR", null, 2);
    Asked ready = server.next();
    ready.batch("b1", ready.insertion(), SELECT_JPKI, SELECT_AVAILABILITY, READ);
    Asked torn = server.next();
    assertResult(torn, "b1", "CARD_GONE", "9000");
    assertThat(torn.readerState()).isEqualTo("EMPTY");
  }

  @Test
  void obeysTheTrainingStage() throws Exception {
    server.next().rack("o1", "INSERT", Cards.SERIAL, 0);
    Asked inserted = server.next();
    assertThat(inserted.readerState()).isEqualTo("CARD");
    inserted.rack("o2", "REMOVE", null, 0);
    assertThat(server.next().readerState()).isEqualTo("EMPTY");
    assertThat(orders).containsExactly("INSERT " + Cards.SERIAL + " 0", "REMOVE null 0");
  }

  @Test
  void tellsWhichOrderToTheRackItHasDoneUntilTheNextOne() throws Exception {
    server.next().rack("o1", "INSERT", Cards.SERIAL, 0);
    Asked first = server.next();
    assertThat(first.rackDone()).isEqualTo("o1");
    first.breakOff();
    Asked again = server.next();
    assertThat(again.rackDone()).isEqualTo("o1");
    again.rack("o2", "REMOVE", null, 0);
    assertThat(server.next().rackDone()).isEqualTo("o2");
  }

  @Test
  void doesAnOrderThatComesTwiceOnlyOnce() throws Exception {
    server.next().rack("o1", "INSERT", Cards.SERIAL, 0);
    Asked inserted = server.next();
    inserted.rack("o1", "INSERT", Cards.SERIAL, 0);
    Asked again = server.next();
    assertThat(again.insertion()).isEqualTo(inserted.insertion());
    assertThat(orders).hasSize(1);
  }

  /**
   * It comes with the latest call as well, or was done before: late it would undo what followed.
   */
  @Test
  void leavesAnOrderThatASupersededCallBrings() throws Exception {
    Asked empty = server.next();
    reader.insert(Cards.fresh());
    Asked latest = server.next();
    empty.rack("o1", "REMOVE", null, 0);
    assertThat(server.isLeftAlone()).isTrue();
    assertThat(orders).isEmpty();
    latest.rack("o1", "REMOVE", null, 0);
    assertThat(server.next().readerState()).isEqualTo("EMPTY");
  }

  @Test
  void anOrderThatTheRackCannotDoIsToldAsDone() throws Exception {
    server.next().rack("o1", "PLUG", null, 0);
    assertThat(server.next().rackDone()).isEqualTo("o1");
  }

  private Asked withACard() throws Exception {
    Asked empty = server.next();
    reader.insert(Cards.fresh());
    Asked asked = server.next();
    empty.nothingToDo();
    return asked;
  }

  private static void assertResult(Asked asked, String batch, String ended, String... answers) {
    assertThat(asked.result().at("/batch").asText()).isEqualTo(batch);
    assertThat(asked.result().at("/ended").asText()).isEqualTo(ended);
    List<String> told = new ArrayList<>();
    asked.result().at("/answers").forEach(answer -> told.add(answer.asText()));
    assertThat(told).containsExactly(answers);
  }
}
