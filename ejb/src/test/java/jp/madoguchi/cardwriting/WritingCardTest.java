package jp.madoguchi.cardwriting;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.madoguchi.agent.card.CardKind;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.cardwriting.AgentAtCounter.Moment;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.BusinessException;
import org.junit.jupiter.api.Test;

/** The whole dialogue with the card in software, over real tables and authorities. */
class WritingCardTest {

  private final Counter counter = new Counter();
  private final AgentAtCounter agent = counter.agentAt("T1");
  private final VirtualCard card = counter.aCard();
  private final CardInHand hand = new CardInHand(card);

  @Test
  void aFreshCaseWithTwoCertificatesTakesFourRounds() {
    String receptionNumber = counter.aCaseFor(card);

    agent.insert(card).work();

    assertThat(counter.state(receptionNumber).isDone()).isTrue();
    assertThat(agent.batches()).as("identification and four rounds").hasSize(5);
    assertThat(counter.process.told)
        .containsExactly("key staged", "active", "key staged", "active");
    assertWorksAndIsValid(receptionNumber);
  }

  @Test
  void oneCertificateTakesThreeRounds() {
    String receptionNumber = counter.aCaseFor(card, List.of(CertificateType.SIGNATURE));

    agent.insert(card).work();

    assertThat(counter.state(receptionNumber).isDone()).isTrue();
    assertThat(agent.batches()).as("identification and three rounds").hasSize(4);
  }

  /** Setting {@code reader.batch-size}. */
  @Test
  void aRoundCanGoInBatchesOfOneCommand() {
    Counter one = new Counter(1);
    VirtualCard other = one.aCard();
    AgentAtCounter slow = one.agentAt("T1");
    String receptionNumber = one.aCaseFor(other);

    slow.insert(other).work();

    assertThat(one.state(receptionNumber).isDone()).isTrue();
    assertThat(slow.batches()).hasSizeGreaterThan(50).containsOnly(1);
    assertThat(Counter.BOTH).allMatch(new CardInHand(other)::works);
  }

  @Test
  void theReaderAndThePinsAreFreeAfterwards() {
    String receptionNumber = counter.aCaseFor(card);

    agent.insert(card).work();

    assertThat(counter.inTransaction(() -> counter.leases.ofCase(receptionNumber))).isEmpty();
    for (CertificateType type : Counter.BOTH) {
      assertThat(counter.pins.has(receptionNumber, type)).isFalse();
    }
  }

  @Test
  void aRenewalReplacesBothAndRevokesTheOldOnes() {
    write(counter.aCaseFor(card));
    String renewal = counter.aCaseFor(card);

    write(renewal);

    assertWorksAndIsValid(renewal);
    assertThat(counter.certificatesOfHolder(card))
        .extracting(CertificateStatus::state)
        .containsExactlyInAnyOrder(
            CertificateState.REVOKED,
            CertificateState.REVOKED,
            CertificateState.VALID,
            CertificateState.VALID);
  }

  @Test
  void oneCertificateAloneIsWrittenToo() {
    String receptionNumber = counter.aCaseFor(card, List.of(CertificateType.USER_AUTHENTICATION));

    write(receptionNumber);

    assertThat(hand.works(CertificateType.USER_AUTHENTICATION)).isTrue();
    assertThat(hand.certificate(CertificateType.SIGNATURE)).isEmpty();
  }

  @Test
  void lockedPinsAreSetAnewAndStopNothing() {
    write(counter.aCaseFor(card));
    hand.lock(CertificateType.SIGNATURE);
    hand.lock(CertificateType.USER_AUTHENTICATION);
    String renewal = counter.aCaseFor(card);

    write(renewal);

    assertThat(counter.state(renewal).fault()).isEmpty();
    assertWorksAndIsValid(renewal);
  }

  @Test
  void withoutPinsNothingBegins() {
    counter.begin("R8-NOPIN", card, Counter.BOTH, "T1");

    agent.insert(card).work();

    assertThat(counter.state("R8-NOPIN").fault()).contains(WritingFault.PIN_NEEDED);
    assertThat(counter.writings("R8-NOPIN"))
        .allMatch(writing -> writing.state() == WritingState.PLANNED);

    counter.enterPins("R8-NOPIN", Counter.BOTH);
    agent.work();

    assertWorksAndIsValid("R8-NOPIN");
  }

  @Test
  void whileTheAuthorityIsAwayTheKeyWaits() {
    counter.authority.away = true;
    String receptionNumber = counter.aCaseFor(card);

    agent.insert(card).work();

    assertThat(counter.state(receptionNumber).fault()).contains(WritingFault.AUTHORITY_AWAY);
    assertThat(counter.writings(receptionNumber).get(0).state()).isEqualTo(WritingState.KEY_KNOWN);
    counter.authority.away = false;
    counter.wait(Duration.ofMinutes(1));
    agent.work();

    assertWorksAndIsValid(receptionNumber);
    assertThat(counter.certificatesOfCase(receptionNumber)).hasSize(2);
  }

  @Test
  void whileTheAuthorityWorksTheCaseWaitsWithItsKeyAndGoesOnWithoutAnybody() {
    counter.authority.working = true;
    String receptionNumber = counter.aCaseFor(card);

    agent.insert(card).work();

    assertThat(counter.state(receptionNumber).fault()).contains(WritingFault.AUTHORITY_WAITING);
    counter.authority.working = false;
    counter.wait(Duration.ofMinutes(1));
    agent.work();

    assertWorksAndIsValid(receptionNumber);
    assertThat(counter.authority.asked.get(1)).isEqualTo(counter.authority.asked.get(0));
    assertThat(counter.certificatesOfCase(receptionNumber)).hasSize(2);
  }

  @Test
  void anotherCardIsLeftAlone() {
    String receptionNumber = counter.aCaseFor(card);

    agent.insert(counter.aCard()).work();

    assertThat(counter.state(receptionNumber).fault()).contains(WritingFault.WRONG_CARD);
    assertThat(counter.certificatesOfCase(receptionNumber)).isEmpty();
  }

  @Test
  void aCardWithoutTheApplicationIsRefused() {
    VirtualCard juki = counter.aCard(CardKind.JUKI);
    String receptionNumber = counter.aCaseFor(juki);

    agent.insert(juki).work();

    assertThat(counter.state(receptionNumber).fault()).contains(WritingFault.OTHER_KIND);
  }

  @Test
  void aTornCardGoesOnAtAnotherTerminal() {
    String receptionNumber = counter.aCaseFor(card);
    agent.insert(card).tear(Moment.AFTER, 20).work();
    assertThat(counter.state(receptionNumber).fault()).contains(WritingFault.CARD_TORN);

    counter.agentAt("T2").insert(card).work();

    assertWorksAndIsValid(receptionNumber);
  }

  @Test
  void thePinsAreAskedForWhereTheCardIsLaidDownAgain() {
    String receptionNumber = counter.aCaseFor(card);
    agent.insert(card).tear(Moment.AFTER, 20).work();
    counter.restart();
    assertThat(counter.pinsAskedAt("T1")).isNotEmpty();

    counter.agentAt("T2").insert(card).work();

    assertThat(counter.pinsAskedAt("T1")).isEmpty();
    assertThat(counter.pinsAskedAt("T2")).isNotEmpty();
    counter.enterPins(receptionNumber, Counter.BOTH);
    counter.agentAt("T2").work();
    assertWorksAndIsValid(receptionNumber);
  }

  @Test
  void aReaderThatRanOutIsTheCasesAgainWithTheNextInsertionAndNotBefore() {
    String receptionNumber = counter.aCaseFor(card);
    agent.insert(card).tear(Moment.AFTER, 20).work();
    agent.insert(card);
    counter.restart();
    agent.work();
    counter.wait(Duration.ofMinutes(30));
    agent.insert(card).work();
    assertThat(counter.pinsAskedAt("T1")).isNotEmpty();

    counter.wait(Duration.ofMinutes(30));
    agent.work();
    assertThat(counter.pinsAskedAt("T1")).isEmpty();

    agent.insert(card).work();
    counter.enterPins(receptionNumber, counter.pinsAskedAt("T1"));
    agent.work();
    counter.enterPins(receptionNumber, counter.pinsAskedAt("T1"));
    agent.work();
    assertWorksAndIsValid(receptionNumber);
  }

  @Test
  void aCardTornAwayIsWrittenOnAtATerminalThatIsFree() {
    String receptionNumber = counter.aCaseFor(card);
    agent.insert(card).tear(Moment.AFTER, 20).work();
    counter.begin("R8-OTHER", counter.aCard(), Counter.BOTH, "T2");

    counter.agentAt("T2").insert(card).work();

    assertThat(counter.state(receptionNumber).isDone()).isFalse();
  }

  @Test
  void aLostKeyIsMadeAgainAndItsCertificateRevoked() {
    String receptionNumber = counter.aCaseFor(card);
    agent.insert(card).tear(Moment.BEFORE, commandsUntilActivation()).work();
    hand.loseStagedKey(counter);

    write(receptionNumber);

    assertWorksAndIsValid(receptionNumber);
    assertThat(counter.certificatesOfCase(receptionNumber))
        .extracting(CertificateStatus::state)
        .containsExactlyInAnyOrder(
            CertificateState.REVOKED, CertificateState.VALID, CertificateState.VALID);
    assertThat(counter.acts.names()).contains("writing.key-lost");
  }

  @Test
  void givingUpRevokesWhatWasIssuedAndKeepsTheOldOnCard() {
    write(counter.aCaseFor(card));
    byte[] old = hand.certificate(CertificateType.USER_AUTHENTICATION).orElseThrow();
    counter.authority.away = true;
    String renewal = counter.aCaseFor(card);
    agent.insert(card).work();

    boolean nothingIssued = counter.inTransaction(() -> counter.writing.cancel(renewal));

    assertThat(nothingIssued).isTrue();
    assertThat(hand.certificate(CertificateType.USER_AUTHENTICATION)).contains(old);
    assertThat(counter.certificatesOfCase(renewal))
        .allMatch(certificate -> certificate.state() == CertificateState.REVOKED);
  }

  @Test
  void anActivationOnItsWayIsNotGivenUp() {
    String receptionNumber = counter.aCaseFor(card);
    agent.insert(card).tear(Moment.AFTER, 15).work();

    assertThat(counter.writings(receptionNumber).get(0).state())
        .isEqualTo(WritingState.ACTIVATION_SENT);
    assertThatThrownBy(() -> counter.inTransaction(() -> counter.writing.cancel(receptionNumber)))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("activation-unknown");
  }

  @Test
  void aCardIsWrittenForOneCaseAtATime() {
    counter.aCaseFor(card);

    assertThatThrownBy(() -> counter.begin("R8-SECOND", card, Counter.BOTH, "T2"))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("card-being-written");
  }

  /** Identification, opening, key and proof, and all that is sent before the first activation. */
  private static int commandsUntilActivation() {
    return 3 + 2 + 4 + 8;
  }

  private void write(String receptionNumber) {
    agent.insert(card).work();
    assertThat(counter.state(receptionNumber).isDone()).isTrue();
    agent.remove();
  }

  private void assertWorksAndIsValid(String receptionNumber) {
    for (CertificateType type : Counter.BOTH) {
      assertThat(hand.works(type)).as("%s works", type).isTrue();
      CertificateStatus status =
          counter.certificatesOfCase(receptionNumber).stream()
              .filter(one -> one.type() == type && one.state() == CertificateState.VALID)
              .findFirst()
              .orElseThrow();
      assertThat(hand.certificate(type)).contains(counter.certificate(status.serial()));
    }
    assertThat(validPerType()).allSatisfy((type, valid) -> assertThat(valid).isOne());
  }

  private Map<CertificateType, Long> validPerType() {
    return counter.certificatesOfHolder(card).stream()
        .filter(certificate -> certificate.state() == CertificateState.VALID)
        .collect(groupingBy(CertificateStatus::type, counting()));
  }
}
