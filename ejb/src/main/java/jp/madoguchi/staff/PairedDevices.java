package jp.madoguchi.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.staff.jpa.PairedDeviceTable;

/** Recognises the browsers that stand at a counter; open to all, because the secret is the key. */
@Stateless
@PermitAll
public class PairedDevices {

  /** A second screen that has just been paired, and the secret for its cookie. */
  public record Paired(String terminal, String secret) {}

  private PairedDeviceTable table;
  private OfficeClock clock;
  private AuditTrail trail;

  protected PairedDevices() {}

  @Inject
  public PairedDevices(PairedDeviceTable table, OfficeClock clock, AuditTrail trail) {
    this.table = table;
    this.clock = clock;
    this.trail = trail;
  }

  /** The device with this secret in its cookie. */
  public Optional<PairedDevice> recognise(String secret) {
    return table.find(DeviceSecret.hash(secret), clock.instant());
  }

  /** Opens a one-time code; a second time it opens nothing. */
  public Optional<Paired> redeem(String code) {
    String secret = DeviceSecret.fresh();
    return table
        .redeem(
            DeviceSecret.hash(code),
            DeviceSecret.hash(secret),
            clock.instant(),
            clock.instant().plus(DevicePairing.STAYS))
        .map(
            device -> {
              trail.record(Act.done("terminal.screen-paired", "TERMINAL", device.terminal()));
              return new Paired(device.terminal(), secret);
            });
  }
}
