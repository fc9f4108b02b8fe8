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
 * The PINs that holders have typed, in memory alone, until they are on the card (R-PINS): they are
 * wiped after use, when the case lets go of its reader, and ten minutes after they were typed.
 */
@ApplicationScoped
public class PinVault {

  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Map<Slip, Pin> pins = new HashMap<>();
  private final OfficeClock clock;

  private record Slip(String receptionNumber, AskedPin asked) {}

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
  public void put(String receptionNumber, CertificateType type, byte[] pin) {
    put(receptionNumber, AskedPin.of(type), pin);
  }

  /** As {@link #put(String, CertificateType, byte[])}, also for one that the card has now. */
  synchronized void put(String receptionNumber, AskedPin asked, byte[] pin) {
    byte[] kept = pin.clone();
    Arrays.fill(pin, (byte) 0);
    requireAllowed(asked.type(), kept);
    Pin before =
        pins.put(new Slip(receptionNumber, asked), new Pin(kept, clock.instant().plus(KEPT)));
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
  public Optional<byte[]> copy(String receptionNumber, CertificateType type) {
    return copy(receptionNumber, AskedPin.of(type));
  }

  synchronized Optional<byte[]> copy(String receptionNumber, AskedPin asked) {
    sweep();
    return Optional.ofNullable(pins.get(new Slip(receptionNumber, asked)))
        .map(pin -> pin.value().clone());
  }

  public boolean has(String receptionNumber, CertificateType type) {
    return has(receptionNumber, AskedPin.of(type));
  }

  synchronized boolean has(String receptionNumber, AskedPin asked) {
    sweep();
    return pins.containsKey(new Slip(receptionNumber, asked));
  }

  /** The PIN is on the card. */
  public void wipe(String receptionNumber, CertificateType type) {
    wipe(receptionNumber, AskedPin.of(type));
  }

  synchronized void wipe(String receptionNumber, AskedPin asked) {
    Pin used = pins.remove(new Slip(receptionNumber, asked));
    if (used != null) {
      used.wipe();
    }
  }

  /** The case is over or lets go of its reader. */
  public void wipe(String receptionNumber) {
    for (AskedPin asked : AskedPin.values()) {
      wipe(receptionNumber, asked);
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
