package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;

/**
 * The PINs that applicants have chosen, in memory alone, until they are on the card (R-PINS): they
 * are wiped after use, when the case lets go of its reader, and ten minutes after they were typed.
 */
@ApplicationScoped
public class PinVault {

  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Map<Slip, Pin> pins = new HashMap<>();
  private final OfficeClock clock;

  private record Slip(String receptionNumber, CertificateType type) {}

  private record Pin(byte[] value, Instant until) {

    void wipe() {
      Arrays.fill(value, (byte) 0);
    }

    @Override
    public String toString() {
      return "a PIN";
    }
  }

  protected PinVault() {
    this(null);
  }

  @Inject
  public PinVault(OfficeClock clock) {
    this.clock = clock;
  }

  /**
   * Keeps a PIN; the caller's array is wiped.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code R-PINS} when its form is not allowed
   */
  public synchronized void put(String receptionNumber, CertificateType type, byte[] pin) {
    byte[] kept = pin.clone();
    Arrays.fill(pin, (byte) 0);
    requireAllowed(type, kept);
    Pin before =
        pins.put(new Slip(receptionNumber, type), new Pin(kept, clock.instant().plus(KEPT)));
    if (before != null) {
      before.wipe();
    }
  }

  /**
   * Checks a PIN's form; one that is not allowed is wiped.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code R-PINS}
   */
  static void requireAllowed(CertificateType type, byte[] pin) {
    if (!PinRules.allow(type, pin)) {
      Arrays.fill(pin, (byte) 0);
      throw Problem.refused("R-PINS", type.name()).asException();
    }
  }

  /** A copy, which the caller wipes after use. */
  public synchronized Optional<byte[]> copy(String receptionNumber, CertificateType type) {
    sweep();
    return Optional.ofNullable(pins.get(new Slip(receptionNumber, type)))
        .map(pin -> pin.value().clone());
  }

  public synchronized boolean has(String receptionNumber, CertificateType type) {
    sweep();
    return pins.containsKey(new Slip(receptionNumber, type));
  }

  /** The PIN is on the card. */
  public synchronized void wipe(String receptionNumber, CertificateType type) {
    Pin used = pins.remove(new Slip(receptionNumber, type));
    if (used != null) {
      used.wipe();
    }
  }

  /** The case is over or lets go of its reader. */
  public void wipe(String receptionNumber) {
    for (CertificateType type : CertificateType.values()) {
      wipe(receptionNumber, type);
    }
  }

  /** Wipes what has been kept for too long. */
  public synchronized void sweep() {
    Instant now = clock.instant();
    Iterator<Pin> kept = pins.values().iterator();
    while (kept.hasNext()) {
      Pin pin = kept.next();
      if (!pin.until().isAfter(now)) {
        pin.wipe();
        kept.remove();
      }
    }
  }

  @Override
  public synchronized String toString() {
    return "%d PINs".formatted(pins.size());
  }
}
