package jp.madoguchi.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.Variables;

/** One case in the real engine; what the diagrams ask of the counter's beans is answered here. */
public final class CaseOfTests {

  private static final ProcessEngine ENGINE = EngineOfTests.get();

  private final String number = UUID.randomUUID().toString();
  private final List<String> asked = new ArrayList<>();
  private boolean allowed = true;
  private boolean feeDue;
  private boolean letterNeeded = true;
  private boolean proxyConfirmed = true;
  private boolean replyAccepted = true;
  private boolean newLetterWanted;
  private int certificates = 1;

  /** Stands in for the bean {@code judgement}: hands over facts that the table can read. */
  public final class Judgement {

    public void prepare(DelegateExecution execution) {
      Decisions.Input.ALL.forEach(
          name -> execution.setVariableLocal(name, Variables.untypedValue(null, true)));
      for (String never :
          Set.of(
              Decisions.Input.WARD_EXCEPTION,
              Decisions.Input.OUT_OF_HOURS_ALLOWED,
              Decisions.Input.NOTICE_REPLY,
              Decisions.Input.SAME_HOUSEHOLD)) {
        execution.setVariableLocal(never, Variables.untypedValue(false, true));
      }
    }

    public void conclude(DelegateExecution execution) {
      execution.setVariable("allowed", Variables.untypedValue(allowed, true));
    }
  }

  /** Stands in for the bean {@code cases}. */
  public final class Cases {

    public boolean feeDue(String key) {
      return feeDue;
    }

    public boolean letterNeeded(String key) {
      return letterNeeded;
    }

    public void lapse(String key) {
      asked.add("lapse " + key);
    }

    public void refuse(String key) {
      asked.add("refuse " + key);
    }

    public void close(String key) {
      asked.add("close " + key);
    }

    public void withdraw(String key) {
      asked.add("withdraw " + key);
    }
  }

  /** Stands in for the bean {@code letters}. */
  public final class Letters {

    public Date overdueAt(String key) {
      return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(30)));
    }

    public Date reminderAt(String key) {
      return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(23)));
    }

    public void remind(String key) {
      asked.add("remind " + key);
    }
  }

  /** Stands in for the bean {@code returns}. */
  public final class Returns {

    public boolean proxyConfirmed(String key) {
      return proxyConfirmed;
    }

    public boolean replyAccepted(String key) {
      return replyAccepted;
    }

    public boolean newLetterWanted(String key) {
      return newLetterWanted;
    }
  }

  /** Stands in for the bean {@code writing}. */
  public final class Writing {

    public void begin(String key) {
      asked.add("begin " + key);
    }

    public void sign(String key) {
      asked.add("sign " + key);
    }

    public void publish(String key) {
      asked.add("publish " + key);
      certificates--;
    }

    public boolean more(String key) {
      return certificates > 0;
    }
  }

  CaseOfTests thatIsNotAllowed() {
    allowed = false;
    return this;
  }

  CaseOfTests thatIsAllowed(boolean now) {
    allowed = now;
    return this;
  }

  CaseOfTests withTheNoticesReply() {
    letterNeeded = false;
    return this;
  }

  CaseOfTests byTheSameProxy(boolean same) {
    proxyConfirmed = same;
    return this;
  }

  CaseOfTests withAGoodReply(boolean good) {
    replyAccepted = good;
    return this;
  }

  CaseOfTests thatWantsANewLetter() {
    newLetterWanted = true;
    return this;
  }

  CaseOfTests thatCosts() {
    feeDue = true;
    return this;
  }

  CaseOfTests forCertificates(int count) {
    certificates = count;
    return this;
  }

  CaseOfTests received() {
    return startedAs(Processes.SELF_APPLICATION);
  }

  CaseOfTests receivedFromAProxy() {
    return startedAs(Processes.PROXY_APPLICATION);
  }

  private CaseOfTests startedAs(String process) {
    Mocks.register("judgement", new Judgement());
    Mocks.register("cases", new Cases());
    Mocks.register("letters", new Letters());
    Mocks.register("returns", new Returns());
    Mocks.register("writing", new Writing());
    ENGINE.getRuntimeService().startProcessInstanceByKey(process, number);
    return this;
  }

  /** Lets the engine's clock go on, and does the jobs that are due then. */
  CaseOfTests after(Duration time) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    ENGINE
        .getManagementService()
        .createJobQuery()
        .executable()
        .list()
        .forEach(job -> ENGINE.getManagementService().executeJob(job.getId()));
    return this;
  }

  /** Whether the case waits at this activity. */
  boolean waitsAt(String activity) {
    return ENGINE
            .getRuntimeService()
            .createExecutionQuery()
            .processInstanceBusinessKey(number)
            .activityId(activity)
            .count()
        > 0;
  }

  CaseOfTests does(String... steps) {
    for (String step : steps) {
      Task due =
          ENGINE
              .getTaskService()
              .createTaskQuery()
              .processInstanceBusinessKey(number)
              .taskDefinitionKey(step)
              .singleResult();
      if (due == null) {
        throw new AssertionError(step + " is not due, but " + due());
      }
      ENGINE.getTaskService().complete(due.getId());
    }
    return this;
  }

  CaseOfTests hears(String... messages) {
    for (String message : messages) {
      ENGINE
          .getRuntimeService()
          .createMessageCorrelation(message)
          .processInstanceBusinessKey(number)
          .correlate();
    }
    return this;
  }

  List<String> due() {
    return ENGINE
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .list()
        .stream()
        .map(Task::getTaskDefinitionKey)
        .toList();
  }

  /** What the diagrams asked of the beans so far, without the case's key. */
  List<String> asked() {
    return asked.stream().map(one -> one.replace(" " + number, "")).toList();
  }

  boolean over() {
    return ENGINE
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(number)
            .count()
        == 0;
  }

  /** The ids of the end events that were reached, in the called process too. */
  List<String> ends() {
    return ENGINE
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(number)
        .list()
        .stream()
        .flatMap(
            instance ->
                ENGINE
                    .getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .activityType("noneEndEvent")
                    .list()
                    .stream())
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  /** The process variables that were ever kept for this case. */
  Map<String, Object> variables() {
    Map<String, Object> kept = new java.util.TreeMap<>();
    ENGINE
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(number)
        .list()
        .forEach(
            instance ->
                ENGINE
                    .getHistoryService()
                    .createHistoricVariableInstanceQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .forEach(variable -> kept.put(variable.getName(), variable.getValue())));
    return kept;
  }
}
