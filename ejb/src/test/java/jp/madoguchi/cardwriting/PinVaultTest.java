package jp.madoguchi.cardwriting;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static jp.madoguchi.issuance.CertificateType.SIGNATURE;
import static jp.madoguchi.issuance.CertificateType.USER_AUTHENTICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.audit.Act;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.terminal.CommandApdu;
import jp.madoguchi.testing.MovableClock;
import org.junit.jupiter.api.Test;

/** R-PINS: in memory alone, for a short while, and nowhere to be seen. */
class PinVaultTest {

  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final PinVault vault = new PinVault(clock);

  @Test
  void aPinIsGoneTenMinutesAfterItWasTyped() {
    vault.put("R8-1", SIGNATURE, bytes("SECRET1"));
    clock.moveTo("2026-11-24T10:09:59");
    assertThat(vault.has("R8-1", SIGNATURE)).isTrue();

    clock.moveTo("2026-11-24T10:10");

    assertThat(vault.has("R8-1", SIGNATURE)).isFalse();
    assertThat(vault.copy("R8-1", SIGNATURE)).isEmpty();
  }

  @Test
  void theCallersOwnArrayIsWiped() {
    byte[] typed = bytes("SECRET1");

    vault.put("R8-1", SIGNATURE, typed);

    assertThat(typed).containsOnly(0);
    assertThat(vault.copy("R8-1", SIGNATURE)).contains(bytes("SECRET1"));
  }

  @Test
  void whatIsWipedForOneCaseStaysForAnother() {
    vault.put("R8-1", USER_AUTHENTICATION, bytes("4711"));
    vault.put("R8-2", USER_AUTHENTICATION, bytes("4712"));

    vault.wipe("R8-1");

    assertThat(vault.has("R8-1", USER_AUTHENTICATION)).isFalse();
    assertThat(vault.has("R8-2", USER_AUTHENTICATION)).isTrue();
  }

  @Test
  void aPinOfAnotherFormIsNotKeptAndNotRepeated() {
    byte[] typed = bytes("secret1");

    assertThatThrownBy(() -> vault.put("R8-1", SIGNATURE, typed))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("R-PINS")
        .hasMessageNotContaining("secret1");
    assertThat(typed).containsOnly(0);
  }

  @Test
  void noTextFormShowsAPin() {
    vault.put("R8-1", SIGNATURE, bytes("SECRET1"));

    assertThat(vault.toString()).doesNotContain("SECRET1");
    assertThat(CommandApdu.verify(bytes("SECRET1")).toString()).doesNotContain("SECRET1");
    assertThat(IssuingCommands.setPin(bytes("SECRET1")).toString())
        .doesNotContain("SECRET1", "53454352455431");
  }

  @Test
  void aWholeCaseWithFaultsLeavesNoPinInLogsOrActs() {
    List<String> logged = new ArrayList<>();
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    Handler listener = listener(logged);
    root.addHandler(listener);
    Logger.getLogger("jp.madoguchi").setLevel(Level.ALL);
    try {
      Counter counter = new Counter();
      VirtualCard card = counter.aCard();
      counter.aCaseFor(card);
      AgentAtCounter agent = counter.agentAt("T1");
      agent.forge(answer -> "00" + answer);
      agent.insert(card).work();
      agent.forge(answer -> answer);
      agent.insert(card).work();

      assertThat(counter.acts.all().stream().map(Act::toString)).noneMatch(PinVaultTest::showsAPin);
      assertThat(logged).isNotEmpty().noneMatch(PinVaultTest::showsAPin);
    } finally {
      root.removeHandler(listener);
      root.setLevel(before);
      Logger.getLogger("jp.madoguchi").setLevel(null);
    }
  }

  private static boolean showsAPin(String text) {
    return text.contains(Counter.SIGNATURE_PIN)
        || text.contains("414243313233")
        || text.contains("34373131");
  }

  private static Handler listener(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord logRecord) {
        logged.add(
            logRecord.getMessage()
                + List.of(
                    logRecord.getParameters() == null ? new Object[0] : logRecord.getParameters())
                + logRecord.getThrown());
      }

      @Override
      public void flush() {
        // nothing is buffered
      }

      @Override
      public void close() {
        // nothing to close
      }
    };
  }

  private static byte[] bytes(String pin) {
    return pin.getBytes(US_ASCII);
  }
}
