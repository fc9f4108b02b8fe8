package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.madoguchi.launcher.Layout;

/** A further terminal of the running counter, with an agent's process of its own. */
final class AgentAtTerminal implements AutoCloseable {

  private final String terminal;
  private final String server;
  private final Path folder;
  private Process process;

  private AgentAtTerminal(String terminal, String server, Path folder) {
    this.terminal = terminal;
    this.server = server;
    this.folder = folder;
  }

  /**
   * Enrols the terminal by a pairing code, and starts its agent.
   *
   * @param server where the agent calls
   */
  static AgentAtTerminal enrolled(String terminal, String server, Path folder) throws IOException {
    Api admin = Api.as("admin1");
    Api.Reply added = admin.post("api/terminals", Map.of("id", terminal, "name", "試験" + terminal));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    Api.Reply code = admin.post("api/terminals/" + terminal + "/pairing-code", Map.of());
    Path file = folder.resolve(terminal + ".code");
    Files.writeString(file, code.json().get("code").asText());
    AgentAtTerminal agent = new AgentAtTerminal(terminal, server, folder);
    agent.run("--enrol", "--code-file", file.toString());
    agent.process.onExit().join();
    assertThat(agent.process.exitValue()).as("%s enrols", terminal).isZero();
    agent.start();
    return agent;
  }

  boolean runs() {
    return process.isAlive();
  }

  void start() throws IOException {
    run("--rack", RunningCounter.get().layout().cards().toString());
  }

  private void run(String... options) throws IOException {
    Layout layout = RunningCounter.get().layout();
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-jar",
                layout.agent().toString(),
                "--server",
                server,
                "--terminal",
                terminal,
                "--credential",
                folder.resolve(terminal + ".credential").toString()));
    command.addAll(List.of(options));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve(terminal + ".log").toFile()))
            .start();
  }

  /** Ends the process at once, whatever the card is at. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** The terminal is retired too. */
  @Override
  public void close() {
    kill();
    Api.as("admin1").send("DELETE", "api/terminals/" + terminal, Map.of(), new byte[0]);
  }
}
