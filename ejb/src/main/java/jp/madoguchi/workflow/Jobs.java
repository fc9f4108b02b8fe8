package jp.madoguchi.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The engine's jobs, for those who watch over the counter. */
@ApplicationScoped
public class Jobs {

  @Inject private Engine engine;

  /** What waits for its time or a thread, or runs. */
  public long open() {
    return engine.get().getManagementService().createJobQuery().withRetriesLeft().count();
  }

  /** What failed so often that it is not tried again by itself. */
  public long failed() {
    return engine.get().getManagementService().createJobQuery().noRetriesLeft().count();
  }
}
