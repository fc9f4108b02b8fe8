package jp.madoguchi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import jp.madoguchi.agent.apdu.CommandApdu;
import jp.madoguchi.agent.apdu.Instruction;
import jp.madoguchi.agent.card.Cards;
import jp.madoguchi.agent.card.IssuingHost;
import jp.madoguchi.agent.card.Slot;
import jp.madoguchi.agent.card.TestAuthority;
import jp.madoguchi.agent.exchange.ScriptedServer;
import jp.madoguchi.agent.exchange.ScriptedServer.Asked;
import jp.madoguchi.agent.exchange.ServerOverHttp;
import jp.madoguchi.agent.reader.Rack;
import jp.madoguchi.agent.reader.VirtualReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the log's level: nothing that goes to or comes from a card is in it. */
@Timeout(60)
class LogTest {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** So many bytes in a row are no coincidence. */
  private static final int TELLING = 4;

  /** Held here, since the platform holds its loggers weakly. */
  private static final Logger LOG = Logger.getLogger("jp.madoguchi");

  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
  private final List<String> secrets = new ArrayList<>();
  private final Handler listening = new Listening();
  private final VirtualReader reader = new VirtualReader();
  private ScriptedServer server;
  private Asked asked;
  private int batches;

  @BeforeEach
  void listen() throws Exception {
    LOG.setLevel(Level.ALL);
    LOG.setUseParentHandlers(false);
    LOG.addHandler(listening);
    server = new ScriptedServer();
  }

  @AfterEach
  void stopListening() {
    server.close();
    LOG.removeHandler(listening);
    LOG.setUseParentHandlers(true);
    LOG.setLevel(null);
  }

  @Test
  void aWholeDialogueLeavesNoByteOfItInTheLog() throws Exception {
    Agent agent =
        new Agent(
            new ServerOverHttp(server.address(), ScriptedServer.TERMINAL, ScriptedServer.SECRET),
            reader,
            Rack.none(),
            "0.1.0",
            Duration.ofMillis(20),
            Duration.ofMillis(100));
    Thread thread = new Thread(agent::run);
    thread.start();
    Asked empty = server.next();
    reader.insert(Cards.fresh());
    asked = server.next();
    empty.nothingToDo();

    issueBothCertificates();
    showThePinsInTheClear();
    breakTheBatch();
    asked.rack("o1", "INSERT", Cards.SERIAL, 0);
    server.next().status(409);
    server.next();

    agent.stop();
    thread.join(5_000);
    String log = String.join("", logged).toUpperCase(Locale.ROOT);
    assertThat(log)
        .contains("BATCH B1: 1 OF 1 COMMANDS ANSWERED, DONE")
        .contains("IS NOT WHAT AN EXCHANGE ANSWERS", "NO RACK OF VIRTUAL CARDS", "HTTP 409");
    assertThat(secrets).hasSizeGreaterThan(5_000).noneMatch(log::contains);
    assertThat(log)
        .doesNotContain(Cards.SIGNATURE_PIN, Cards.AUTHENTICATION_PIN, Cards.SERIAL)
        .doesNotContain(ScriptedServer.SECRET.toUpperCase(Locale.ROOT));
  }

  private void issueBothCertificates() {
    TestAuthority authority = new TestAuthority();
    IssuingHost host = IssuingHost.open(Cards.aMyNumberCard(), this::throughTheAgent);
    for (Slot slot : Slot.values()) {
      host.issue(slot, IssuingHost.transaction(slot.ordinal() + 1), authority::certify);
    }
    host.setPin(Slot.USER_AUTHENTICATION, Cards.AUTHENTICATION_PIN);
    host.setPin(Slot.SIGNATURE, Cards.SIGNATURE_PIN);
  }

  private void showThePinsInTheClear() {
    throughTheAgent(HEX.parseHex("00A4040C0AD392F000260100000001"));
    throughTheAgent(HEX.parseHex("00A4020C02001B"));
    byte[] pin = Cards.SIGNATURE_PIN.getBytes(StandardCharsets.US_ASCII);
    throughTheAgent(CommandApdu.telling(0, Instruction.VERIFY, 0, 0x80, pin).encoded());
    throughTheAgent(HEX.parseHex("00A4020C020001"));
    throughTheAgent(HEX.parseHex("00B0000000"));
  }

  private void breakTheBatch() throws Exception {
    byte[] pin = Cards.SIGNATURE_PIN.getBytes(StandardCharsets.US_ASCII);
    String command =
        HEX.formatHex(CommandApdu.telling(0, Instruction.VERIFY, 0, 0x80, pin).encoded());
    for (String broken : List.of(command + "0", command + "?!", command.replace("41", "4 "))) {
      asked.batch("broken", asked.insertion(), broken);
      asked = server.next();
    }
  }

  private byte[] throughTheAgent(byte[] command) {
    try {
      asked.batch("b" + ++batches, asked.insertion(), HEX.formatHex(command));
      asked = server.next();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    byte[] answer = HEX.parseHex(asked.result().at("/answers/0").asText());
    remember(command);
    remember(answer);
    return answer;
  }

  private void remember(byte[] secret) {
    for (int i = 0; i + TELLING <= secret.length; i++) {
      secrets.add(HEX.formatHex(secret, i, i + TELLING));
    }
  }

  private final class Listening extends Handler {

    Listening() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord line) {
      logged.add(new SimpleFormatter().format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
