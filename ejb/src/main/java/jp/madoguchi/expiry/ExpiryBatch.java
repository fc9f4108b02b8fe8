package jp.madoguchi.expiry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Properties;

/**
 * Has the server's batch work on the runs of the table, one at a time over all nodes. It watches by
 * night and day: what a server that went away left behind goes on here, and the night's run begins
 * when its time has come by the office's clock.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ExpiryBatch {

  private static final String JOB = "expiry-notice";

  @Inject private ExpiryRuns runs;
  @Inject private RunLedger ledger;
  @Inject private ExpirySettings settings;

  private long execution;

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  void watch() {
    if (!settings.notices()) {
      return;
    }
    runs.endLost(working() ? "" : node());
    ledger.newest(1).stream()
        .filter(run -> run.state() == RunState.INTERRUPTED)
        .forEach(run -> runs.takeUp(run.id(), node()).ifPresent(this::work));
    runs.openNight(node()).ifPresent(this::work);
  }

  /** Begins a run by hand; empty where one is under way. */
  @RolesAllowed("SUPERVISOR")
  @Lock(LockType.WRITE)
  public Optional<ExpiryRun> begin() {
    Optional<ExpiryRun> begun = runs.openByHand(node());
    begun.ifPresent(this::work);
    return begun;
  }

  /** Takes a run up where it stopped; empty where it cannot be. */
  @RolesAllowed("SUPERVISOR")
  @Lock(LockType.WRITE)
  public Optional<ExpiryRun> takeUp(long id) {
    Optional<ExpiryRun> taken = runs.takeUp(id, node());
    taken.ifPresent(this::work);
    return taken;
  }

  private void work(ExpiryRun run) {
    Properties parameters = new Properties();
    parameters.setProperty("run", Long.toString(run.id()));
    parameters.setProperty("attempt", Integer.toString(run.attempt()));
    parameters.setProperty("bundle", Integer.toString(settings.bundle()));
    execution = BatchRuntime.getJobOperator().start(JOB, parameters);
  }

  /** Whether this server works on a run itself. */
  private boolean working() {
    if (execution == 0) {
      return false;
    }
    try {
      BatchStatus status =
          BatchRuntime.getJobOperator().getJobExecution(execution).getBatchStatus();
      return status == BatchStatus.STARTING
          || status == BatchStatus.STARTED
          || status == BatchStatus.STOPPING;
    } catch (NoSuchJobExecutionException e) {
      return false;
    }
  }

  private static String node() {
    return System.getProperty("jboss.node.name", "standalone");
  }
}
