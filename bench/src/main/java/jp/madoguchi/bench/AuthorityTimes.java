package jp.madoguchi.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.madoguchi.launcher.Counter;
import jp.madoguchi.launcher.Layout;
import org.flywaydb.core.Flyway;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what the authority alone issues, and what a certificate costs it and its database. */
@Command(
    name = "bench/run --authority",
    mixinStandardHelpOptions = true,
    description =
        "Issues certificates without server, flow and pages, on a database of its own, and prints"
            + " a table for docs/performance.md.")
public final class AuthorityTimes implements Callable<Integer> {

  @Option(names = "--threads", description = "Orders at a time (default: ${DEFAULT-VALUE}).")
  private int threads = 8;

  @Option(names = "--certificates", description = "Measured (default: ${DEFAULT-VALUE}).")
  private int certificates = 40_000;

  @Option(names = "--warm-up", description = "Issued before (default: ${DEFAULT-VALUE}).")
  private int warmUp = 40_000;

  @Option(names = "--data", description = "Emptied at the start (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("bench/target/authority");

  private final List<String> lines = new ArrayList<>();

  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(new CommandLine(new AuthorityTimes()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    WholeCases.delete(data);
    lines.add("| Measured | |");
    lines.add("| --- | ---: |");
    try (Counter counter = Counter.startDatabaseAlone(Layout.ofCheckout(Path.of("."), data))) {
      migrate(counter.databaseUrl());
      row("RSA-2048 signatures a second on all cores (limit)", Limits.signaturesOnAllCores());
      try (AuthorityAlone authority = new AuthorityAlone(counter)) {
        tell(
            authority.measure(
                threads,
                PreparedKeys.publicKeys(warmUp + certificates + threads),
                warmUp,
                certificates));
      }
    } finally {
      WholeCases.delete(data);
    }
    System.out.println(String.join("\n", lines));
    return 0;
  }

  private static void migrate(String databaseUrl) {
    Flyway.configure()
        .dataSource(databaseUrl, "postgres", "postgres")
        .schemas("madoguchi", "engine")
        .defaultSchema("madoguchi")
        .load()
        .migrate();
  }

  private void tell(AuthorityAlone.Issued issued) {
    Usage used = issued.used();
    row("**certificates a second**", issued.perSecond());
    each("CPU of the authority, ms", used.serverCpu(), issued);
    each("of it compiling, ms", used.compilingCpu(), issued);
    each("CPU of PostgreSQL, ms", used.databaseCpu(), issued);
    each("transactions", used.transactions(), issued);
    each("WAL syncs", used.walSyncs(), issued);
    each("WAL, bytes", used.walBytes(), issued);
    each("rows inserted", used.rowsInserted(), issued);
    each("rows updated", used.rowsUpdated(), issued);
  }

  private void each(String what, long value, AuthorityAlone.Issued issued) {
    line(what + ", for each", "%,.2f", value / (double) issued.certificates());
  }

  private void row(String what, double value) {
    line(what, "%,.0f", value);
  }

  private void line(String what, String format, double value) {
    lines.add("| " + what + " | " + String.format(Locale.ROOT, format, value) + " |");
    WholeCases.say(lines.get(lines.size() - 1));
  }
}
