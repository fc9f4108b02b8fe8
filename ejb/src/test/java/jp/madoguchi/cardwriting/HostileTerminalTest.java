package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.audit.Act;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.terminal.Answer;
import jp.madoguchi.terminal.BatchEnd;
import jp.madoguchi.terminal.BatchResult;
import jp.madoguchi.terminal.CommandApdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A terminal that does something else than relay, once, in each round of a case: the conversation
 * dies of it, the case and the trail say so, and at an honest terminal the case is finished with
 * nothing issued twice.
 */
class HostileTerminalTest {

  /** Batches of a case's first insertion: identification 1, opening 2, and three of the writing. */
  private static final List<Integer> WRITING = List.of(3, 4, 5);

  private final Counter counter = new Counter();
  private final AgentAtCounter agent = counter.agentAt("T1");
  private final AgentAtCounter honest = counter.agentAt("T2");
  private final VirtualCard card = counter.aCard();
  private BatchResult before;

  /** What a hostile terminal does to the commands, or to the answers, of one batch. */
  private record Attack(
      String name, String code, UnaryOperator<List<byte[]>> wire, UnaryOperator<BatchResult> told) {

    static Attack onCommands(String name, UnaryOperator<List<byte[]>> wire) {
      return new Attack(name, "command-not-genuine", wire, UnaryOperator.identity());
    }

    static Attack onAnswers(String name, String code, UnaryOperator<BatchResult> told) {
      return new Attack(name, code, UnaryOperator.identity(), told);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> attacks() {
    return Stream.concat(
            Stream.of(
                Attack.onCommands("a command's data altered", at(1, c -> flipped(c, 6))),
                Attack.onCommands("a command's header altered", at(1, c -> flipped(c, 3))),
                Attack.onCommands("a command's MAC altered", at(1, c -> flipped(c, c.length - 3))),
                Attack.onCommands("a command cut short", at(2, c -> shortened(c))),
                Attack.onCommands("two commands in the other order", swapped(1, 2)),
                Attack.onCommands("a command dropped", without(1)),
                Attack.onCommands("a command sent twice", twice(1)),
                Attack.onCommands("a command slipped in", slippedIn(1))),
            Stream.of(
                answers("an answer's data altered", at(1, a -> altered(a, 0))),
                answers("an answer's MAC altered", at(1, a -> altered(a, a.length() - 1))),
                answers("an answer without its MAC", at(1, a -> new Answer(new byte[0], 0x9000))),
                answers("answers in another order", swapped(1, 2)),
                answers("an answer in place of another", list -> replaced(list, 2, list.get(1))),
                miscounted("an answer dropped", without(1)),
                miscounted("one answer more", twice(1)),
                Attack.onAnswers(
                    "an unknown batch answered",
                    "batch-unknown",
                    result -> new BatchResult("made-up", result.answers(), result.ended()))))
        .flatMap(attack -> WRITING.stream().map(batch -> Arguments.of(attack, batch)));
  }

  @ParameterizedTest(name = "{0}, batch {1}")
  @MethodSource("attacks")
  void whateverIsDoneOnTheWayStopsTheWriting(Attack attack, int batch) {
    String receptionNumber = counter.aCaseFor(card);
    agent.tamper(commands -> inBatch(batch) ? attack.wire().apply(commands) : commands);
    agent.tell(result -> inBatch(batch) ? attack.told().apply(result) : result);

    agent.insert(card).work();

    assertStopped(receptionNumber, attack.code());
    assertFinishedElsewhere(receptionNumber);
  }

  @ParameterizedTest
  @MethodSource("writingBatches")
  void anotherCardInTheMiddleOfTheConversation(int batch) {
    String receptionNumber = counter.aCaseFor(card);
    VirtualCard other = counter.aCard();
    agent.tamper(
        commands -> {
          if (inBatch(batch)) {
            agent.swap(other);
          }
          return commands;
        });

    agent.insert(card).work();

    assertStopped(receptionNumber, "command-not-genuine");
    assertThat(counter.certificatesOfHolder(other)).isEmpty();
    assertFinishedElsewhere(receptionNumber);
  }

  static List<Integer> writingBatches() {
    return WRITING;
  }

  @ParameterizedTest
  @MethodSource("writingBatches")
  void anEarlierRoundsAnswersToldAgain(int batch) {
    String receptionNumber = counter.aCaseFor(card);
    agent.tell(
        result -> {
          BatchResult told = inBatch(batch) ? replayed(before, result) : result;
          before = result;
          return told;
        });

    agent.insert(card).work();

    assertStopped(receptionNumber, "answer-not-genuine");
    assertFinishedElsewhere(receptionNumber);
  }

  @Test
  void anEarlierConversationsOpeningToldAgain() {
    counter.aCaseFor(card);
    agent.tell(this::remembered);
    agent.insert(card).work();
    String second = counter.aCaseFor(card);
    int batches = agent.batches().size();
    BatchResult opening = before;
    agent.tell(
        result -> agent.batches().size() == batches + 2 ? replayed(opening, result) : result);

    agent.insert(card).work();

    assertStopped(second, "answer-not-genuine");
    assertFinishedElsewhere(second);
  }

  private BatchResult remembered(BatchResult result) {
    if (agent.batches().size() == 2) {
      before = result;
    }
    return result;
  }

  @ParameterizedTest
  @MethodSource("writingBatches")
  void anEarlierBatchAnsweredDifferently(int batch) {
    String receptionNumber = counter.aCaseFor(card);
    agent.tell(
        result -> {
          BatchResult told =
              inBatch(batch)
                  ? new BatchResult(before.batch(), List.of(), BatchEnd.CARD_GONE)
                  : result;
          before = result;
          return told;
        });

    agent.insert(card).work();

    assertStopped(receptionNumber, "result-changed");
    assertFinishedElsewhere(receptionNumber);
  }

  @Test
  void answersThatNeverCome() {
    String receptionNumber = counter.aCaseFor(card);
    agent.insert(card);
    Optional<BatchResult> identity =
        agent.exchange(Optional.empty()).flatMap(reply -> reply.batch()).map(agent::run);
    agent.exchange(identity);
    for (int times = 0; times < 10; times++) {
      agent.exchange(Optional.empty());
    }

    assertStopped(receptionNumber, "result-withheld");
    assertFinishedElsewhere(receptionNumber);
  }

  @Test
  void aTerminalThatGoesOnLikeThisIsTriedThreeTimesAnInsertion() {
    String receptionNumber = counter.aCaseFor(card);
    agent.forge(
        answer -> agent.batches().size() > 1 && answer.length() > 40 ? flipped(answer) : answer);
    agent.insert(card);
    for (int times = 0; times < 10; times++) {
      agent.work();
      counter.wait(Duration.ofMinutes(1));
    }

    assertThat(breaches()).hasSize(3).allMatch(act -> act.subjectKey().equals(receptionNumber));
    assertThat(counter.certificatesOfCase(receptionNumber)).isEmpty();
  }

  private void assertStopped(String receptionNumber, String code) {
    assertThat(counter.state(receptionNumber).fault()).contains(WritingFault.NOT_GENUINE);
    assertThat(breaches()).hasSize(1);
    Act breach = breaches().get(0);
    assertThat(breach.subjectKind()).isEqualTo("APPLICATION");
    assertThat(breach.subjectKey()).isEqualTo(receptionNumber);
    assertThat(breach.details())
        .containsEntry("code", code)
        .containsEntry("terminal", counter.terminal("T1"));
  }

  private List<Act> breaches() {
    return counter.acts.all().stream().filter(act -> act.name().equals("terminal.breach")).toList();
  }

  private void assertFinishedElsewhere(String receptionNumber) {
    agent.remove();
    honest.insert(card).work();

    assertThat(counter.state(receptionNumber).isDone()).isTrue();
    assertThat(counter.certificatesOfCase(receptionNumber))
        .as("nothing is issued twice")
        .hasSize(2)
        .extracting(CertificateStatus::state)
        .containsOnly(CertificateState.VALID);
    assertThat(counter.validTypesOf(card)).containsExactlyInAnyOrderElementsOf(Counter.BOTH);
    CardInHand hand = new CardInHand(card);
    assertThat(Counter.BOTH).allMatch(hand::works);
  }

  private boolean inBatch(int batch) {
    return agent.batches().size() == batch;
  }

  private static Attack answers(String name, UnaryOperator<List<Answer>> change) {
    return Attack.onAnswers(name, "answer-not-genuine", changed(change));
  }

  private static Attack miscounted(String name, UnaryOperator<List<Answer>> change) {
    return Attack.onAnswers(name, "answers-miscounted", changed(change));
  }

  private static UnaryOperator<BatchResult> changed(UnaryOperator<List<Answer>> change) {
    return result ->
        new BatchResult(result.batch(), change.apply(result.answers()), result.ended());
  }

  /** As many of the earlier answers as the batch has commands. */
  private static BatchResult replayed(BatchResult earlier, BatchResult result) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < result.answers().size(); i++) {
      answers.add(earlier.answers().get(i % earlier.answers().size()));
    }
    return new BatchResult(result.batch(), answers, BatchEnd.DONE);
  }

  private static <T> UnaryOperator<List<T>> at(int place, UnaryOperator<T> change) {
    return list -> replaced(list, place, change.apply(list.get(place)));
  }

  private static <T> List<T> replaced(List<T> list, int place, T other) {
    List<T> copy = new ArrayList<>(list);
    copy.set(place, other);
    return copy;
  }

  private static <T> UnaryOperator<List<T>> swapped(int one, int other) {
    return list -> {
      List<T> copy = new ArrayList<>(list);
      Collections.swap(copy, one, other);
      return copy;
    };
  }

  private static <T> UnaryOperator<List<T>> without(int place) {
    return list -> {
      List<T> copy = new ArrayList<>(list);
      copy.remove(place);
      return copy;
    };
  }

  private static <T> UnaryOperator<List<T>> twice(int place) {
    return list -> {
      List<T> copy = new ArrayList<>(list);
      copy.add(place, list.get(place));
      return copy;
    };
  }

  private static UnaryOperator<List<byte[]>> slippedIn(int place) {
    return list -> {
      List<byte[]> copy = new ArrayList<>(list);
      copy.add(place, CommandApdu.selectFile(0x0018).bytes());
      return copy;
    };
  }

  private static byte[] flipped(byte[] command, int place) {
    byte[] copy = command.clone();
    copy[place] ^= 0x01;
    return copy;
  }

  private static byte[] shortened(byte[] command) {
    byte[] copy = Arrays.copyOf(command, 5 + 8);
    copy[4] = 8;
    return copy;
  }

  private static Answer altered(Answer answer, int place) {
    byte[] data = answer.data();
    data[place] ^= 0x01;
    return new Answer(data, answer.status());
  }

  private static String flipped(String answer) {
    char last = answer.charAt(answer.length() - 6);
    return answer.substring(0, answer.length() - 6)
        + (last == '0' ? '1' : '0')
        + answer.substring(answer.length() - 5);
  }
}
