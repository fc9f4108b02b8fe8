package jp.madoguchi.terminal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Rings when the transaction is through, on a thread of its own. */
@ApplicationScoped
public class CommittedBell implements TerminalBell {

  @Resource private ManagedScheduledExecutorService executor;

  private final Event<BellRung> rung;
  private final ReaderSessions sessions;

  protected CommittedBell() {
    this(null, null);
  }

  @Inject
  public CommittedBell(Event<BellRung> rung, ReaderSessions sessions) {
    this.rung = rung;
    this.sessions = sessions;
  }

  @Override
  public void ring(String terminal) {
    rung.fire(new BellRung(terminal));
  }

  @Override
  public void ringAfter(String terminal, Duration delay) {
    executor.schedule(() -> sessions.wake(terminal), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) BellRung bell) {
    executor.execute(() -> sessions.wake(bell.terminal()));
  }
}
