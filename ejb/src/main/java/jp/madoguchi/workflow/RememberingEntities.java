package jp.madoguchi.workflow;

import java.util.List;
import java.util.function.Supplier;
import jp.madoguchi.workflow.Beginnings.Beginning;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * The engine's way to its tables, which asks the database for nothing that this node knows and that
 * cannot have changed: the deployed diagram of an id, and when something began. Subtasks are not
 * looked for, since there are none: a diagram cannot make them.
 */
final class RememberingEntities extends DbEntityManager {

  private static final String SUBTASKS = "selectTasksByParentTaskId";

  private final Beginnings beginnings;

  private RememberingEntities(IdGenerator ids, PersistenceSession session, Beginnings beginnings) {
    super(ids, session);
    this.beginnings = beginnings;
  }

  /** Opens one for each of the engine's commands. */
  static SessionFactory factory(IdGenerator ids) {
    Beginnings beginnings = new Beginnings();
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return DbEntityManager.class;
      }

      @Override
      public Session openSession() {
        PersistenceSession session =
            Context.getCommandContext().getSession(PersistenceSession.class);
        return new RememberingEntities(ids, session, beginnings);
      }
    };
  }

  @Override
  public void insert(DbEntity entity) {
    if (entity instanceof HistoricScopeInstanceEvent begun) {
      beginnings.remember(begun);
    }
    super.insert(entity);
  }

  @Override
  public <T extends DbEntity> T selectById(Class<T> type, String id) {
    T own = getCachedEntity(type, id);
    DbEntity known = own == null ? known(type, id) : own;
    return known == null ? super.selectById(type, id) : type.cast(known);
  }

  private DbEntity known(Class<?> type, String id) {
    if (type == ProcessDefinitionEntity.class) {
      return Context.getProcessEngineConfiguration()
          .getDeploymentCache()
          .getProcessDefinitionCache()
          .get(id);
    }
    if (type == HistoricActivityInstanceEventEntity.class) {
      return begun(id, HistoricActivityInstanceEventEntity::new);
    }
    if (type == HistoricTaskInstanceEventEntity.class) {
      return begun(id, HistoricTaskInstanceEventEntity::new);
    }
    return type == HistoricProcessInstanceEventEntity.class
        ? begun(id, HistoricProcessInstanceEventEntity::new)
        : null;
  }

  /** As the engine's own question answers it: with the two times alone. */
  private DbEntity begun(String id, Supplier<? extends HistoricScopeInstanceEvent> empty) {
    return beginnings.of(id).map(beginning -> filled(empty.get(), beginning)).orElse(null);
  }

  private static HistoricScopeInstanceEvent filled(
      HistoricScopeInstanceEvent event, Beginning beginning) {
    event.setStartTime(beginning.startTime());
    event.setRemovalTime(beginning.removalTime());
    return event;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public List selectList(String statement, Object parameter) {
    return statement.equals(SUBTASKS) ? List.of() : super.selectList(statement, parameter);
  }
}
