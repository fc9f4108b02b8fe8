package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;

/** Brings what terminals do wrong into the trail, each in a transaction of its own. */
@ApplicationScoped
public class BreachBook {

  private static final Logger LOG = System.getLogger(BreachBook.class.getName());
  private static final String ACT = "terminal.breach";

  private final Map<String, BreachMeasure> measures = new ConcurrentHashMap<>();
  private final AuditTrail trail;
  private final OfficeClock clock;

  protected BreachBook() {
    this(null, null);
  }

  @Inject
  public BreachBook(AuditTrail trail, OfficeClock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Records a breach, up to the terminal's measure; what it left out the next entry tells.
   *
   * @param receptionNumber the case in whose conversation it happened, if there was one
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void note(String terminal, Optional<String> receptionNumber, Breach breach) {
    BreachMeasure measure = measures.computeIfAbsent(terminal, id -> new BreachMeasure());
    if (!measure.take(clock.instant())) {
      return;
    }
    LOG.log(
        Level.WARNING,
        "Terminal {0}: {1}, case {2}",
        terminal,
        breach,
        receptionNumber.orElse("-"));
    Act act =
        receptionNumber
            .map(number -> Act.refused(ACT, "APPLICATION", number, breach.code()))
            .orElseGet(() -> Act.refused(ACT, "TERMINAL", terminal, breach.code()))
            .with("terminal", terminal);
    long unrecorded = measure.takeUnrecorded();
    trail.record(unrecorded == 0 ? act : act.with("unrecorded", unrecorded));
  }
}
