package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.madoguchi.calendar.OfficeClock;

/**
 * What went wrong last, per case, and when it is tried again. Kept in memory: after a restart the
 * first try tells anew.
 *
 * <p>Faults of the card are tried again three times in one insertion and then wait for the card to
 * be put on the reader again; those of authority and server are tried for as long as it takes, each
 * time after a longer pause, up to a minute.
 */
@ApplicationScoped
public class WritingFaults {

  private static final int TRIES_PER_INSERTION = 3;
  private static final long LONGEST_PAUSE = 60;

  private final Map<String, Standing> faults = new ConcurrentHashMap<>();
  private final Set<String> switchesNotSent = ConcurrentHashMap.newKeySet();
  private final OfficeClock clock;

  private record Standing(WritingFault fault, String insertion, int times, Instant retryAt) {}

  protected WritingFaults() {
    this(null);
  }

  @Inject
  public WritingFaults(OfficeClock clock) {
    this.clock = clock;
  }

  /**
   * Notes a fault.
   *
   * @return after which pause it may be tried again; empty when the card has to be inserted again
   */
  public Optional<Duration> note(String receptionNumber, String insertion, WritingFault fault) {
    Standing before = faults.get(receptionNumber);
    boolean again = before != null && before.insertion().equals(insertion);
    int times = again ? before.times() + 1 : 1;
    Duration pause = Duration.ofSeconds(Math.min(LONGEST_PAUSE, 1L << Math.min(times, 6)));
    boolean triedAgain = triedAgain(fault, times);
    Instant retryAt = triedAgain ? clock.instant().plus(pause) : Instant.MAX;
    faults.put(receptionNumber, new Standing(fault, insertion, times, retryAt));
    return triedAgain ? Optional.of(pause) : Optional.empty();
  }

  /** Whether the writing may be tried with the card of this insertion now. */
  public boolean mayTry(String receptionNumber, String insertion) {
    Standing standing = faults.get(receptionNumber);
    return standing == null
        || !standing.insertion().equals(insertion)
        || !standing.retryAt().isAfter(clock.instant());
  }

  public Optional<WritingFault> last(String receptionNumber) {
    return Optional.ofNullable(faults.get(receptionNumber)).map(Standing::fault);
  }

  /** The card was taken away before it got the switch to the new certificate. */
  void noteSwitchNotSent(String receptionNumber) {
    switchesNotSent.add(receptionNumber);
  }

  /** The switch is on its way, perhaps once more. */
  void switchIsSent(String receptionNumber) {
    switchesNotSent.remove(receptionNumber);
  }

  /**
   * Whether the card surely still uses what it used before. Good for telling people alone: the
   * terminal says so, and what counts is what the card's journal says.
   */
  boolean switchNotSent(String receptionNumber) {
    return switchesNotSent.contains(receptionNumber);
  }

  /** Something succeeded. */
  public void clear(String receptionNumber) {
    faults.remove(receptionNumber);
  }

  private static boolean triedAgain(WritingFault fault, int times) {
    return switch (fault) {
      case AUTHORITY_AWAY, AUTHORITY_WAITING, SERVER_FAULT -> true;
      case CHANNEL_BROKEN, NOT_GENUINE, CARD_TORN, CARD_REFUSED, KEY_REFUSED ->
          times < TRIES_PER_INSERTION;
      default -> false;
    };
  }
}
