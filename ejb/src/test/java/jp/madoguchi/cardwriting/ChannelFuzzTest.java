package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import jp.madoguchi.agent.Fuzz;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.terminal.Answer;
import jp.madoguchi.terminal.ApplicationId;
import jp.madoguchi.terminal.CommandApdu;
import jp.madoguchi.terminal.NotGenuineException;
import jp.madoguchi.terminal.UnreadableAnswerException;
import org.junit.jupiter.api.Test;

/** Whatever a card, or somebody in its place, answers: it is read whole, or refused. */
class ChannelFuzzTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};

  private final Counter counter = new Counter();
  private final VirtualCard card = counter.aCard();

  @Test
  void aCardsOwnRecordsAreReadOrRefused() {
    byte[] journal =
        HEX.parseHex(
            "DF0150"
                + "800101"
                + "81011A"
                + "8210"
                + "11".repeat(16)
                + "83020123"
                + "8420"
                + "22".repeat(32)
                + "8510"
                + "33".repeat(16));
    byte[] key = HEX.parseHex("7F4982010981820100" + "C3".repeat(256) + "8203010001");
    Fuzz fuzz = new Fuzz(2026_11_26_08);
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      byte[] changedJournal = fuzz.mutated(journal);
      byte[] changedKey = fuzz.mutated(key);
      readOrRefused(
          () -> assertThat(CardJournal.parse(changedJournal).bytesWritten()).isBetween(0, 65_535));
      readOrRefused(
          () -> assertThat(StagedKey.parse(changedKey).getModulus().bitLength()).isEqualTo(2048));
    }
  }

  @Test
  void theChannelOpensForTheCardsOwnAnswerAlone() {
    Answer right = opening();
    Fuzz fuzz = new Fuzz(2026_11_26_09);
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      byte[] data = fuzz.oneIn(10) ? fuzz.noise(40) : fuzz.mutated(right.data());
      Answer answer = new Answer(data, fuzz.oneIn(10) ? 0x9000 + fuzz.upTo(3) : 0x9000);
      boolean same = sameWhereItCounts(answer, right);
      try {
        open(answer).close();
        assertThat(same).isTrue();
      } catch (UnreadableAnswerException refused) {
        assertThat(same).isFalse();
      }
    }
  }

  /** Challenge, cryptogram, key version and protocol; what else stands there proves nothing. */
  private static boolean sameWhereItCounts(Answer one, Answer other) {
    byte[] left = one.data();
    byte[] right = other.data();
    return one.ok()
        && (left.length == 29 || left.length == 32)
        && Arrays.equals(left, 10, 12, right, 10, 12)
        && Arrays.equals(left, 13, 29, right, 13, 29);
  }

  @Test
  void onlyWhatTheCardSaidComesThroughTheChannel() {
    SecureChannel channel = open(opening());
    assertThat(transmit(channel.externalAuthenticate()).ok()).isTrue();
    Fuzz fuzz = new Fuzz(2026_11_26_10);
    int genuine = 0;
    List<CommandApdu> commands =
        List.of(
            IssuingCommands.readJournal(),
            CommandApdu.selectFile(0x0006),
            CommandApdu.read(0, 100));
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      Answer right = transmit(channel.wrap(commands.get(i % commands.size())));
      byte[] data = fuzz.mutated(right.data());
      int status = fuzz.oneIn(10) ? 0x6200 + fuzz.upTo(0x200) : right.status();
      boolean same = Arrays.equals(data, right.data()) && status == right.status();
      try {
        channel.unwrap(new Answer(data, status));
        genuine++;
        assertThat(same).isTrue();
      } catch (NotGenuineException refused) {
        assertThat(same).isFalse();
      }
    }
    assertThat(genuine).isBetween(Fuzz.INPUTS / 10, Fuzz.INPUTS * 9 / 10);
  }

  private Answer opening() {
    card.reset();
    transmit(CommandApdu.selectApplication(ApplicationId.JPKI));
    return transmit(SecureChannel.initializeUpdate(CHALLENGE));
  }

  private SecureChannel open(Answer answer) {
    return SecureChannel.open(counter.keysOf(card), CHALLENGE, answer);
  }

  private Answer transmit(CommandApdu command) {
    return Answer.parse(HEX.formatHex(card.transmit(command.bytes())));
  }

  private static void readOrRefused(Runnable reading) {
    try {
      reading.run();
    } catch (UnreadableAnswerException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }
}
