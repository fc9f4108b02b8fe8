package jp.madoguchi.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the whole counter on this machine until Ctrl-C. */
@Command(
    name = "bin/run",
    mixinStandardHelpOptions = true,
    description = "Runs the whole counter on this machine until Ctrl-C.")
public final class Main implements Callable<Integer> {

  /** Ctrl-C reaches every part at once; one may have ended before this one hears of it. */
  private static final int PARTS_END_TOGETHER_SECONDS = 5;

  /**
   * A terminal's agent that ended is started again, as a service is, but late enough for whoever
   * trains to see what the screens tell meanwhile.
   */
  private static final int AGENT_BACK_SECONDS = 60;

  private static final Logger DATABASE_LOG = Logger.getLogger("io.zonky.test");

  @Option(names = "--port", description = "Port of the pages (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(names = "--fresh", description = "Begin anew: forget all cases, keys and cards.")
  private boolean fresh;

  @Option(names = "--data", description = "Where data are kept (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("var");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DATABASE_LOG.setLevel(Level.WARNING);
    Layout layout = Layout.ofCheckout(Path.of("."), data);
    if (fresh) {
      new Orphans(layout.running()).end();
      Server.deleteTree(layout.data());
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Counter counter = Counter.start(layout, port);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(counter, stopped)));
    Welcome.print(counter);
    int withoutAgent = 0;
    while (counter.serverRuns()) {
      if (stopped.await(1, TimeUnit.SECONDS)) {
        return 0;
      }
      withoutAgent = counter.agentRuns() ? 0 : withoutAgent + 1;
      if (withoutAgent == 1) {
        System.err.printf(
            "The terminal's agent has ended; it is started again in %d seconds.%n",
            AGENT_BACK_SECONDS);
      }
      if (withoutAgent == AGENT_BACK_SECONDS) {
        counter.startAgent();
      }
    }
    if (stopped.await(PARTS_END_TOGETHER_SECONDS, TimeUnit.SECONDS)) {
      return 0;
    }
    System.err.println("A part of the counter ended by itself; see " + layout.logs());
    return 1;
  }

  private static void stop(Counter counter, CountDownLatch stopped) {
    try {
      counter.close();
    } catch (IOException e) {
      System.err.println("Not everything could be stopped: " + e.getMessage());
    } finally {
      stopped.countDown();
    }
  }
}
