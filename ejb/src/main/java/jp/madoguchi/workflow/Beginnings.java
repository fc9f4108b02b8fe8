package jp.madoguchi.workflow;

import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;

/**
 * When the activities, tasks and processes that began on this node began, and until when their
 * history is kept. The engine asks for that whenever one of them ends; neither changes once it is
 * written. What began elsewhere, or long ago, is not known here.
 */
final class Beginnings {

  private static final int MOST = 20_000;

  /**
   * @param removalTime until when the history of the whole case is kept
   */
  record Beginning(Date startTime, Date removalTime) {}

  private final Map<String, Beginning> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Beginning> eldest) {
              return size() > MOST;
            }
          });

  void remember(HistoricScopeInstanceEvent begun) {
    known.put(begun.getId(), new Beginning(begun.getStartTime(), begun.getRemovalTime()));
  }

  Optional<Beginning> of(String id) {
    return Optional.ofNullable(known.get(id));
  }
}
