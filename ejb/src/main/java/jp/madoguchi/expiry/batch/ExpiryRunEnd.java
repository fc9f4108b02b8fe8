package jp.madoguchi.expiry.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.madoguchi.expiry.ExpiryRuns;
import jp.madoguchi.expiry.RunState;

/**
 * Ends the run in its table: done or stopped where the reader said so and nothing broke off, else
 * failed.
 */
@Dependent
@Named("expiryRunEnd")
public class ExpiryRunEnd extends AbstractJobListener {

  @Inject private ExpiryRuns runs;
  @Inject private JobContext job;

  @Inject
  @BatchProperty(name = "run")
  private String run;

  @Inject
  @BatchProperty(name = "attempt")
  private String attempt;

  @Override
  public void afterJob() {
    Object outcome = job.getTransientUserData();
    RunState state = outcome instanceof RunState ended ? ended : RunState.FAILED;
    String fault = outcome instanceof Exception broken ? name(broken) : null;
    runs.end(Long.parseLong(run), Integer.parseInt(attempt), state, fault);
  }

  /** What kind of fault it was; its message may name a resident and is in the log alone. */
  private static String name(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
