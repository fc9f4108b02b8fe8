package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.cardwriting.AgentAtCounter.Moment;
import jp.madoguchi.cardwriting.CustomerView.Face;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.BusinessException;
import org.junit.jupiter.api.Test;

/** What the applicant sees, and how the PINs come in. */
class CustomerScreenTest {

  private static final String CASE = "R8-SCREEN-";

  private final Counter counter = new Counter();
  private final AgentAtCounter agent = counter.agentAt("T1");
  private final VirtualCard card = counter.aCard();
  private final String receptionNumber = CASE + card.serial();

  @Test
  void withoutACaseTheScreenIsIdle() {
    assertThat(see().state()).isEqualTo(Face.IDLE);
  }

  @Test
  void beforeThePinsTheApplicantSeesWhatIsAppliedFor() {
    lease();

    assertThat(see()).isEqualTo(CustomerView.of(Face.CONFIRM, Counter.BOTH));
  }

  @Test
  void thePinsAreAskedForWhenTheCaseWaitsForThem() {
    lease();
    counter.applicant.waits = true;
    assertThat(see()).isEqualTo(CustomerView.of(Face.PINS, Counter.BOTH));

    enter("ABC123", "4711");

    assertThat(counter.applicant.told).containsExactly(receptionNumber);
    assertThat(counter.pins.has(receptionNumber, CertificateType.SIGNATURE)).isTrue();
  }

  @Test
  void aPinOfAnotherFormIsRefusedAndNothingIsKept() {
    lease();
    counter.applicant.waits = true;

    assertThatThrownBy(() -> enter("ABCDEF", "4711"))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("R-PINS");

    assertThat(counter.pins.has(receptionNumber, CertificateType.USER_AUTHENTICATION)).isFalse();
    assertThat(counter.applicant.told).isEmpty();
  }

  @Test
  void pinsThatNobodyAskedForAreRefused() {
    lease();

    assertThatThrownBy(() -> enter("ABC123", "4711"))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("pins-not-due");
  }

  @Test
  void afterARestartThePinsAreAskedForAgain() {
    counter.begin(receptionNumber, card, Counter.BOTH, "T1");
    counter.enterPins(receptionNumber, Counter.BOTH);
    agent.insert(card).tear(Moment.AFTER, 8).work();
    assertThat(see().state()).isEqualTo(Face.CARD_TORN);
    counter.restart();
    assertThat(see().state()).isEqualTo(Face.PINS);

    enter("ABC123", "4711");
    agent.insert(card).work();

    assertThat(see()).isEqualTo(CustomerView.of(Face.DONE, Counter.BOTH));
    counter.wait(Duration.ofMinutes(2));
    assertThat(see().state()).isEqualTo(Face.IDLE);
  }

  private CustomerView see() {
    return counter.inTransaction(() -> counter.screen.see(counter.terminal("T1")));
  }

  private void lease() {
    counter.inTransaction(() -> counter.leases.take(counter.terminal("T1"), receptionNumber));
  }

  private void enter(String signature, String authentication) {
    String terminal = counter.terminal("T1");
    counter.inTransaction(
        () -> {
          PinKeyOffer offer = counter.screen.pinKey(terminal);
          counter.screen.enterPins(
              terminal, OfferedKey.sealing(offer).seal(signature, authentication));
          return null;
        });
  }
}
