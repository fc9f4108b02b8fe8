package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;

/** A setting of the running counter that stands otherwise until it is closed. */
final class Setting implements AutoCloseable {

  private final String property;

  private Setting(String property) {
    this.property = property;
  }

  /** The setting {@code madoguchi.<name>}, which the counter reads each time it asks. */
  static Setting of(String name, String value) {
    Setting setting = new Setting("madoguchi." + name);
    ModelNode add = setting.operation("add");
    add.get("value").set(value);
    execute(add);
    return setting;
  }

  @Override
  public void close() {
    execute(operation("remove"));
  }

  private ModelNode operation(String name) {
    ModelNode operation = new ModelNode();
    operation.get("operation").set(name);
    operation.get("address").add("system-property", property);
    return operation;
  }

  private static void execute(ModelNode operation) {
    try (ModelControllerClient client =
        ModelControllerClient.Factory.create(
            InetAddress.getLoopbackAddress(), RunningCounter.get().managementPort())) {
      ModelNode answer = client.execute(operation);
      assertThat(answer.get("outcome").asString()).as(answer.toString()).isEqualTo("success");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
