package jp.madoguchi.agent.reader.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.madoguchi.agent.apdu.ResponseApdu;
import jp.madoguchi.agent.card.CardState;
import jp.madoguchi.agent.card.CardStore;
import jp.madoguchi.agent.card.Cards;
import jp.madoguchi.agent.card.IssuingHost;
import jp.madoguchi.agent.card.MemoryCardStore;
import jp.madoguchi.agent.card.Slot;
import jp.madoguchi.agent.card.TestAuthority;
import jp.madoguchi.agent.card.Transport;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.agent.reader.InsertedCard;
import jp.madoguchi.agent.reader.OpenSc;
import jp.madoguchi.agent.reader.ReaderState;
import jp.madoguchi.agent.reader.Transmission;
import jp.madoguchi.agent.reader.VpcdPlug;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The reader of PC/SC over the real service, with virtual cards in its virtual readers. */
@Timeout(60)
class PcscReaderTest {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String FIRST = "Virtual PCD 00 00";
  private static final String SECOND = "Virtual PCD 00 01";
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final byte[] SELECT_JPKI = HEX.parseHex("00A4040C0AD392F000260100000001");
  private static final byte[] TRIES_LEFT = HEX.parseHex("00200080");

  /** Held here, since the platform holds its loggers weakly. */
  private static final Logger LOG = Logger.getLogger(PcscReader.class.getName());

  @TempDir private static Path directory;

  private static OpenSc service;

  private final List<VpcdPlug> plugs = new ArrayList<>();
  private final Semaphore changes = new Semaphore(0);
  private PcscReader reader;

  @BeforeAll
  static void startTheService() throws Exception {
    service = OpenSc.start(directory);
  }

  @AfterAll
  static void stopTheService() throws Exception {
    if (service != null) {
      service.close();
    }
  }

  @BeforeEach
  void openTheReader() throws IOException {
    LOG.setLevel(Level.OFF);
    reader = PcscReader.named(FIRST);
    reader.onChange(changes::release);
  }

  @AfterEach
  void pullEverything() throws Exception {
    reader.close();
    for (VpcdPlug plug : plugs) {
      plug.close();
    }
    LOG.setLevel(null);
    service.startService();
    service.whenTheReaderIsOpen(PcscReaderTest::untilTheServiceSeesNoCard);
  }

  @Test
  void aCardThatIsPutOnIsSeenAndAnswers() throws Exception {
    await(ReaderState.Empty.class);
    plug(Cards.fresh(), service.reader());
    InsertedCard card = awaitCard();
    assertThat(HEX.formatHex(card.atr())).isEqualTo("3BE000FF8131FE4514");
    assertThat(reader.name()).isEqualTo(FIRST);
    assertThat(answer(card, SELECT_JPKI)).isEqualTo("9000");
  }

  @Test
  void certificatesAreIssuedThroughIt() throws Exception {
    VirtualCard virtual = Cards.fresh();
    plug(virtual, service.reader());
    InsertedCard card = awaitCard();
    TestAuthority authority = new TestAuthority();
    IssuingHost host = IssuingHost.open(Cards.aMyNumberCard(), way(card));
    for (Slot slot : Slot.values()) {
      host.issue(slot, IssuingHost.transaction(slot.ordinal() + 1), authority::certify);
    }
    assertThat(host.journal()).isNotEmpty();
  }

  @Test
  void aCardThatIsTakenOffIsGone() throws Exception {
    VpcdPlug plug = plug(Cards.fresh(), service.reader());
    InsertedCard card = awaitCard();
    answer(card, SELECT_JPKI);
    plug.close();
    await(ReaderState.Empty.class);
    assertThat(card.transmit(SELECT_JPKI)).isInstanceOf(Transmission.CardGone.class);
  }

  @Test
  void aCardThatIsPutBackIsAnotherStayWithNothingSelected() throws Exception {
    VirtualCard virtual = Cards.fresh();
    VpcdPlug plug = plug(virtual, service.reader());
    InsertedCard before = awaitCard();
    answer(before, SELECT_JPKI);
    plug.close();
    await(ReaderState.Empty.class);
    plug(virtual, service.reader());
    InsertedCard after = awaitCard();
    assertThat(after.insertion()).isNotEqualTo(before.insertion());
    assertThat(answer(after, HEX.parseHex("00B0000000"))).isEqualTo("6986");
    assertThat(before.transmit(SELECT_JPKI)).isInstanceOf(Transmission.CardGone.class);
  }

  /** The driver answers nothing then, and says that all went well. */
  @Test
  void aCardTornOutBeforeItsAnswerIsGoneAtOnce() throws Exception {
    TearingStore store = new TearingStore();
    VirtualCard virtual = new VirtualCard(Cards.aMyNumberCard(), store, Cards.preparedKeys());
    store.plug = plug(virtual, service.reader());
    InsertedCard card = awaitCard();
    IssuingHost host = IssuingHost.open(Cards.aMyNumberCard(), way(card));
    store.armed = true;
    assertThat(catchThrowable(() -> host.stageKey(Slot.SIGNATURE, IssuingHost.transaction(1))))
        .isInstanceOf(Transport.CardTorn.class);
    assertThat(reader.state().inserted()).isNotEqualTo(Optional.of(card));
    assertThat(card.transmit(SELECT_JPKI)).isInstanceOf(Transmission.CardGone.class);
  }

  /** What came before is data, not a status word, whatever it looks like. */
  @Test
  void aCardTornOutBeforeTheRestOfALongAnswerIsGone() throws Exception {
    VirtualCard virtual = Cards.fresh();
    VpcdPlug plug = plug(virtual, service.reader());
    InsertedCard card = awaitCard();
    IssuingHost host =
        IssuingHost.open(
            Cards.aMyNumberCard(),
            command -> {
              byte[] answer = way(card).send(command);
              if (ResponseApdu.parse(answer).orElseThrow().status() >> 8 == 0x61) {
                pull(plug);
              }
              return answer;
            });
    assertThat(catchThrowable(() -> host.stageKey(Slot.SIGNATURE, IssuingHost.transaction(1))))
        .isInstanceOf(Transport.CardTorn.class);
    await(ReaderState.Empty.class);
  }

  /** A contact that wobbles: the card never left, but what was agreed with it is lost. */
  @Test
  void aCardThatFailedOnceIsPoweredAnewAndIsAnotherStay() throws Exception {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    try (Socket socket = new Socket()) {
      await(ReaderState.Empty.class);
      socket.connect(service.reader());
      new Thread(() -> wobble(socket, heard)).start();
      InsertedCard before = awaitCard();
      assertThat(before.transmit(SELECT_JPKI)).isInstanceOf(Transmission.CardGone.class);
      heard.clear();
      InsertedCard after = awaitCard();
      assertThat(after.insertion()).isNotEqualTo(before.insertion());
      assertThat(answer(after, SELECT_JPKI)).isEqualTo("9000");
      assertThat(heard).containsSubsequence("00", "01");
    }
  }

  /** Answers half a status word to the first command, and 9000 to all others. */
  private static void wobble(Socket socket, List<String> heard) {
    try {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      String answer = "";
      while (true) {
        String message = HEX.formatHex(in.readNBytes(in.readUnsignedShort()));
        heard.add(message);
        if (message.equals("04")) {
          socket.getOutputStream().write(HEX.parseHex("00093BE000FF8131FE4514"));
        } else if (message.length() > 2) {
          socket.getOutputStream().write(HEX.parseHex(answer.isEmpty() ? "000190" : answer));
          answer = "00029000";
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  @Test
  void itOutlivesTheService() throws Exception {
    VirtualCard virtual = Cards.fresh();
    plug(virtual, service.reader());
    InsertedCard before = awaitCard();
    answer(before, SELECT_JPKI);
    service.stopService();
    assertThat(before.transmit(SELECT_JPKI)).isInstanceOf(Transmission.ReaderGone.class);
    await(ReaderState.None.class);
    service.startService();
    plug(virtual, service.reader());
    InsertedCard after = awaitCard();
    assertThat(answer(after, SELECT_JPKI)).isEqualTo("9000");
    assertThat(after.insertion()).isNotEqualTo(before.insertion());
  }

  @Test
  void aReaderThatIsPutBackServesOn() throws Exception {
    await(ReaderState.Empty.class);
    service.stopService();
    service.startServiceWithoutReaders();
    await(ReaderState.None.class);
    service.stopService();
    service.startService();
    await(ReaderState.Empty.class);
    plug(Cards.fresh(), service.reader());
    assertThat(answer(awaitCard(), SELECT_JPKI)).isEqualTo("9000");
  }

  @Test
  void twoReadersDoNotDisturbEachOther() throws Exception {
    try (PcscReader other = PcscReader.named(SECOND)) {
      VpcdPlug plug = plug(Cards.fresh(), service.reader());
      plug(Cards.fresh(), service.secondReader());
      InsertedCard here = awaitCard();
      InsertedCard there = awaitCard(other);
      assertThat(answer(here, SELECT_JPKI)).isEqualTo("9000");
      assertThat(answer(there, TRIES_LEFT)).isEqualTo("6986");
      plug.close();
      await(ReaderState.Empty.class);
      assertThat(answer(there, SELECT_JPKI)).isEqualTo("9000");
      assertThat(other.state().inserted()).contains(there);
    }
  }

  @Test
  void aPartOfTheNameIsEnoughUnlessItIsAmbiguous() throws Exception {
    await(ReaderState.Empty.class);
    assertThat(PcscReader.connected()).contains(FIRST, SECOND);
    try (PcscReader part = PcscReader.named("pcd 00 01");
        PcscReader ambiguous = PcscReader.named("Virtual PCD")) {
      until(() -> part.state() instanceof ReaderState.Empty);
      assertThat(part.name()).isEqualTo(SECOND);
      assertThat(ambiguous.state()).isInstanceOf(ReaderState.None.class);
    }
  }

  private VpcdPlug plug(VirtualCard card, InetSocketAddress where) throws Exception {
    service.whenTheReaderIsOpen(() -> plugs.add(VpcdPlug.connect(card, where)));
    VpcdPlug plug = plugs.get(plugs.size() - 1);
    Thread serving =
        new Thread(
            () -> {
              try {
                plug.serve();
              } catch (IOException e) {
                // The service went away, as some tests want it.
              }
            });
    serving.start();
    return plug;
  }

  private static void pull(VpcdPlug plug) {
    try {
      plug.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Transport way(InsertedCard card) {
    return command -> {
      if (card.transmit(command) instanceof Transmission.Answer answer) {
        return answer.bytes();
      }
      throw new Transport.CardTorn();
    };
  }

  private static String answer(InsertedCard card, byte[] command) {
    return HEX.formatHex(way(card).send(command));
  }

  private InsertedCard awaitCard() throws InterruptedException {
    return awaitCard(reader);
  }

  private InsertedCard awaitCard(PcscReader at) throws InterruptedException {
    if (at == reader) {
      await(ReaderState.Occupied.class);
    } else {
      until(() -> at.state().inserted().isPresent());
    }
    return at.state().inserted().orElseThrow();
  }

  /** The reader tells of each change. */
  private void await(Class<? extends ReaderState> state) throws InterruptedException {
    while (!state.isInstance(reader.state())) {
      assertThat(changes.tryAcquire(20, TimeUnit.SECONDS))
          .as("%s wanted, but %s", state.getSimpleName(), reader.state())
          .isTrue();
    }
  }

  /** A card put on before would be taken for the one that has just gone. */
  private static void untilTheServiceSeesNoCard() throws Exception {
    try (PcscContext context = PcscContext.establish(Winscard.ofThisMachine())) {
      for (String name : context.readers()) {
        Sighting seen = context.look(name, Sighting.UNAWARE, POLL);
        while (seen.cardThere() || seen.muteCard()) {
          seen = context.look(name, seen.state(), POLL);
        }
      }
    } catch (PcscException e) {
      throw new IOException("the service is not up yet", e);
    }
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; !condition.getAsBoolean(); i++) {
      assertThat(i).isLessThan(400);
      Thread.sleep(50);
    }
  }

  /** The card does what it was told and is torn out before it says so. */
  private static final class TearingStore implements CardStore {

    private final CardStore kept = new MemoryCardStore();
    private volatile VpcdPlug plug;
    private volatile boolean armed;

    @Override
    public Optional<CardState> load() throws IOException {
      return kept.load();
    }

    @Override
    public void save(CardState state) throws IOException {
      kept.save(state);
      if (armed) {
        plug.close();
      }
    }
  }
}
