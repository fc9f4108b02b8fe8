package jp.madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jp.madoguchi.agent.Fuzz;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a terminal says is read or refused, and its session goes on. */
class TerminalFuzzTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final byte[] IDENTITY =
      HEX.parseHex("011C" + HEX.formatHex(ascii("A234567890123451421220310217")));
  private static final byte[] ITEMS =
      HEX.parseHex(
          "FF2038DF210800050014001D0028"
              + "DF220A"
              + HEX.formatHex(ascii("TARO MIHON"))
              + "DF2306"
              + HEX.formatHex(ascii("ATSUGI"))
              + "DF2408"
              + HEX.formatHex(ascii("19800217"))
              + "DF250131");

  /** Held here, since the platform holds its loggers weakly. */
  private static final List<Logger> LOGS =
      Stream.of(ReaderSession.class, BreachBook.class)
          .map(logging -> Logger.getLogger(logging.getName()))
          .toList();

  private final Fuzz fuzz = new Fuzz(2026_11_26_07);

  @BeforeAll
  static void beQuiet() {
    LOGS.forEach(log -> log.setLevel(Level.OFF));
  }

  @AfterAll
  static void speakAgain() {
    LOGS.forEach(log -> log.setLevel(null));
  }

  @Test
  void dataObjectsAndRecordsAreReadOrRefused() {
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      byte[] identity = fuzz.mutated(IDENTITY);
      byte[] items = fuzz.oneIn(5) ? fuzz.noise(300) : fuzz.mutated(ITEMS);
      readOrRefused(() -> CardIdentity.parse(identity));
      readOrRefused(() -> assertThat(Tlv.parse(items)).hasSizeLessThanOrEqualTo(items.length));
    }
  }

  @Test
  void answersAreReadOrRefused() {
    List<String> right = List.of("9000", "6A82", "63C2", HEX.formatHex(IDENTITY) + "9000");
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      List<String> answers = new ArrayList<>();
      for (int count = fuzz.upTo(5); count > 0; count--) {
        answers.add(fuzz.oneIn(2) ? fuzz.oneOf(right) : fuzz.mutated(fuzz.oneOf(right)));
      }
      BatchEnd ended = fuzz.oneOf(List.of(BatchEnd.values()));
      readOrRefused(() -> BatchResult.parse(fuzz.mutated("b-1"), answers, ended));
    }
  }

  /** The record comes in parts of any length, also of none, and is wrong in any place. */
  @Test
  void theFourItemsAreReadOrNot() {
    int read = 0;
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      ItemsAccess access = ItemsAccess.byNumberB(LocalDate.of(1980, 2, 17), 2031, "1234");
      ItemsConversation conversation = new ItemsConversation(access);
      byte[] record = fuzz.oneIn(3) ? ITEMS : fuzz.mutated(ITEMS);
      readOrRefused(() -> converse(conversation, record));
      conversation.close();
      read += conversation.answered().join() instanceof ItemsReading.Read ? 1 : 0;
    }
    assertThat(read).isBetween(Fuzz.INPUTS / 10, Fuzz.INPUTS * 9 / 10);
  }

  private void converse(ItemsConversation conversation, byte[] record) {
    int at = 0;
    for (List<CommandApdu> next = conversation.next(); !next.isEmpty(); ) {
      int part = Math.min(record.length - at, 1 + fuzz.upTo(80));
      List<Answer> answers = new ArrayList<>();
      for (int i = 1; i < next.size(); i++) {
        answers.add(new Answer(new byte[0], 0x9000));
      }
      answers.add(new Answer(Arrays.copyOfRange(record, at, at + part), 0x9000));
      at += part;
      conversation.answered(new BatchResult("b", answers, BatchEnd.DONE));
      next = conversation.next();
    }
  }

  @Test
  void aSessionGoesOnAfterAnyExchange() {
    RecordedActs acts = new RecordedActs();
    BreachBook breaches = new BreachBook(acts, new MovableClock("2026-11-24T10:00"));
    ReaderSession session = new ReaderSession("T1", List.of(card -> Optional.empty()), breaches, 2);
    Heard last = new Heard();
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      Heard heard = new Heard();
      Optional<Batch> batch = last.batch();
      int act = fuzz.upTo(20);
      if (act == 0) {
        session.breached(Breach.MESSAGE_MALFORMED, NOW);
      } else if (act == 1) {
        session.refuse("9." + fuzz.upTo(3), NOW);
      } else if (act == 2) {
        session.readItems(ItemsAccess.byNumberB(LocalDate.of(1980, 2, 17), 2031, "1234"));
      } else if (act == 3) {
        session.order(new RackOrder(fuzz.oneOf(List.of(RackOrder.Act.values())), "a card", 1));
      } else {
        session.exchange(
            new ExchangeRequest("fuzz", reader(), result(batch), rackDone(last)), heard, NOW);
      }
      last = heard.reply == null ? last : heard;
      assertThat(session.view()).isNotNull();
    }

    assertThat(acts.all()).hasSizeLessThanOrEqualTo(BreachMeasure.AT_ONCE);
    assertIdentifies(session);
  }

  private void assertIdentifies(ReaderSession session) {
    Reader reader = new Reader("virtual", ReaderState.CARD, "the last one", "3BE0");
    Optional<BatchResult> result = Optional.empty();
    do {
      Heard heard = new Heard();
      session.exchange(new ExchangeRequest("test", reader, result, Optional.empty()), heard, NOW);
      result = heard.batch().map(TerminalFuzzTest::honest);
    } while (result.isPresent());
    assertThat(session.view().identity()).isPresent();
  }

  private static BatchResult honest(Batch batch) {
    List<Answer> answers =
        batch.commands().stream()
            .map(command -> command.header() == 0x00B20104 ? IDENTITY : new byte[0])
            .map(data -> new Answer(data, 0x9000))
            .toList();
    return new BatchResult(batch.id(), answers, BatchEnd.DONE);
  }

  private Reader reader() {
    return fuzz.oneIn(8)
        ? new Reader("virtual", fuzz.oneIn(2) ? ReaderState.NONE : ReaderState.EMPTY, null, null)
        : new Reader("virtual", ReaderState.CARD, fuzz.oneIn(10) ? "two" : "one", "3BE0");
  }

  private Optional<BatchResult> result(Optional<Batch> batch) {
    if (batch.isEmpty() || fuzz.oneIn(6)) {
      return Optional.empty();
    }
    String id = fuzz.oneIn(10) ? "other" : batch.get().id();
    BatchEnd ended = fuzz.oneIn(4) ? BatchEnd.CARD_GONE : BatchEnd.DONE;
    List<Answer> answers = new ArrayList<>();
    int asked = batch.get().commands().size();
    for (int i = fuzz.oneIn(4) ? fuzz.upTo(7) : asked; i > 0; i--) {
      answers.add(new Answer(i == 1 ? fuzz.mutated(IDENTITY) : new byte[0], 0x9000));
    }
    return Optional.of(new BatchResult(id, answers, ended));
  }

  private Optional<String> rackDone(Heard last) {
    return Optional.ofNullable(last.reply)
        .flatMap(ExchangeReply::rack)
        .map(order -> fuzz.oneIn(5) ? "other" : order.id());
  }

  private static void readOrRefused(Runnable reading) {
    try {
      reading.run();
    } catch (UnreadableAnswerException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static final class Heard implements ExchangeCaller {

    private ExchangeReply reply;

    @Override
    public boolean answer(ExchangeReply given) {
      reply = given;
      return true;
    }

    @Override
    public void nothing() {
      // the next call comes at once
    }

    Optional<Batch> batch() {
      return Optional.ofNullable(reply).flatMap(ExchangeReply::batch);
    }
  }
}
