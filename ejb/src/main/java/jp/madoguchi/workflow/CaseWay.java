package jp.madoguchi.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.di.Shape;

/**
 * The way of a case as its process knows it: what was done, what is due, what is still to come.
 * Nothing of it is drawn by hand, so a changed diagram changes the way.
 */
@ApplicationScoped
public class CaseWay {

  /** Whether a step is behind, here or ahead. */
  public enum Standing {
    DONE,
    NOW,
    TO_COME
  }

  /**
   * One step of the way.
   *
   * @param endedAt when it was done; empty while it is not
   */
  public record WayStep(String step, String title, Standing standing, Optional<Instant> endedAt) {}

  /**
   * @param aside off the way that a case takes when nothing comes between: shown only where it was
   *     taken
   */
  private record Waypoint(String step, String title, boolean aside) {}

  private static final String APPLICATION =
      "select P.*, D.NAME_, D.VERSION_ from engine.ACT_HI_PROCINST P"
          + " join engine.ACT_RE_PROCDEF D on D.ID_ = P.PROC_DEF_ID_"
          + " where P.BUSINESS_KEY_ = #{number} and P.SUPER_PROCESS_INSTANCE_ID_ is null";

  private static final String DONE =
      "select * from engine.ACT_HI_ACTINST where ROOT_PROC_INST_ID_ = #{root}";

  private final Map<String, List<Waypoint>> known = new ConcurrentHashMap<>();

  @Inject private Engine engine;

  /** The steps of a case, in the diagram's order from left to right. */
  public List<WayStep> of(String receptionNumber) {
    return application(receptionNumber)
        .map(instance -> way(instance, done(instance.getId())))
        .orElse(List.of());
  }

  private List<WayStep> way(
      HistoricProcessInstance instance, Map<String, HistoricActivityInstance> done) {
    List<WayStep> steps = new ArrayList<>();
    for (Waypoint point : waypoints(instance.getProcessDefinitionId())) {
      if (!point.aside() || done.containsKey(point.step())) {
        steps.add(step(point, done.get(point.step())));
      }
    }
    int last = lastTouched(steps);
    boolean over = instance.getEndTime() != null;
    List<WayStep> walked = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      boolean passedBy = steps.get(i).standing() == Standing.TO_COME && (over || i < last);
      if (!passedBy) {
        walked.add(steps.get(i));
      }
    }
    return walked;
  }

  private static int lastTouched(List<WayStep> steps) {
    int last = -1;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).standing() != Standing.TO_COME) {
        last = i;
      }
    }
    return last;
  }

  private static WayStep step(Waypoint point, HistoricActivityInstance done) {
    Standing standing =
        done == null ? Standing.TO_COME : done.getEndTime() == null ? Standing.NOW : Standing.DONE;
    Optional<Instant> ended =
        Optional.ofNullable(done).map(HistoricActivityInstance::getEndTime).map(Date::toInstant);
    return new WayStep(point.step(), point.title(), standing, ended);
  }

  /** A diagram that is deployed does not change, so it is walked through once. */
  private List<Waypoint> waypoints(String definitionId) {
    return known.computeIfAbsent(definitionId, this::walked);
  }

  /** What people and cards do, with a called process in the place of its call. */
  private List<Waypoint> walked(String definitionId) {
    BpmnModelInstance model =
        engine.get().getRepositoryService().getBpmnModelInstance(definitionId);
    Set<FlowNode> straight = straight(model);
    return model.getModelElementsByType(Activity.class).stream()
        .filter(CaseWay::isStep)
        .sorted(Comparator.comparingDouble(CaseWay::position))
        .flatMap(activity -> opened(activity, !straight.contains(activity)))
        .toList();
  }

  private Stream<Waypoint> opened(Activity activity, boolean aside) {
    if (activity instanceof CallActivity call) {
      return walked(newest(call.getCalledElement())).stream();
    }
    return Stream.of(new Waypoint(activity.getId(), activity.getName(), aside));
  }

  /** What can be reached from the beginning without an event that comes between. */
  private static Set<FlowNode> straight(BpmnModelInstance model) {
    Deque<FlowNode> ahead = new ArrayDeque<>();
    model.getModelElementsByType(StartEvent.class).stream()
        .filter(start -> start.getParentElement() instanceof Process)
        .forEach(ahead::add);
    Set<FlowNode> reached = new HashSet<>();
    while (!ahead.isEmpty()) {
      FlowNode node = ahead.remove();
      if (reached.add(node)) {
        ahead.addAll(node.getSucceedingNodes().list());
      }
    }
    return reached;
  }

  private String newest(String process) {
    return engine
        .get()
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey(process)
        .latestVersion()
        .singleResult()
        .getId();
  }

  private static boolean isStep(Activity activity) {
    return activity instanceof UserTask
        || activity instanceof ReceiveTask
        || activity instanceof BusinessRuleTask
        || activity instanceof CallActivity;
  }

  private static double position(Activity activity) {
    return activity.getDiagramElement() instanceof Shape shape ? shape.getBounds().getX() : 0;
  }

  /** What was done or begun in a process and in those that it called, by the diagram's ids. */
  private Map<String, HistoricActivityInstance> done(String processInstance) {
    return engine
        .get()
        .getHistoryService()
        .createNativeHistoricActivityInstanceQuery()
        .sql(DONE)
        .parameter("root", processInstance)
        .list()
        .stream()
        .collect(
            Collectors.toMap(HistoricActivityInstance::getActivityId, one -> one, CaseWay::later));
  }

  private static HistoricActivityInstance later(
      HistoricActivityInstance one, HistoricActivityInstance other) {
    return one.getStartTime().before(other.getStartTime()) ? other : one;
  }

  private Optional<HistoricProcessInstance> application(String receptionNumber) {
    return engine
        .get()
        .getHistoryService()
        .createNativeHistoricProcessInstanceQuery()
        .sql(APPLICATION)
        .parameter("number", receptionNumber)
        .list()
        .stream()
        .findFirst();
  }
}
