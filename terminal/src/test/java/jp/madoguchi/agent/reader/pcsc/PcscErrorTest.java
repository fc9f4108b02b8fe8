package jp.madoguchi.agent.reader.pcsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.madoguchi.agent.reader.InsertedCard;
import jp.madoguchi.agent.reader.ReaderState;
import jp.madoguchi.agent.reader.Transmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever PC/SC says, a command ends in one of three ways, and the reader is found again. */
@Timeout(30)
class PcscErrorTest {

  private static final byte[] COMMAND = HexFormat.of().parseHex("00A4040C02A0B0");
  private static final int DONE = 0;

  /** Held here, since the platform holds its loggers weakly. */
  private static final Logger LOG = Logger.getLogger(PcscReader.class.getName());

  private final ScriptedWinscard winscard = new ScriptedWinscard();
  private final Semaphore changes = new Semaphore(0);
  private PcscReader reader;

  @BeforeEach
  void open() {
    LOG.setLevel(Level.OFF);
    reader = new PcscReader(winscard, ScriptedWinscard.READER);
    reader.onChange(changes::release);
  }

  @AfterEach
  void close() {
    reader.close();
    LOG.setLevel(null);
  }

  @ParameterizedTest
  @CsvSource({
    "80100069, CardGone", // SCARD_W_REMOVED_CARD
    "80100068, CardGone", // SCARD_W_RESET_CARD: what was agreed with the card is lost
    "80100067, CardGone", // SCARD_W_UNPOWERED_CARD
    "80100066, CardGone", // SCARD_W_UNRESPONSIVE_CARD
    "80100016, CardGone", // SCARD_E_NOT_TRANSACTED
    "8010000C, CardGone", // SCARD_E_NO_SMARTCARD
    "8010002F, CardGone", // SCARD_E_COMM_DATA_LOST
    "80100008, CardGone", // SCARD_E_INSUFFICIENT_BUFFER: longer than an answer can be
    "0000001F, CardGone", // ERROR_GEN_FAILURE of Windows, and whatever else nobody foresaw
    "80100017, ReaderGone", // SCARD_E_READER_UNAVAILABLE
    "80100009, ReaderGone", // SCARD_E_UNKNOWN_READER
    "8010001D, ReaderGone", // SCARD_E_NO_SERVICE
    "8010001E, ReaderGone", // SCARD_E_SERVICE_STOPPED
    "80100013, ReaderGone", // SCARD_F_COMM_ERROR
    "80100003, ReaderGone", // SCARD_E_INVALID_HANDLE
  })
  void anErrorIsACardOrAReaderThatIsGone(String code, String result) throws Exception {
    InsertedCard card = awaitCard();
    winscard.atTransmit = Integer.parseUnsignedInt(code, 16);
    Transmission gone = card.transmit(COMMAND);
    assertThat(gone.getClass().getSimpleName()).isEqualTo(result);
    winscard.atTransmit = DONE;
    assertThat(card.transmit(COMMAND)).isEqualTo(gone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90"})
  void anAnswerWithoutAStatusWordIsNone(String answer) throws Exception {
    winscard.answer = HexFormat.of().parseHex(answer);
    assertThat(awaitCard().transmit(COMMAND)).isInstanceOf(Transmission.CardGone.class);
  }

  @Test
  void aCardThatFailedIsLeftAloneAndThenPoweredAnew() throws Exception {
    winscard.atTransmit = PcscError.SCARD_E_NOT_TRANSACTED.code();
    InsertedCard before = awaitCard();
    before.transmit(COMMAND);
    winscard.atTransmit = DONE;
    InsertedCard after = awaitAnother(before);
    assertThat(after.transmit(COMMAND)).isInstanceOf(Transmission.Answer.class);
    assertThat(winscard.calls).containsExactly("connect", "disconnect 0", "connect", "reconnect 2");
  }

  @Test
  void aReaderThatIsClosedGivesTheCardBackWithNothingSelected() throws Exception {
    awaitCard().transmit(COMMAND);
    reader.close();
    assertThat(winscard.calls).containsExactly("connect", "disconnect 1");
  }

  @Test
  void aCardExchangedUnnoticedIsAnother() throws Exception {
    InsertedCard before = awaitCard();
    winscard.state += 0x00020000;
    assertThat(awaitAnother(before).insertion()).isNotEqualTo(before.insertion());
    assertThat(before.transmit(COMMAND)).isInstanceOf(Transmission.CardGone.class);
  }

  @Test
  void aCardTheWrongWayUpIsNone() throws Exception {
    awaitCard();
    winscard.state |= 0x0200;
    await(ReaderState.Empty.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"80100009", "80100017", "8010001D", "8010001E", "80100013", "80100003"})
  void aReaderThatCannotBeLookedAtIsGoneUntilItIsBack(String code) throws Exception {
    InsertedCard before = awaitCard();
    winscard.atLook = Integer.parseUnsignedInt(code, 16);
    await(ReaderState.None.class);
    winscard.atLook = DONE;
    assertThat(awaitCard().insertion()).isNotEqualTo(before.insertion());
  }

  @Test
  void aReaderWhosePlugWasPulledIsGone() throws Exception {
    awaitCard();
    winscard.atList = PcscError.SCARD_E_NO_READERS_AVAILABLE.code();
    winscard.state = 0x0008;
    await(ReaderState.None.class);
  }

  @Test
  void aCardThatAnotherProgramHoldsIsWaitedFor() throws Exception {
    InsertedCard card = awaitCard();
    winscard.atConnect = PcscError.SCARD_E_SHARING_VIOLATION.code();
    Thread other =
        new Thread(
            () -> {
              Pause.of(Duration.ofMillis(150));
              winscard.atConnect = DONE;
            });
    other.start();
    assertThat(card.transmit(COMMAND)).isInstanceOf(Transmission.Answer.class);
    assertThat(winscard.calls).hasSizeGreaterThan(1);
  }

  @Test
  void inT0DataAndLeAreNotSentTogether() throws Exception {
    winscard.protocol = 1;
    awaitCard().transmit(HexFormat.of().parseHex("00A4040002A0B000"));
    assertThat(winscard.sent).asHexString().isEqualTo("00A4040002A0B0");
  }

  private InsertedCard awaitCard() throws InterruptedException {
    await(ReaderState.Occupied.class);
    return reader.state().inserted().orElseThrow();
  }

  private InsertedCard awaitAnother(InsertedCard before) throws InterruptedException {
    while (reader.state().inserted().filter(card -> card != before).isEmpty()) {
      assertThat(changes.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }
    return reader.state().inserted().orElseThrow();
  }

  private void await(Class<? extends ReaderState> state) throws InterruptedException {
    while (!state.isInstance(reader.state())) {
      assertThat(changes.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
