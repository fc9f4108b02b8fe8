package jp.madoguchi.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.madoguchi.agent.card.KeySource;
import jp.madoguchi.agent.exchange.ServerOverHttp;
import jp.madoguchi.launcher.Counter;
import jp.madoguchi.launcher.Layout;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long a certificate takes onto its card when the terminal is far away. */
@Command(
    name = "bench/run --relay",
    mixinStandardHelpOptions = true,
    description =
        "Writes single certificates through a way that delays what is sent, once with a round's"
            + " commands in one batch and once with one command an exchange, and prints a table"
            + " for docs/performance.md.")
public final class RelayTimes implements Callable<Integer> {

  private static final Logger LOGS = Logger.getLogger("");
  private static final List<Integer> ROUND_TRIPS = List.of(0, 30, 80);
  private static final String TERMINAL = "B1";
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);

  @Option(names = "--cases", description = "Cases a figure (default: ${DEFAULT-VALUE}).")
  private int cases = 15;

  @Option(names = "--warm-up", description = "Cases before (default: ${DEFAULT-VALUE}).")
  private int warmUp = 60;

  @Option(names = "--data", description = "Emptied at the start (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("bench/target/relay");

  private final List<String> lines = new ArrayList<>();

  /** The exchanges, commands and times of one certificate at one delay. */
  private record Writing(double exchanges, double commands, Histogram times) {}

  public static void main(String[] arguments) {
    LOGS.setLevel(Level.WARNING);
    System.exit(new CommandLine(new RelayTimes()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    AmazonCorrettoCryptoProvider.install();
    lines.add("| | exchanges | commands | " + columns(" ms") + " |");
    lines.add("| --- | ---: | ---: |" + " ---: |".repeat(ROUND_TRIPS.size()));
    List<Histogram> batches = measure("a round in one batch", 250);
    List<Histogram> single = measure("one command an exchange", 1);
    StringBuilder factors = new StringBuilder("| times as long | | |");
    for (int i = 0; i < batches.size(); i++) {
      double factor = (double) median(single.get(i)) / median(batches.get(i));
      factors.append(String.format(Locale.ROOT, " %.1f |", factor));
    }
    lines.add(factors.toString());
    System.out.println(String.join("\n", lines));
    return 0;
  }

  private static String columns(String unit) {
    return String.join(" | ", ROUND_TRIPS.stream().map(time -> time + unit).toList());
  }

  private List<Histogram> measure(String name, int batchSize) throws Exception {
    WholeCases.delete(data);
    Map<String, String> settings =
        Map.of("madoguchi.reader.batch-size", Integer.toString(batchSize));
    try (Counter counter = Counter.start(Layout.ofCheckout(Path.of("."), data), 0, settings);
        DelayingProxy way = new DelayingProxy(counter.address())) {
      counter.stopAgent();
      Office office = new Office(counter);
      office.open();
      List<Writing> writings = measure(office, way);
      WholeCases.say(name + ": certificates of " + office.certificateLength() + " bytes");
      Writing first = writings.get(0);
      StringBuilder row = new StringBuilder();
      row.append(
          String.format(
              Locale.ROOT, "| %s | %.1f | %.1f |", name, first.exchanges(), first.commands()));
      writings.forEach(one -> row.append(" ").append(text(one.times())).append(" |"));
      lines.add(row.toString());
      return writings.stream().map(Writing::times).toList();
    } finally {
      WholeCases.delete(data);
    }
  }

  private List<Writing> measure(Office office, DelayingProxy way) throws Exception {
    int people = warmUp + cases * ROUND_TRIPS.size();
    KeySource keys = PreparedKeys.make(people);
    Iterator<Applicant> queue = office.applicants(people).iterator();
    CountedExchanges exchanges =
        new CountedExchanges(
            new ServerOverHttp(
                Api.CLIENT, URI.create(way.address()), TERMINAL, office.secretOf(TERMINAL)));
    List<Writing> writings = new ArrayList<>();
    try (CounterPlace place = new CounterPlace(exchanges, TERMINAL)) {
      Desk desk = new Desk(place, new Api(office.address(), "clerk1"), keys, queue, exchanges);
      desk.write(warmUp);
      for (int roundTrip : ROUND_TRIPS) {
        way.roundTrip(Duration.ofMillis(roundTrip));
        writings.add(desk.write(cases));
      }
    }
    return writings;
  }

  /** A counter that writes one certificate after another. */
  private record Desk(
      CounterPlace place,
      Api clerk,
      KeySource keys,
      Iterator<Applicant> queue,
      CountedExchanges exchanges) {

    Writing write(int count) {
      Timings timings = new Timings();
      int batchesBefore = exchanges.batches();
      int commandsBefore = exchanges.commands();
      for (int i = 0; i < count; i++) {
        Applicant next = queue.next();
        place.putOn(next, keys);
        new Visit(clerk, TERMINAL, List.of("SIGNATURE"), LOOK_EVERY, timings).take(next);
        takeOff();
      }
      return new Writing(
          (double) (exchanges.batches() - batchesBefore) / count,
          (double) (exchanges.commands() - commandsBefore) / count,
          timings.of(Act.WRITE));
    }

    /** The next applicant comes when the server has seen that the reader is empty. */
    private void takeOff() {
      place.takeOff();
      String reader = "api/terminals/" + TERMINAL + "/card";
      while (!clerk.get(reader).path("reader").asText().equals("EMPTY")) {
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
      }
    }
  }

  private static String text(Histogram times) {
    return String.format(
        Locale.ROOT,
        "%,d (%,d–%,d)",
        median(times),
        times.getMinValue() / 1000,
        times.getMaxValue() / 1000);
  }

  private static long median(Histogram times) {
    return times.getValueAtPercentile(50) / 1000;
  }
}
