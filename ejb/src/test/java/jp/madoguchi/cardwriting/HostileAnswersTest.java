package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import java.util.function.UnaryOperator;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent is not trusted: whatever it makes of the card's answers, nothing wrong is issued. */
class HostileAnswersTest {

  private final Counter counter = new Counter();
  private final AgentAtCounter agent = counter.agentAt("T1");
  private final VirtualCard card = counter.aCard();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void changedAnswersStopTheWritingAndTheCaseIsFinishedAfterwards(long seed) {
    String receptionNumber = counter.aCaseFor(card);
    agent.forge(sometimesChanged(new Random(seed)));

    for (int insertion = 0; insertion < 4; insertion++) {
      agent.insert(card).work();
    }
    agent.forge(UnaryOperator.identity());
    agent.insert(card).work();

    assertThat(counter.state(receptionNumber).isDone()).isTrue();
    assertThat(counter.certificatesOfCase(receptionNumber))
        .extracting(CertificateStatus::state)
        .filteredOn(state -> state == CertificateState.VALID)
        .hasSize(2);
  }

  @Test
  void theTerminalCannotClaimSuccess() {
    String receptionNumber = counter.aCaseFor(card);
    agent.forge(answer -> "9000");

    agent.insert(card).work();

    assertThat(counter.certificatesOfCase(receptionNumber)).isEmpty();
    assertThat(counter.writings(receptionNumber))
        .allMatch(writing -> writing.state() == WritingState.PLANNED);
  }

  @Test
  void aCardThatOnlyClaimsTheSerialIsNotWritten() {
    String receptionNumber = counter.aCaseFor(card);
    VirtualCard other = counter.aCard();
    String claimed = HexFormat.of().formatHex(card.serial().getBytes());
    String own = HexFormat.of().formatHex(other.serial().getBytes());
    agent.forge(answer -> answer.replace(own, claimed));

    agent.insert(other).work();

    assertThat(counter.certificatesOfCase(receptionNumber)).isEmpty();
    assertThat(counter.state(receptionNumber).fault()).contains(WritingFault.NOT_GENUINE);
  }

  /** One answer in ten has a byte changed, is cut short, or is another one. */
  private static UnaryOperator<String> sometimesChanged(Random random) {
    return answer -> {
      if (random.nextInt(10) > 0 || answer.length() <= 4) {
        return answer;
      }
      byte[] bytes = HexFormat.of().parseHex(answer);
      int data = bytes.length - 2;
      switch (random.nextInt(3)) {
        case 0 -> bytes[random.nextInt(data)] ^= (byte) (1 + random.nextInt(255));
        case 1 -> {
          return answer.substring(2 * (1 + random.nextInt(data)));
        }
        default -> {
          byte[] noise = new byte[data];
          random.nextBytes(noise);
          System.arraycopy(noise, 0, bytes, 0, data);
        }
      }
      return HexFormat.of().formatHex(bytes);
    };
  }
}
