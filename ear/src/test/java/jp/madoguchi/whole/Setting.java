package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.ModelControllerClientConfiguration;
import org.jboss.dmr.ModelNode;

/** Settings of the running counter that stand otherwise until they are closed. */
final class Setting implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, String> values;

  private Setting(Map<String, String> values) {
    this.values = values;
  }

  /** The setting {@code madoguchi.<name>}, which the counter reads each time it asks. */
  static Setting of(String name, String value) {
    return of(Map.of(name, value));
  }

  /** Several, from one moment on. */
  static Setting of(Map<String, String> values) {
    Setting setting = new Setting(values);
    setting.change("add");
    return setting;
  }

  @Override
  public void close() {
    change("remove");
  }

  private void change(String operation) {
    ModelNode all = new ModelNode();
    all.get("operation").set("composite");
    all.get("address").setEmptyList();
    values.forEach(
        (name, value) -> {
          ModelNode step = new ModelNode();
          step.get("operation").set(operation);
          step.get("address").add("system-property", "madoguchi." + name);
          if (operation.equals("add")) {
            step.get("value").set(value);
          }
          all.get("steps").add(step);
        });
    execute(all);
  }

  private static void execute(ModelNode operation) {
    try (ModelControllerClient client =
        ModelControllerClient.Factory.create(
            new ModelControllerClientConfiguration.Builder()
                .setHostName("127.0.0.1")
                .setPort(RunningCounter.get().managementPort())
                .setConnectionTimeout((int) PATIENCE.toMillis())
                .build())) {
      ModelNode answer = client.execute(operation);
      assertThat(answer.get("outcome").asString()).as(answer.toString()).isEqualTo("success");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
