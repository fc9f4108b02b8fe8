package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.terminal.jpa.LeaseRepository;

/**
 * Which reader works for which case: one case at a time has a reader, and a case has one reader at
 * a time. A lease ends when the case or a supervisor releases it, or some minutes after the last
 * activity (setting {@code reader.lease-minutes}, 10), so that a lost terminal gives its reader
 * back by itself.
 */
@ApplicationScoped
public class ReaderLeases {

  /** Which part of a lease's length is not worth writing. */
  private static final int MOMENT = 10;

  private final LeaseRepository leases;
  private final OfficeClock clock;
  private final Duration length;

  protected ReaderLeases() {
    this.leases = null;
    this.clock = null;
    this.length = null;
  }

  @Inject
  public ReaderLeases(LeaseRepository leases, OfficeClock clock, Settings settings) {
    this.leases = leases;
    this.clock = clock;
    this.length = Duration.ofMinutes(settings.number("reader.lease-minutes", 10));
  }

  /**
   * Takes the reader for a case, or extends its lease; a lease that the case held elsewhere ends.
   *
   * @return false when another case holds this reader; nothing is changed then
   */
  public boolean take(String terminal, String receptionNumber) {
    Instant now = clock.instant();
    Lease wanted = new Lease(terminal, receptionNumber, now.plus(length));
    boolean asGood =
        leases.ofTerminal(terminal, now).filter(has -> isAsGood(has, wanted)).isPresent();
    return asGood || leases.take(wanted, now);
  }

  /** Extended a moment ago, so that it need not be written again. */
  private boolean isAsGood(Lease has, Lease wanted) {
    return has.receptionNumber().equals(wanted.receptionNumber())
        && !has.until().isAfter(wanted.until())
        && has.until().isAfter(wanted.until().minus(length.dividedBy(MOMENT)));
  }

  /**
   * As {@link #take}.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code reader-taken}
   */
  public void require(String terminal, String receptionNumber) {
    if (!take(terminal, receptionNumber)) {
      String holder = ofTerminal(terminal).map(Lease::receptionNumber).orElse("");
      throw Problem.conflict("reader-taken", terminal, holder).asException();
    }
  }

  public Optional<Lease> ofTerminal(String terminal) {
    return leases.ofTerminal(terminal, clock.instant());
  }

  public Optional<Lease> ofCase(String receptionNumber) {
    return leases.ofCase(receptionNumber, clock.instant());
  }

  /** The case needs its reader no more. */
  public void release(String receptionNumber) {
    leases.release(receptionNumber);
  }

  /** A supervisor gives the reader back, or its terminal is gone, whoever holds it. */
  public void releaseReader(String terminal) {
    leases.releaseReader(terminal);
  }
}
