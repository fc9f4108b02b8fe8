package jp.madoguchi.expiry.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.expiry.EndingCertificates;
import jp.madoguchi.expiry.ExpiryRun;
import jp.madoguchi.expiry.ExpiryRuns;
import jp.madoguchi.expiry.RunState;

/** Reads the holders behind the run's checkpoint, until there are no more or it is to stop. */
@Dependent
@Named("expiringHolders")
public class ExpiringHolders extends AbstractItemReader {

  private static final int BLOCK = 5_000;

  private final Deque<Long> block = new ArrayDeque<>();
  private long last;
  private Instant from;
  private Instant before;

  @Inject private ExpiryRuns runs;
  @Inject private EndingCertificates endings;
  @Inject private OfficeClock clock;
  @Inject private JobContext job;

  @Inject
  @BatchProperty(name = "run")
  private String run;

  /** The run's own checkpoint counts: it was kept with what was printed. */
  @Override
  public void open(Serializable checkpoint) {
    ExpiryRun begun = runs.now(number());
    last = begun.lastHolder();
    from = clock.instant();
    before = ExpiryRuns.endOf(begun.endsUntil());
  }

  @Override
  public Object readItem() {
    if (runs.now(number()).state() != RunState.RUNNING) {
      return end(RunState.STOPPED);
    }
    if (block.isEmpty()) {
      block.addAll(endings.holders(from, before, last, BLOCK));
    }
    if (block.isEmpty()) {
      return end(RunState.DONE);
    }
    last = block.removeFirst();
    return last;
  }

  private Object end(RunState how) {
    job.setTransientUserData(how);
    return null;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }

  private long number() {
    return Long.parseLong(run);
  }
}
