package jp.madoguchi.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.PairedDevice.Kind;
import jp.madoguchi.staff.jpa.PairedDeviceTable;

/** A clerk says which browser stands at which terminal. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR", "ADMIN"})
public class DevicePairing {

  /** How long a one-time code waits to be opened on the second screen. */
  public static final Duration CODE_WAITS = Duration.ofMinutes(10);

  /** How long a browser stays paired. */
  public static final Duration STAYS = Duration.ofDays(30);

  private PairedDeviceTable table;
  private Actors actors;
  private OfficeClock clock;
  private AuditTrail trail;

  protected DevicePairing() {}

  @Inject
  public DevicePairing(
      PairedDeviceTable table, Actors actors, OfficeClock clock, AuditTrail trail) {
    this.table = table;
    this.actors = actors;
    this.clock = clock;
    this.trail = trail;
  }

  /** Pairs the clerk's own browser; the secret is for its cookie. */
  public String pairWorkstation(String terminal) {
    String secret = DeviceSecret.fresh();
    table.add(
        DeviceSecret.hash(secret),
        new PairedDevice(Kind.WORKSTATION, checked(terminal)),
        actors.current().login(),
        clock.instant().plus(STAYS));
    trail.record(Act.done("terminal.workstation-paired", "TERMINAL", terminal));
    return secret;
  }

  /** A code that pairs the second screen of a terminal, once: {@code /customer/pair?code=…}. */
  public String codeForSecondScreen(String terminal) {
    String code = DeviceSecret.fresh();
    Instant until = clock.instant().plus(CODE_WAITS);
    table.addCode(
        DeviceSecret.hash(code),
        new PairedDevice(Kind.SECOND_SCREEN, checked(terminal)),
        actors.current().login(),
        until);
    trail.record(Act.done("terminal.screen-code-given", "TERMINAL", terminal));
    return code;
  }

  /** Ends every second screen of a terminal. */
  public void endSecondScreens(String terminal) {
    table.remove(new PairedDevice(Kind.SECOND_SCREEN, terminal));
    trail.record(Act.done("terminal.screens-ended", "TERMINAL", terminal));
  }

  private static String checked(String terminal) {
    if (!terminal.matches("[A-Za-z0-9._-]{1,64}")) {
      throw Problem.refused("not-found").asException();
    }
    return terminal;
  }
}
