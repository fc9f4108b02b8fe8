package jp.madoguchi.inside;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.process.Processes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.model.bpmn.Bpmn;

/** The counter's engine, seen from within: its diagrams' names, and a diagram of the tests' own. */
@ApplicationScoped
public class DiagramOfTests {

  private static final String KEY = "waits-for-tests";
  private static final Pattern NAMED = Pattern.compile("[$#]\\{(\\w+)\\.");
  private static final Duration LOOK = Duration.ofMillis(100);

  /** What the expressions of the counter's diagrams call, but for what the engine itself brings. */
  public Set<String> namesInTheDiagrams() {
    Set<String> names = new TreeSet<>();
    for (String diagram : Processes.resources()) {
      Matcher named = NAMED.matcher(read(diagram));
      while (named.find()) {
        names.add(named.group(1));
      }
    }
    names.remove("execution");
    return names;
  }

  /** As an expression of a diagram finds it. */
  public Object bean(String name) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine().getProcessEngineConfiguration();
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            command ->
                configuration
                    .getExpressionManager()
                    .createExpression("${" + name + "}")
                    .getValue(StartProcessVariableScope.getSharedInstance()));
  }

  /** Starts a process that ends when the timer is due. */
  public Waiting waitsFor(Duration time) {
    String deployment =
        engine()
            .getRepositoryService()
            .createDeployment()
            .addModelInstance(
                KEY + ".bpmn",
                Bpmn.createExecutableProcess(KEY)
                    .camundaHistoryTimeToLive(1)
                    .startEvent()
                    .intermediateCatchEvent()
                    .timerWithDuration(time.toString())
                    .endEvent()
                    .done())
            .deploy()
            .getId();
    return new Waiting(
        engine().getRuntimeService().startProcessInstanceByKey(KEY, KEY).getId(), deployment);
  }

  /** A process that waits; closing it leaves nothing of it in the engine. */
  public record Waiting(String process, String deployment) implements AutoCloseable {

    /** False as soon as it has ended, at the latest after the time. */
    public boolean stillWaitsAfter(Duration time) {
      long limit = System.nanoTime() + time.toNanos();
      while (waits() && System.nanoTime() < limit) {
        LockSupport.parkNanos(LOOK.toNanos());
      }
      return waits();
    }

    private boolean waits() {
      return engine()
              .getRuntimeService()
              .createProcessInstanceQuery()
              .processInstanceId(process)
              .count()
          == 1;
    }

    @Override
    public void close() {
      engine().getRepositoryService().deleteDeployment(deployment, true);
    }
  }

  private static ProcessEngine engine() {
    return ProcessEngines.getProcessEngine("madoguchi");
  }

  private static String read(String resource) {
    try (InputStream stream = Processes.class.getResourceAsStream("/" + resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
