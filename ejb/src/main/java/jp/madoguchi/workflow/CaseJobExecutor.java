package jp.madoguchi.workflow;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * Runs the engine's jobs on the server's own threads. While the database is away it asks ever more
 * seldom; a running job is never interrupted at a stop, it is finished or taken up again by its
 * lock.
 */
final class CaseJobExecutor extends JobExecutor {

  private static final int FIRST_WAIT_MILLIS = 2_000;
  private static final int LONGEST_WAIT_MILLIS = 60_000;
  private static final int FIRST_BACK_OFF_MILLIS = 50;
  private static final int LONGEST_BACK_OFF_MILLIS = 2_000;

  private final ManagedExecutorService threads;

  CaseJobExecutor(ManagedExecutorService threads) {
    this.threads = threads;
    setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
    setWaitTimeInMillis(FIRST_WAIT_MILLIS);
    setMaxWait(LONGEST_WAIT_MILLIS);
    setBackoffTimeInMillis(FIRST_BACK_OFF_MILLIS);
    setMaxBackoff(LONGEST_BACK_OFF_MILLIS);
  }

  @Override
  public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
    try {
      threads.execute(getExecuteJobsRunnable(jobIds, engine));
    } catch (RejectedExecutionException e) {
      logRejectedExecution(engine, jobIds.size());
      rejectedJobsHandler.jobsRejected(jobIds, engine, this);
    }
  }

  @Override
  protected void startExecutingJobs() {
    threads.execute(acquireJobsRunnable);
  }

  @Override
  protected void stopExecutingJobs() {
    // The acquisition ends by itself; what runs is finished.
  }
}
