package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.agent.card.CardKind;
import jp.madoguchi.agent.card.Personalisation;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;

/**
 * A card with both certificates that is renewed again and again, and what must hold for it in the
 * middle of an interruption and at the end.
 */
final class InterruptedRenewal {

  final Counter counter = new Counter();
  final AgentAtCounter agent = counter.agentAt("T1");
  final PoweredMemory memory = new PoweredMemory();
  private final Personalisation personalisation = counter.personalised(CardKind.MY_NUMBER);
  private final Map<CertificateType, CertificateStatus> before =
      new EnumMap<>(CertificateType.class);
  VirtualCard card = Counter.powered(personalisation, memory);
  String receptionNumber;

  /** The card has certificates in use before anything is interrupted. */
  static InterruptedRenewal ofACardInUse() {
    InterruptedRenewal renewal = new InterruptedRenewal();
    renewal.begin();
    renewal.agent.insert(renewal.card).work();
    renewal.agent.remove();
    renewal.assertFinished("the first case");
    return renewal;
  }

  /** A new case for the card, with its PINs. */
  InterruptedRenewal begin() {
    receptionNumber = counter.aCaseFor(card);
    return this;
  }

  /** After the power was away the card knows what its memory kept, and no more. */
  VirtualCard powerUp() {
    card = Counter.powered(personalisation, memory);
    return card;
  }

  /**
   * The card lies on this terminal's reader; the applicant types the PINs that its screen asks for.
   */
  void goOn(String terminal) {
    AgentAtCounter at = counter.agentAt(terminal);
    at.work();
    List<CertificateType> asked = counter.pinsAskedAt(terminal);
    while (!asked.isEmpty()) {
      counter.enterPins(receptionNumber, asked);
      at.work();
      asked = counter.pinsAskedAt(terminal);
    }
    at.remove();
  }

  /** The old certificate is valid and works until the new one is known to do so. */
  void assertOldOrNewWorks(String when) {
    CardInHand hand = hand();
    for (CertificateWriting writing : counter.writings(receptionNumber)) {
      CertificateType type = writing.type();
      String what = "%s: %s, which is %s".formatted(when, type, writing.state());
      assertThat(hand.works(type)).as(what).isTrue();
      byte[] onCard = hand.certificate(type).orElseThrow();
      if (writing.state() == WritingState.ACTIVE) {
        assertThat(onCard).as(what).isEqualTo(der(writing));
        assertThat(stateOf(before.get(type))).as(what).isEqualTo(CertificateState.REVOKED);
      } else {
        boolean old = Arrays.equals(onCard, counter.certificate(before.get(type).serial()));
        boolean mayBeNew = writing.state() == WritingState.ACTIVATION_SENT;
        assertThat(old || (mayBeNew && Arrays.equals(onCard, der(writing)))).as(what).isTrue();
        assertThat(stateOf(before.get(type))).as(what).isEqualTo(CertificateState.VALID);
      }
    }
    assertOneValidOfEachType(when);
  }

  void assertFinished(String when) {
    assertThat(counter.state(receptionNumber).isDone()).as(when).isTrue();
    for (CertificateType type : Counter.BOTH) {
      assertThat(counter.pins.has(receptionNumber, type)).as("%s: PIN kept", when).isFalse();
    }
    List<CertificateStatus> ofCase = counter.certificatesOfCase(receptionNumber);
    assertThat(ofCase).as("%s: nothing is issued twice", when).hasSize(2);
    CardInHand hand = hand();
    for (CertificateStatus status : ofCase) {
      assertThat(status.state()).as(when).isEqualTo(CertificateState.VALID);
      assertThat(hand.certificate(status.type()))
          .as(when)
          .contains(counter.certificate(status.serial()));
      assertThat(hand.works(status.type())).as(when).isTrue();
      before.put(status.type(), status);
    }
    assertOneValidOfEachType(when);
  }

  /** The same card as its holder would use it now; the one on the reader does not notice. */
  private CardInHand hand() {
    return new CardInHand(Counter.powered(personalisation, memory.copy()));
  }

  private void assertOneValidOfEachType(String when) {
    assertThat(counter.validTypesOf(card))
        .as(when)
        .containsExactlyInAnyOrder(CertificateType.SIGNATURE, CertificateType.USER_AUTHENTICATION);
  }

  private byte[] der(CertificateWriting writing) {
    return counter.certificate(writing.serial().orElseThrow());
  }

  private CertificateState stateOf(CertificateStatus certificate) {
    return counter.certificatesOfHolder(card).stream()
        .filter(one -> one.serial().equals(certificate.serial()))
        .findFirst()
        .orElseThrow()
        .state();
  }
}
