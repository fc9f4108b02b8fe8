package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import jp.madoguchi.calendar.MachineTime;
import jp.madoguchi.terminal.jpa.PairingCodeRepository;

/**
 * The one-time codes by which agents enrol: one a terminal, kept as a hash, open for a quarter of
 * an hour, used once, and void after a few wrong tries, so that nobody finds one by trying.
 */
@ApplicationScoped
public class PairingCodes {

  public static final Duration WAITS = Duration.ofMinutes(15);
  static final int TRIES = 5;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final PairingCodeRepository codes;
  private final MachineTime time;

  protected PairingCodes() {
    this(null, null);
  }

  @Inject
  public PairingCodes(PairingCodeRepository codes, MachineTime time) {
    this.codes = codes;
    this.time = time;
  }

  /** A new code in place of any other of this terminal; nothing can show it again. */
  public PairingCode fresh(String terminal) {
    PairingCode code = PairingCode.random(RANDOM);
    codes.put(terminal, code.hash(), time.instant().plus(WAITS));
    return code;
  }

  /** Whether this is the terminal's code; it is used up by that. A wrong one is counted. */
  public boolean redeem(String terminal, String typed) {
    return PairingCode.read(typed)
        .map(code -> codes.redeem(terminal, code.hash(), time.instant(), TRIES))
        .orElse(false);
  }

  /** Whether a code waits for the terminal's agent. */
  public boolean waits(String terminal) {
    return codes.waits(terminal, time.instant());
  }

  public void end(String terminal) {
    codes.remove(terminal);
  }
}
