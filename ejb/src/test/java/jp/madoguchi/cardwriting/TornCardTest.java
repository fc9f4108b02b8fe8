package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.cardwriting.AgentAtCounter.Moment;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A renewal whose card is torn away at every command: each time an old or the new certificate works
 * on the card, never two of one type are valid, and afterwards the case is finished with nothing
 * issued twice.
 */
class TornCardTest {

  private final Counter counter = new Counter();
  private final AgentAtCounter agent = counter.agentAt("T1");
  private final VirtualCard card = counter.aCard();
  private final CardInHand hand = new CardInHand(card);
  private final Map<CertificateType, byte[]> before = new EnumMap<>(CertificateType.class);
  private final Set<WritingState> seen = EnumSet.noneOf(WritingState.class);
  private int commandsOfACase;

  @BeforeEach
  void theCardHasCertificates() {
    counter.aCaseFor(card);
    agent.insert(card).work();
    agent.remove();
    commandsOfACase = agent.commands();
    assertThat(commandsOfACase).isGreaterThan(50);
    for (CertificateType type : Counter.BOTH) {
      before.put(type, hand.certificate(type).orElseThrow());
    }
  }

  @Test
  void tornBeforeAnyCommand() {
    for (int command = 1; command <= commandsOfACase; command++) {
      tear(Moment.BEFORE, command, false);
    }
  }

  @Test
  void tornAfterAnyCommand() {
    for (int command = 1; command <= commandsOfACase; command++) {
      tear(Moment.AFTER, command, false);
    }
  }

  @Test
  void tornAndTheServerStartedAnew() {
    for (int command = 1; command <= commandsOfACase; command += 3) {
      tear(Moment.AFTER, command, true);
    }
    assertThat(seen)
        .contains(
            WritingState.PLANNED,
            WritingState.KEY_REQUESTED,
            WritingState.ACTIVATION_SENT,
            WritingState.ACTIVE);
  }

  private void tear(Moment moment, int command, boolean restart) {
    String receptionNumber = counter.aCaseFor(card);
    String torn = "torn %s command %d".formatted(moment, command);

    agent.insert(card).tear(moment, command).work();
    counter.writings(receptionNumber).forEach(writing -> seen.add(writing.state()));
    assertAnOldOrNewCertificateWorks(torn, receptionNumber);
    if (restart) {
      counter.restart();
      counter.enterPins(receptionNumber, Counter.BOTH);
    }
    agent.insert(card).work();
    agent.remove();

    assertThat(counter.state(receptionNumber).isDone()).as(torn).isTrue();
    assertFinished(torn, receptionNumber);
  }

  private void assertAnOldOrNewCertificateWorks(String torn, String receptionNumber) {
    List<byte[]> issued =
        counter.certificatesOfCase(receptionNumber).stream()
            .filter(status -> status.state() != CertificateState.PLANNED)
            .map(status -> counter.certificate(status.serial()))
            .toList();
    for (CertificateType type : Counter.BOTH) {
      assertThat(hand.works(type)).as(torn).isTrue();
      byte[] onCard = hand.certificate(type).orElseThrow();
      boolean old = Arrays.equals(onCard, before.get(type));
      boolean fresh = issued.stream().anyMatch(one -> Arrays.equals(one, onCard));
      assertThat(old || fresh).as(torn).isTrue();
    }
    assertOneValidOfEachType(torn);
  }

  private void assertFinished(String torn, String receptionNumber) {
    List<CertificateStatus> ofCase = counter.certificatesOfCase(receptionNumber);
    assertThat(ofCase).as("%s: nothing is issued twice", torn).hasSize(2);
    for (CertificateStatus status : ofCase) {
      assertThat(status.state()).as(torn).isEqualTo(CertificateState.VALID);
      byte[] published = counter.certificate(status.serial());
      assertThat(hand.certificate(status.type())).as(torn).contains(published);
      before.put(status.type(), published);
    }
    assertOneValidOfEachType(torn);
  }

  private void assertOneValidOfEachType(String torn) {
    assertThat(counter.validTypesOf(card))
        .as(torn)
        .containsExactlyInAnyOrder(CertificateType.SIGNATURE, CertificateType.USER_AUTHENTICATION);
  }
}
