package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.madoguchi.launcher.Layout;

/** A further terminal of the running counter, with an agent's process of its own. */
final class AgentAtTerminal implements AutoCloseable {

  private final String terminal;
  private final String server;
  private final Path secret;
  private Process process;

  private AgentAtTerminal(String terminal, String server, Path secret) {
    this.terminal = terminal;
    this.server = server;
    this.secret = secret;
  }

  /**
   * Enrols the terminal and starts its agent.
   *
   * @param server where the agent calls
   */
  static AgentAtTerminal enrolled(String terminal, String server, Path folder) throws IOException {
    Api.Reply reply =
        Api.as("admin1").post("api/terminals", Map.of("id", terminal, "name", "試験" + terminal));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    Path secret = folder.resolve(terminal + ".secret");
    Files.writeString(secret, reply.json().get("secret").asText());
    AgentAtTerminal agent = new AgentAtTerminal(terminal, server, secret);
    agent.start();
    return agent;
  }

  String terminal() {
    return terminal;
  }

  boolean runs() {
    return process.isAlive();
  }

  void start() throws IOException {
    Layout layout = RunningCounter.get().layout();
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-jar",
                layout.agent().toString(),
                "--server",
                server,
                "--terminal",
                terminal,
                "--secret-file",
                secret.toString(),
                "--rack",
                layout.cards().toString())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    secret.resolveSibling(terminal + ".log").toFile()));
    builder.environment().remove("JDK_JAVA_OPTIONS");
    process = builder.start();
  }

  /** Ends the process at once, whatever the card is at. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
