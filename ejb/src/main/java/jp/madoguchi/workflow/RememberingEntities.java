package jp.madoguchi.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The engine's way to its tables, which asks the database for nothing that this node knows and that
 * cannot have changed: the deployed diagram of an id, and when something began. The executions of a
 * process are read together, once a command. Subtasks are not looked for, since there are none: a
 * diagram cannot make them.
 */
final class RememberingEntities extends DbEntityManager {

  private static final String SUBTASKS = "selectTasksByParentTaskId";
  private static final String EXECUTIONS = "selectExecutionsByProcessInstanceId";

  private final Beginnings beginnings;
  private final Map<Object, List<?>> executions = new HashMap<>();

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

  /** The engine looks here before it asks for the diagram of an id that it has deployed already. */
  @Override
  public <T extends DbEntity> T getCachedEntity(Class<T> type, String id) {
    T own = super.getCachedEntity(type, id);
    return own == null && type == ProcessDefinitionEntity.class ? type.cast(deployed(id)) : own;
  }

  private static ProcessDefinitionEntity deployed(String id) {
    return Context.getProcessEngineConfiguration()
        .getDeploymentCache()
        .getProcessDefinitionCache()
        .get(id);
  }

  @Override
  public <T extends DbEntity> T selectById(Class<T> type, String id) {
    T own = super.getCachedEntity(type, id);
    DbEntity known = own == null ? known(type, id) : own;
    return known == null ? super.selectById(type, id) : type.cast(known);
  }

  private DbEntity known(Class<?> type, String id) {
    if (type == ExecutionEntity.class) {
      processOf(id).ifPresent(process -> selectList(EXECUTIONS, process));
      return getCachedEntity(ExecutionEntity.class, id);
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

  /** What waits in an execution says in which process it is. */
  private Optional<String> processOf(String execution) {
    return Stream.concat(
            getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> execution.equals(task.getExecutionId()))
                .map(TaskEntity::getProcessInstanceId),
            getCachedEntitiesByType(EventSubscriptionEntity.class).stream()
                .filter(waiting -> execution.equals(waiting.getExecutionId()))
                .map(EventSubscriptionEntity::getProcessInstanceId))
        .findFirst();
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
    return switch (statement) {
      case SUBTASKS -> List.of();
      case EXECUTIONS ->
          new ArrayList<>(
              executions.computeIfAbsent(
                  parameter, process -> super.selectList(statement, process)));
      default -> super.selectList(statement, parameter);
    };
  }
}
