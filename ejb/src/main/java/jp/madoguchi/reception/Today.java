package jp.madoguchi.reception;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The day so far, in numbers.
 *
 * @param certificates how many certificates were handed over
 * @param netYen the fees collected, less those given back
 * @param average from reception to handover, over the cases received and issued today; empty while
 *     there is none
 */
public record Today(
    Closing.Cases cases, int certificates, long netYen, Optional<Duration> average) {

  /**
   * Reckons the numbers.
   *
   * @param closing the day's closing list as it stands
   * @param applications those received or closed on the day
   */
  static Today of(Closing closing, Collection<Application> applications) {
    ClosingDay day = new ClosingDay(closing.day());
    List<Application> issued =
        applications.stream().filter(one -> day.ended(one, ApplicationState.ISSUED)).toList();
    return new Today(
        closing.cases(),
        issued.stream().mapToInt(one -> one.types().size()).sum(),
        closing.totals().netYen(),
        average(issued.stream().filter(one -> day.has(one.receivedAt())).toList()));
  }

  /** Whether nothing has happened yet. */
  public boolean quiet() {
    return cases.received() + cases.issued() + cases.withdrawn() + cases.refused() + cases.lapsed()
        == 0;
  }

  private static Optional<Duration> average(List<Application> issued) {
    return issued.stream()
        .map(one -> Duration.between(one.receivedAt(), one.closedAt().orElseThrow()))
        .reduce(Duration::plus)
        .map(all -> all.dividedBy(issued.size()));
  }
}
