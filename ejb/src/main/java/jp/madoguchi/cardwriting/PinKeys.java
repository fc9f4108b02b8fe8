package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;

/**
 * The keys to which PINs are sealed (R-PINS), one for each case that awaits them, in memory alone.
 * A key opens one envelope at most, whether or not that is a good one; it is gone as well when the
 * case lets go of its reader, ten minutes after it was made, and with the server. Whoever is late
 * asks for the next key.
 */
@ApplicationScoped
public class PinKeys {

  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Map<String, PinKey> keys = new HashMap<>();
  private final OfficeClock clock;

  protected PinKeys() {
    this(null);
  }

  @Inject
  public PinKeys(OfficeClock clock) {
    this.clock = clock;
  }

  /** The case's key for this terminal; at another terminal it gets another one. */
  synchronized PinKey current(String receptionNumber, String terminal) {
    sweep();
    return keys.compute(
        receptionNumber,
        (number, known) ->
            known != null && known.terminal().equals(terminal)
                ? known
                : PinKey.make(number, terminal, clock.instant().plus(KEPT)));
  }

  /** Gives the case's key away if it is the one that is named; it is used up by that. */
  synchronized Optional<PinKey> use(String receptionNumber, String keyId) {
    sweep();
    PinKey known = keys.get(receptionNumber);
    if (known == null || !known.id().equals(keyId)) {
      return Optional.empty();
    }
    keys.remove(receptionNumber);
    return Optional.of(known);
  }

  synchronized void forget(String receptionNumber) {
    keys.remove(receptionNumber);
  }

  /** Forgets what has been kept for too long. */
  synchronized void sweep() {
    keys.values().removeIf(key -> !key.until().isAfter(clock.instant()));
  }

  @Override
  public synchronized String toString() {
    return "%d keys".formatted(keys.size());
  }
}
