package jp.madoguchi.testing;

import jakarta.persistence.EntityManager;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Counts what the database is asked through {@link TestDatabase}, by each thread for itself. */
public final class CountedStatements extends SessionEventAdapter {

  private static final ThreadLocal<Integer> ASKED = ThreadLocal.withInitial(() -> 0);

  @Override
  public void postExecuteCall(SessionEvent event) {
    ASKED.set(ASKED.get() + 1);
  }

  /**
   * How many statements a reading takes, whose rows are not in the memory of the entity manager.
   * What is still to be written is written before.
   */
  public static int of(EntityManager entities, Runnable reading) {
    entities.flush();
    entities.clear();
    int before = ASKED.get();
    reading.run();
    return ASKED.get() - before;
  }
}
