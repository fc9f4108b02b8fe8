package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.cardwriting.jpa.CardWritingRepository;
import jp.madoguchi.issuance.CertificateType;

/**
 * How long a writing will still take, from this office's own figures: what each step took in the
 * middle of its recent writings. A card that was torn out and came back an hour later does not move
 * the middle.
 */
@ApplicationScoped
public class WritingPace {

  private static final int RECENT = 200;
  private static final int FEWEST = 3;

  /** A few writings more or less do not move the middle. */
  private static final Duration KEPT = Duration.ofSeconds(30);

  private record Looked(Map<CertificateType, List<Duration>> usual, long untilNanos) {}

  private final CardWritingRepository rows;
  private final OfficeClock clock;
  private volatile Looked looked;

  protected WritingPace() {
    this(null, null);
  }

  @Inject
  public WritingPace(CardWritingRepository rows, OfficeClock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * The time that is left.
   *
   * @param certificates the case's, in whatever state
   * @return empty when none is open, or when the office has too few figures yet
   */
  public Optional<Duration> left(List<CertificateWriting> certificates) {
    List<CertificateWriting> open =
        certificates.stream().filter(one -> !one.state().isOver()).toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Map<CertificateType, List<Duration>> usual = usual();
    return open.stream().allMatch(one -> usual.containsKey(one.type()))
        ? open.stream().map(one -> left(one, usual.get(one.type()))).reduce(Duration::plus)
        : Optional.empty();
  }

  private Map<CertificateType, List<Duration>> usual() {
    Looked last = looked;
    if (last == null || last.untilNanos() - System.nanoTime() <= 0) {
      last = new Looked(rows.usualSteps(RECENT, FEWEST), System.nanoTime() + KEPT.toNanos());
      looked = last;
    }
    return last.usual();
  }

  private Duration left(CertificateWriting writing, List<Duration> usual) {
    int step = WritingStatus.Line.of(writing).step();
    Duration later = usual.stream().skip(step).reduce(Duration.ZERO, Duration::plus);
    if (step == 0) {
      return later;
    }
    Duration ofThisStep =
        usual.get(step - 1).minus(Duration.between(writing.since(), clock.instant()));
    return ofThisStep.isNegative() ? later : later.plus(ofThisStep);
  }
}
