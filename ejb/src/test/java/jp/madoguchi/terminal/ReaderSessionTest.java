package jp.madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.audit.Act;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import org.junit.jupiter.api.Test;

/** The exchange protocol: one batch at a time, each result counted once. */
class ReaderSessionTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

  private final CountingWork work = new CountingWork();
  private final RecordedActs acts = new RecordedActs();
  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final ReaderSession session =
      new ReaderSession("T1", List.of(work), new BreachBook(acts, clock), 250);

  @Test
  void anInsertedCardIsAskedWhichOneItIs() {
    Batch batch = call(card("one"), null).batch();

    assertThat(batch.insertion()).isEqualTo("one");
    assertThat(batch.commands()).extracting(CommandApdu::hex).endsWith("00B2010400");
    call(card("one"), identified(batch));
    assertThat(session.view().identity())
        .contains(new CardIdentity("A23456789012345", "14212", LocalDate.of(2031, 2, 17)));
  }

  @Test
  void aResultThatComesTwiceCountsOnce() {
    Batch first = identify("one");

    Batch second = call(card("one"), done(first)).batch();
    Batch again = call(card("one"), done(first)).batch();

    assertThat(again).isEqualTo(second);
    assertThat(work.results).hasSize(1);
  }

  @Test
  void aBatchWhoseDeliveryFailedIsDeliveredAgain() {
    Batch first = identify("one");

    assertThat(call(card("one"), null).batch()).isEqualTo(first);
  }

  @Test
  void aCardFromWhichASupervisorTookTheReaderIsLeftAloneUntilItIsPutOnAgain() {
    Batch first = identify("one");

    session.letGo();

    assertThat(work.closed).isEqualTo(1);
    assertThat(call(card("one"), done(first)).reply).isNull();
    assertThat(work.results).isEmpty();
    Batch again = call(card("two"), null).batch();
    call(card("two"), identified(again));
    assertThat(work.closed).isEqualTo(1);
    assertThat(session.view().identity()).isPresent();
    assertThat(session.view().busy()).isTrue();
  }

  @Test
  void theAgentThatWaitsIsSentAwayWhenItsTerminalEnds() {
    Call waiting = call(EMPTY, null);

    session.end();

    assertThat(waiting.dismissed).isTrue();
    assertThat(session.view().reader()).isEqualTo(Reader.ABSENT);
  }

  @Test
  void anotherInsertionEndsWhatWasUnderWay() {
    Batch first = identify("one");

    Batch next = call(card("two"), null).batch();

    assertThat(work.closed).isEqualTo(1);
    assertThat(next.insertion()).isEqualTo("two");
    assertThat(next.id()).isNotEqualTo(first.id());
    call(card("two"), done(first));
    assertThat(work.results).isEmpty();
  }

  @Test
  void aLaterCallSupersedesTheOneThatWaits() {
    Call waiting = call(EMPTY, null);

    call(EMPTY, null);

    assertThat(waiting.dismissed).isTrue();
  }

  @Test
  void aCallThatWaitsIsAnsweredWhenThereIsWork() {
    Call waiting = call(EMPTY, null);

    session.order(insert("A23456789012345"));

    assertThat(waiting.reply).isNotNull();
    assertThat(waiting.reply.rack()).map(RackOrder::act).contains(RackOrder.Act.INSERT);
  }

  /** That a call was answered does not mean that anybody heard it: its agent may have ended. */
  @Test
  void anOrderThatADeadCallWasAnsweredWithIsGivenToTheNextOne() {
    call(EMPTY, null);
    RackOrder order = insert("A23456789012345");
    CompletableFuture<Void> settled = session.order(order);

    assertThat(call(EMPTY, null).reply.rack()).contains(order);
    assertThat(settled).isNotDone();
    assertThat(told(order).reply).isNull();
    assertThat(settled).isDone();
  }

  @Test
  void anOrderIsSettledWhenTheReaderIsKnownToStandAccordingly() {
    call(EMPTY, null);
    RackOrder order = insert("A23456789012345");
    List<ReaderState> seen = new ArrayList<>();
    session.order(order).thenRun(() -> seen.add(session.view().reader().state()));

    call(card("one"), Optional.empty(), Optional.of(order.id()));

    assertThat(seen).containsExactly(ReaderState.CARD);
  }

  @Test
  void ordersAreGivenOneAfterTheOther() {
    RackOrder unplug = new RackOrder(RackOrder.Act.UNPLUG, null, 0);
    RackOrder plug = new RackOrder(RackOrder.Act.PLUG, null, 0);
    session.order(unplug);
    session.order(plug);

    assertThat(call(EMPTY, null).reply.rack()).contains(unplug);
    assertThat(told(unplug).reply.rack()).contains(plug);
    assertThat(told(unplug).reply.rack()).contains(plug);
    assertThat(told(plug).reply).isNull();
  }

  @Test
  void aCardThatIsOvertakenIsNotPutOnAnyMore() {
    RackOrder prepared = new RackOrder(RackOrder.Act.TEAR, null, 3);
    session.order(prepared);
    CompletableFuture<Void> overtaken = session.order(insert("A23456789012345"));
    session.order(new RackOrder(RackOrder.Act.TEAR, null, 5));
    RackOrder last = insert("B23456789012345");
    session.order(last);

    assertThat(overtaken).isDone();
    assertThat(call(EMPTY, null).reply.rack()).contains(prepared);
    assertThat(told(prepared).reply.rack()).contains(last);
    assertThat(told(last).reply).isNull();
  }

  @Test
  void anAgentThatTellsOfAnUnknownOrderIsGivenWhatWaits() {
    RackOrder order = insert("A23456789012345");
    session.order(order);

    assertThat(told(insert("of the server before")).reply.rack()).contains(order);
  }

  @Test
  void fewerAnswersThanCommandsAreNotDone() {
    Batch first = identify("one");

    call(card("one"), new BatchResult(first.id(), List.of(), BatchEnd.DONE));

    assertThat(work.results).isEmpty();
    assertThat(work.closed).isEqualTo(1);
  }

  @Test
  void anotherResultOfABatchThatWasAnsweredEndsTheConversation() {
    Batch first = identify("one");
    call(card("one"), done(first));

    call(card("one"), new BatchResult(first.id(), List.of(), BatchEnd.CARD_GONE));

    assertThat(work.closed).isEqualTo(1);
    assertThat(codes()).containsExactly("result-changed");
  }

  @Test
  void aResultOfABatchThatWasNeverGivenEndsTheConversation() {
    identify("one");

    call(card("one"), new BatchResult("made up", List.of(), BatchEnd.CARD_GONE));
    call(card("one"), new BatchResult("made up", List.of(), BatchEnd.CARD_GONE));

    assertThat(work.closed).isEqualTo(1);
    assertThat(codes()).containsExactly("batch-unknown");
  }

  /** The agent tells what the server before had asked for. */
  @Test
  void afterTheServersStartAResultMayBelongToABatchOfBefore() {
    call(card("one"), new BatchResult("of before", List.of(), BatchEnd.CARD_GONE));
    call(card("one"), new BatchResult("of before", List.of(), BatchEnd.CARD_GONE));

    assertThat(codes()).isEmpty();
  }

  @Test
  void aBatchThatIsFetchedAgainAndAgainIsGivenUp() {
    identify("one");

    for (int times = 0; times < 9; times++) {
      call(card("one"), null);
    }
    assertThat(work.closed).isZero();
    call(card("one"), null);

    assertThat(work.closed).isEqualTo(1);
    assertThat(codes()).containsExactly("result-withheld");
  }

  @Test
  void aMessageThatIsNoneEndsTheConversation() {
    identify("one");

    session.breached(Breach.MESSAGE_MALFORMED, NOW);

    assertThat(work.closed).isEqualTo(1);
    assertThat(codes()).containsExactly("exchange-malformed");
    assertThat(call(card("one"), null).batch()).isNotNull();
  }

  @Test
  void anAgentOfAnotherVersionHasNoReaderAndIsRecordedOnce() {
    Batch first = identify("one");

    session.refuse("9.0", NOW);
    session.refuse("9.0", NOW);

    assertThat(work.closed).isEqualTo(1);
    assertThat(session.view().otherVersion()).isTrue();
    assertThat(session.view().reader().state()).isEqualTo(ReaderState.NONE);
    assertThat(codes()).containsExactly("agent-version");
    call(card("one"), done(first));
    assertThat(session.view().otherVersion()).isFalse();
  }

  /** Twenty at once and one every five minutes; what was left out is counted. */
  @Test
  void aTerminalCannotFillTheTrail() {
    for (int times = 0; times < 1_000; times++) {
      session.breached(Breach.MESSAGE_MALFORMED, NOW);
    }
    assertThat(acts.all()).hasSize(20);

    clock.moveTo("2026-11-24T10:05");
    session.breached(Breach.MESSAGE_MALFORMED, NOW);
    session.breached(Breach.MESSAGE_MALFORMED, NOW);

    assertThat(acts.all()).hasSize(21);
    assertThat(acts.all().get(20).details()).containsEntry("unrecorded", "980");
    clock.moveTo("2026-11-25T10:00");
    for (int times = 0; times < 100; times++) {
      session.breached(Breach.MESSAGE_MALFORMED, NOW);
    }
    assertThat(acts.all()).hasSize(41);
  }

  @Test
  void aTrailThatCannotBeWrittenStopsNoTerminal() {
    ReaderSession unrecorded =
        new ReaderSession(
            "T1",
            List.of(work),
            new BreachBook(
                act -> {
                  throw new IllegalStateException("the database is away");
                },
                clock),
            250);

    unrecorded.breached(Breach.MESSAGE_MALFORMED, NOW);

    assertThat(unrecorded.view().lastSeen()).contains(NOW);
  }

  @Test
  void aWorkThatFailsDoesNotStopTheTerminal() {
    work.fails = true;
    Batch first = call(card("one"), null).batch();

    call(card("one"), identified(first));
    work.fails = false;

    assertThat(call(card("one"), null).reply).isNotNull();
  }

  @Test
  void aCardThatSaysNothingIsShownAsUnknown() {
    Batch batch = call(card("one"), null).batch();

    call(
        card("one"),
        new BatchResult(batch.id(), List.of(new Answer(new byte[0], 0x6A82)), BatchEnd.STATUS));

    assertThat(session.view().unknownCard()).isTrue();
  }

  @Test
  void formsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Reader("virtual", ReaderState.CARD, null, null))
        .isInstanceOf(UnreadableAnswerException.class);
    assertThatThrownBy(() -> new Reader("virtual", ReaderState.EMPTY, "one", null))
        .isInstanceOf(UnreadableAnswerException.class);
    assertThatThrownBy(() -> Answer.parse("9")).isInstanceOf(UnreadableAnswerException.class);
    assertThatThrownBy(() -> Answer.parse("zz00")).isInstanceOf(UnreadableAnswerException.class);
    assertThatThrownBy(() -> BatchResult.parse("b", List.of("6A82"), BatchEnd.DONE))
        .isInstanceOf(UnreadableAnswerException.class);
    assertThatThrownBy(() -> BatchResult.parse("b", List.of("9000"), BatchEnd.STATUS))
        .isInstanceOf(UnreadableAnswerException.class);
  }

  private List<String> codes() {
    return acts.all().stream().map(Act::details).map(details -> details.get("code")).toList();
  }

  private Batch identify(String insertion) {
    return call(card(insertion), identified(call(card(insertion), null).batch())).batch();
  }

  private Call call(Reader reader, BatchResult result) {
    return call(reader, Optional.ofNullable(result), Optional.empty());
  }

  private Call told(RackOrder done) {
    return call(EMPTY, Optional.empty(), Optional.of(done.id()));
  }

  private Call call(Reader reader, Optional<BatchResult> result, Optional<String> rackDone) {
    Call call = new Call();
    session.exchange(new ExchangeRequest("test", reader, result, rackDone), call, NOW);
    return call;
  }

  private static RackOrder insert(String cardSerial) {
    return new RackOrder(RackOrder.Act.INSERT, cardSerial, 0);
  }

  private static final Reader EMPTY = new Reader("virtual", ReaderState.EMPTY, null, null);

  private static Reader card(String insertion) {
    return new Reader("virtual", ReaderState.CARD, insertion, "3BE0");
  }

  private static BatchResult identified(Batch batch) {
    String text = "A234567890123451421220310217";
    String hex =
        "011C" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)) + "9000";
    return BatchResult.parse(batch.id(), List.of("9000", "9000", hex), BatchEnd.DONE);
  }

  private static BatchResult done(Batch batch) {
    return BatchResult.parse(
        batch.id(), batch.commands().stream().map(command -> "9000").toList(), BatchEnd.DONE);
  }

  private static final class Call implements ExchangeCaller {

    private ExchangeReply reply;
    private boolean dismissed;

    @Override
    public boolean answer(ExchangeReply given) {
      reply = given;
      return true;
    }

    @Override
    public void nothing() {
      dismissed = true;
    }

    Batch batch() {
      return reply.batch().orElseThrow();
    }
  }

  /** Sends one command after the other, for as long as the card lies there. */
  private static final class CountingWork implements CardWork {

    private final List<BatchResult> results = new ArrayList<>();
    private int closed;
    private boolean fails;

    @Override
    public Optional<CardConversation> conversation(CardOnReader card) {
      if (fails) {
        throw new IllegalStateException("A fault of the work's own");
      }
      return Optional.of(
          new CardConversation() {
            @Override
            public List<CommandApdu> next() {
              return List.of(CommandApdu.triesLeft());
            }

            @Override
            public void answered(BatchResult result) {
              results.add(result);
            }

            @Override
            public void close() {
              closed++;
            }
          });
    }
  }
}
