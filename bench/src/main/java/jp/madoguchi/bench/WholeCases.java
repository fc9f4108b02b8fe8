package jp.madoguchi.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jp.madoguchi.launcher.Counter;
import jp.madoguchi.launcher.Layout;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Drives whole same-day cases through the API, and measures what they take. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    description =
        "Starts a counter of its own with fresh data, drives whole same-day cases through its API"
            + " with virtual cards, and prints a table for docs/performance.md. With --relay as"
            + " first option: how long a certificate takes onto its card when the terminal is"
            + " far away.")
public final class WholeCases implements Callable<Integer> {

  private static final Logger LOGS = Logger.getLogger("");

  @Option(
      names = "--terminals",
      description = "Counters that work side by side (default: ${DEFAULT-VALUE}).")
  private int terminals = 24;

  @Option(
      names = "--warm-up",
      paramLabel = "<seconds>",
      description = "How long to work before measuring (default: ${DEFAULT-VALUE}).")
  private int warmUp = 90;

  @Option(names = "--seconds", description = "How long to measure (default: ${DEFAULT-VALUE}).")
  private int seconds = 120;

  @Option(
      names = "--warm-up-cases",
      paramLabel = "<cases>",
      description =
          "How many cases to do before measuring, instead of --warm-up: so that runs on a machine"
              + " with other work are equally warm.")
  private int warmUpCases;

  @Option(names = "--cases", description = "How many cases to measure, instead of --seconds.")
  private int cases;

  @Option(
      names = "--people",
      description = "Residents with a card, one case each (default: ${DEFAULT-VALUE}).")
  private int people = 12_000;

  @Option(
      names = "--look-every",
      paramLabel = "<milliseconds>",
      description = "How often a page asks how far the writing is (default: ${DEFAULT-VALUE}).")
  private int lookEvery = 100;

  @Option(names = "--data", description = "Emptied at the start (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("bench/target/counter");

  @Option(names = "--keep", description = "Keep the data and the logs afterwards.")
  private boolean keep;

  public static void main(String[] arguments) {
    LOGS.setLevel(Level.WARNING);
    System.exit(new CommandLine(new WholeCases()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    // The cards of this program sign with it where it loads, to leave the server its processors.
    AmazonCorrettoCryptoProvider.install();
    PreparedKeys keys = PreparedKeys.make(2 * people);
    delete(data);
    try (Counter counter = Counter.start(Layout.ofCheckout(Path.of("."), data), 0)) {
      say("the counter runs at " + counter.address());
      counter.stopAgent();
      Office office = new Office(counter);
      office.open();
      List<Applicant> applicants = office.applicants(people);
      say(applicants.size() + " people wait with their cards");
      Limits limits = Limits.measure(counter.databaseUrl());
      say("limits: " + limits);
      try (Counters counters =
          new Counters(office, applicants, keys, Duration.ofMillis(lookEvery), terminals)) {
        if (warmUpCases > 0) {
          counters.work(warmUpCases);
        } else {
          counters.work(Duration.ofSeconds(warmUp));
        }
        say("warmed up with " + counters.finished() + " cases");
        Usage before = Usage.now(counter);
        Measured measured =
            cases > 0 ? counters.measure(cases) : counters.measure(Duration.ofSeconds(seconds));
        Usage used = Usage.now(counter).minus(before);
        System.out.println(new PerformanceTable(terminals, measured, used, limits).text());
        return measured.failures() == 0 ? 0 : 1;
      }
    } finally {
      if (!keep) {
        delete(data);
      }
    }
  }

  static void say(String progress) {
    System.err.println("bench: " + progress);
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
