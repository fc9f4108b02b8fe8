package jp.madoguchi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The table of docs/performance.md. */
final class PerformanceTable {

  private final int terminals;
  private final Measured measured;
  private final Usage used;
  private final Limits limits;
  private final List<String> lines = new ArrayList<>();

  PerformanceTable(int terminals, Measured measured, Usage used, Limits limits) {
    this.terminals = terminals;
    this.measured = measured;
    this.used = used;
    this.limits = limits;
  }

  String text() {
    cases();
    latencies();
    costs();
    limits();
    return String.join("\n", lines);
  }

  private void cases() {
    row("Measured", "");
    row("---", "---:");
    row("machine", machine());
    row("terminals side by side", Integer.toString(terminals));
    row("measured for", number(measured.duration().toMillis() / 1000.0) + " s");
    row("cases finished", Long.toString(measured.cases()));
    row("cases failed", Long.toString(measured.failures()));
    row("**cases per second**", "**" + number(measured.casesPerSecond()) + "**");
    row("certificates per second", number(2 * measured.casesPerSecond()));
    lines.add("");
  }

  private void latencies() {
    lines.add("| Act | p50 ms | p90 ms | p99 ms | max ms |");
    lines.add("| --- | ---: | ---: | ---: | ---: |");
    for (Act act : Act.values()) {
      Histogram histogram = measured.timings().of(act);
      lines.add(
          "| %s | %s | %s | %s | %s |"
              .formatted(
                  act.words(),
                  millis(histogram.getValueAtPercentile(50)),
                  millis(histogram.getValueAtPercentile(90)),
                  millis(histogram.getValueAtPercentile(99)),
                  millis(histogram.getMaxValue())));
    }
    lines.add("");
  }

  private void costs() {
    row("Each case takes", "");
    row("---", "---:");
    row("transactions, those that only read among them", each(used.transactions()));
    row("log made safe on disk, times", each(used.walSyncs()));
    row("rows inserted", each(used.rowsInserted()));
    row("rows updated", each(used.rowsUpdated()));
    row("log, KiB", each(used.walBytes() / 1024.0));
    row("CPU of the server, ms", each(used.serverCpu()));
    row("of it compiling, which ends when the server is warm, ms", each(used.compilingCpu()));
    row("CPU of PostgreSQL, ms", each(used.databaseCpu()));
    row("CPU of clerks, agents and cards (this program), ms", each(used.driverCpu()));
    double own = perCase(used.serverCpu() - used.compilingCpu() + used.databaseCpu());
    row(
        "cases per second that a warm server and database could do with all cores to themselves",
        number(1000.0 * cores() / own));
    lines.add("");
  }

  private void limits() {
    row("This machine at most", "per second");
    row("---", "---:");
    row("RSA-2048 signatures on one core, SunRsaSign", number(limits.sunSignatures()));
    row("RSA-2048 signatures on one core, Amazon Corretto", number(limits.correttoSignatures()));
    row("commits of 30 rows in one batch, one connection", number(limits.commits()));
    row("commits of 30 rows in one batch, eight connections", number(limits.commitsOfEight()));
  }

  private void row(String what, String value) {
    lines.add("| " + what + " | " + value + " |");
  }

  private String each(double total) {
    return number(perCase(total));
  }

  private double perCase(double total) {
    return total / Math.max(1, measured.cases());
  }

  private static String millis(long micros) {
    return number(micros / 1000.0);
  }

  private static String number(double value) {
    String form = value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, form, value);
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static String machine() {
    String model = "";
    try {
      model =
          Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
              .filter(line -> line.startsWith("model name"))
              .findFirst()
              .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
              .orElse("");
    } catch (IOException noSuchFile) {
      // A system without /proc names no processor.
    }
    return cores() + " cores" + model + ", Java " + Runtime.version().feature();
  }
}
