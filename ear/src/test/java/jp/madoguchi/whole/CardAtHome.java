package jp.madoguchi.whole;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.agent.reader.OpenSc;
import jp.madoguchi.launcher.Layout;

/** The card of a case, plugged into another machine's reader by the terminal's own program. */
final class CardAtHome implements AutoCloseable {

  private final Process program;

  private CardAtHome(Process program) {
    this.program = program;
  }

  static CardAtHome plug(String card, OpenSc openSc) throws Exception {
    CardAtHome[] plugged = new CardAtHome[1];
    openSc.whenTheReaderIsOpen(() -> plugged[0] = start(card, openSc.reader()));
    return plugged[0];
  }

  private static CardAtHome start(String card, InetSocketAddress reader) throws IOException {
    Layout layout = RunningCounter.get().layout();
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-jar",
                layout.agent().toString(),
                "--virtual",
                layout.cards().resolve(card + ".json").toString(),
                "--vpcd",
                reader.getHostString() + ":" + reader.getPort())
            .redirectErrorStream(true);
    // the JVM would name the server's options in the first line
    builder.environment().remove("JDK_JAVA_OPTIONS");
    Process program = builder.start();
    BufferedReader printed = program.inputReader();
    String first = printed.readLine();
    if (first == null || !first.contains("lies on the virtual reader")) {
      program.destroyForcibly();
      throw new IOException("The card was not plugged in: " + first);
    }
    return new CardAtHome(program);
  }

  @Override
  public void close() throws InterruptedException {
    program.destroy();
    if (!program.waitFor(10, TimeUnit.SECONDS)) {
      program.destroyForcibly().waitFor();
    }
  }
}
