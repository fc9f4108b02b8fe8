package jp.madoguchi.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.madoguchi.staff.PairedDevice.Kind;
import jp.madoguchi.staff.PairedDevices.Paired;
import jp.madoguchi.staff.jpa.PairedDeviceTable;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class DevicePairingTest {

  private static final TestDatabase DATABASE = TestDatabase.shared();

  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final RecordedActs acts = new RecordedActs();
  private final String terminal = "T-" + UUID.randomUUID();

  @Test
  void aCodeOpensTheSecondScreenOnce() {
    String code = pairing(office -> office.codeForSecondScreen(terminal));

    Paired paired = redeem(code).orElseThrow();

    assertThat(recognise(paired.secret())).contains(new PairedDevice(Kind.SECOND_SCREEN, terminal));
    assertThat(redeem(code)).isEmpty();
  }

  @Test
  void aCodeItselfIsNoPairing() {
    String code = pairing(office -> office.codeForSecondScreen(terminal));
    assertThat(recognise(code)).isEmpty();
  }

  @Test
  void aCodeWaitsTenMinutes() {
    String code = pairing(office -> office.codeForSecondScreen(terminal));
    clock.moveTo("2026-11-24T10:10");
    assertThat(redeem(code)).isEmpty();
  }

  @Test
  void aWorkstationIsPairedByItsClerk() {
    String secret = pairing(office -> office.pairWorkstation(terminal));
    assertThat(recognise(secret)).contains(new PairedDevice(Kind.WORKSTATION, terminal));
    clock.moveTo("2026-12-24T10:00");
    assertThat(recognise(secret)).isEmpty();
  }

  @Test
  void aClerkCanEndTheSecondScreens() {
    String code = pairing(office -> office.codeForSecondScreen(terminal));
    Paired paired = redeem(code).orElseThrow();
    pairing(
        office -> {
          office.endSecondScreens(terminal);
          return null;
        });
    assertThat(recognise(paired.secret())).isEmpty();
  }

  @Test
  void aTerminalHasAPlainName() {
    assertThatThrownBy(() -> pairing(office -> office.pairWorkstation("a/../b")))
        .hasMessageContaining("not-found");
  }

  private <T> T pairing(Function<DevicePairing, T> work) {
    return DATABASE.inTransaction(
        entities ->
            work.apply(
                new DevicePairing(
                    new PairedDeviceTable(entities),
                    ActingAs.somebody("clerk1", "CLERK"),
                    clock,
                    acts)));
  }

  private Optional<Paired> redeem(String code) {
    return DATABASE.inTransaction(
        entities -> new PairedDevices(new PairedDeviceTable(entities), clock, acts).redeem(code));
  }

  private Optional<PairedDevice> recognise(String secret) {
    return DATABASE.inTransaction(
        entities ->
            new PairedDevices(new PairedDeviceTable(entities), clock, acts).recognise(secret));
  }
}
