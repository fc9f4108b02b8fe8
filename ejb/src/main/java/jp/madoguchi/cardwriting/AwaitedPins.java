package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;

/** The way of the PINs from the page that sealed them into the vault (R-PINS). */
@ApplicationScoped
public class AwaitedPins {

  private static final Logger LOG = System.getLogger(AwaitedPins.class.getName());

  private final PinKeys keys;
  private final PinVault vault;
  private final AuditTrail trail;

  protected AwaitedPins() {
    this(null, null, null);
  }

  @Inject
  public AwaitedPins(PinKeys keys, PinVault vault, AuditTrail trail) {
    this.keys = keys;
    this.vault = vault;
    this.trail = trail;
  }

  /** The key to which the PINs of the case are sealed at this terminal now. */
  PinKeyOffer key(String receptionNumber, String terminal) {
    return keys.current(receptionNumber, terminal).offer();
  }

  /**
   * Opens the envelope and keeps the PINs, if they are exactly those that are due.
   *
   * @throws BusinessException {@code pins-malformed}, {@code pins-key-gone} for an envelope to an
   *     old key or another case's, or one that came before, {@code pins-for-other}, {@code
   *     pins-altered}, {@code pins-not-due}, {@code R-PINS}
   */
  void take(String receptionNumber, String terminal, Set<AskedPin> due, String jwe) {
    PinEnvelope envelope = PinEnvelope.read(jwe);
    PinKey key =
        keys.use(receptionNumber, envelope.keyId())
            .filter(found -> found.terminal().equals(terminal))
            .orElseThrow(() -> Problem.conflict("pins-key-gone").asException());
    Map<AskedPin, byte[]> entered = open(envelope, key);
    try {
      if (!due.equals(entered.keySet())) {
        throw Problem.conflict("pins-not-due").asException();
      }
      entered.forEach((asked, pin) -> PinVault.requireAllowed(asked.type(), pin));
      entered.forEach((asked, pin) -> vault.put(receptionNumber, asked, pin));
    } finally {
      entered.values().forEach(pin -> Arrays.fill(pin, (byte) 0));
    }
    trail.record(Act.done("pins.entered", "APPLICATION", receptionNumber).with("types", due));
  }

  /** One that does not open was altered on its way, or made by no page of ours. */
  private static Map<AskedPin, byte[]> open(PinEnvelope envelope, PinKey key) {
    try {
      return envelope.open(key);
    } catch (BusinessException e) {
      LOG.log(
          Level.WARNING,
          "An envelope with PINs for {0} at {1} was refused: {2}",
          key.receptionNumber(),
          key.terminal(),
          e.problem().code());
      throw e;
    }
  }

  /** The case is over or lets go of its reader: its PINs and their key are gone. */
  void forget(String receptionNumber) {
    vault.wipe(receptionNumber);
    keys.forget(receptionNumber);
  }

  void sweep() {
    vault.sweep();
    keys.sweep();
  }
}
