package jp.madoguchi.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.workflow.CaseProcess.DueStep;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
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
   * Where a case stands.
   *
   * @param steps in the diagram's order from left to right
   * @param due what a person has to do now, as {@link CaseProcess#due} says it
   */
  public record Stand(List<WayStep> steps, List<DueStep> due) {}

  /**
   * @param aside off the way that a case takes when nothing comes between: shown only where it was
   *     taken
   * @param before what stands before it on some way, by the diagram's ids
   */
  private record Waypoint(String step, String title, boolean aside, Set<String> before) {}

  private static final String TOUCHED =
      "select A.* from engine.ACT_HI_PROCINST P"
          + " join engine.ACT_HI_ACTINST A on A.ROOT_PROC_INST_ID_ = P.ID_"
          + " where P.BUSINESS_KEY_ = #{number} and P.SUPER_PROCESS_INSTANCE_ID_ is null";

  private final Map<String, List<Waypoint>> known = new ConcurrentHashMap<>();

  @Inject private Engine engine;

  /** Where a case stands. */
  public Stand of(String receptionNumber) {
    Collection<HistoricActivityInstance> all = touched(receptionNumber);
    List<WayStep> steps =
        all.stream()
            .filter(one -> one.getProcessInstanceId().equals(one.getRootProcessInstanceId()))
            .findFirst()
            .map(one -> way(one.getProcessDefinitionId(), latest(all)))
            .orElse(List.of());
    return new Stand(steps, due(all));
  }

  /** The tasks that were begun and neither done nor broken off. */
  private static List<DueStep> due(Collection<HistoricActivityInstance> all) {
    return all.stream()
        .filter(one -> one.getEndTime() == null && one.getActivityType().equals("userTask"))
        .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
        .map(
            one ->
                new DueStep(
                    one.getActivityId(), one.getActivityName(), one.getStartTime().toInstant()))
        .toList();
  }

  private List<WayStep> way(String definitionId, Map<String, HistoricActivityInstance> touched) {
    Set<String> here =
        touched.values().stream()
            .filter(activity -> activity.getEndTime() == null)
            .map(HistoricActivityInstance::getActivityId)
            .collect(Collectors.toSet());
    return waypoints(definitionId).stream()
        .filter(point -> touched.containsKey(point.step()) || liesAhead(point, here))
        .map(point -> step(point, touched.get(point.step())))
        .toList();
  }

  private static boolean liesAhead(Waypoint point, Set<String> here) {
    return !point.aside() && point.before().stream().anyMatch(here::contains);
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
    Set<String> before = before(activity);
    return activity instanceof CallActivity call
        ? walked(newest(call.getCalledElement())).stream().map(inner -> within(inner, call, before))
        : Stream.of(new Waypoint(activity.getId(), activity.getName(), aside, before));
  }

  /** What stands before a call stands before all that is done in it. */
  private static Waypoint within(Waypoint inner, CallActivity call, Set<String> before) {
    Set<String> all = new HashSet<>(before);
    // While the call runs, only what comes later in it lies ahead.
    all.remove(call.getId());
    all.addAll(inner.before());
    return new Waypoint(inner.step(), inner.title(), inner.aside(), all);
  }

  /** What can be reached from the beginning without an event that comes between. */
  private static Set<FlowNode> straight(BpmnModelInstance model) {
    return reached(
        model.getModelElementsByType(StartEvent.class).stream()
            .filter(start -> start.getParentElement() instanceof Process)
            .toList(),
        node -> node.getSucceedingNodes().list());
  }

  private static Set<String> before(FlowNode node) {
    return reached(node.getPreviousNodes().list(), one -> one.getPreviousNodes().list()).stream()
        .map(FlowNode::getId)
        .collect(Collectors.toSet());
  }

  private static Set<FlowNode> reached(
      Collection<? extends FlowNode> from, Function<FlowNode, List<FlowNode>> next) {
    Deque<FlowNode> ahead = new ArrayDeque<>(from);
    Set<FlowNode> reached = new HashSet<>();
    while (!ahead.isEmpty()) {
      FlowNode node = ahead.remove();
      if (reached.add(node)) {
        ahead.addAll(next.apply(node));
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

  /** What was done or begun in a case's process and in those that it called. */
  private Collection<HistoricActivityInstance> touched(String receptionNumber) {
    return engine
        .get()
        .getHistoryService()
        .createNativeHistoricActivityInstanceQuery()
        .sql(TOUCHED)
        .parameter("number", receptionNumber)
        .list();
  }

  /**
   * By the diagram's ids; not what was broken off, such as the step that waited when a case was
   * withdrawn.
   */
  private static Map<String, HistoricActivityInstance> latest(
      Collection<HistoricActivityInstance> all) {
    return all.stream()
        .filter(activity -> !activity.isCanceled())
        .collect(
            Collectors.toMap(HistoricActivityInstance::getActivityId, one -> one, CaseWay::later));
  }

  private static HistoricActivityInstance later(
      HistoricActivityInstance one, HistoricActivityInstance other) {
    return one.getStartTime().before(other.getStartTime()) ? other : one;
  }
}
