package jp.madoguchi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import jp.madoguchi.launcher.Counter;

/**
 * What the parts have used up to a moment. Processor times are read from {@code /proc}, so this
 * works on Linux only.
 *
 * @param serverCpu of the server's process, in milliseconds; of this program where no server runs
 * @param compilingCpu of the server's compiler threads, which is in {@code serverCpu}; it falls
 *     towards 0 as the server warms up
 * @param databaseCpu of all PostgreSQL processes, in milliseconds
 * @param driverCpu of this program: clerks, agents and cards, in milliseconds
 * @param transactions that ended well, those that only read among them
 * @param rowsInserted in all tables
 * @param rowsUpdated in all tables
 * @param walSyncs how often the log was made safe on disk
 * @param walBytes written to the log
 */
record Usage(
    long serverCpu,
    long compilingCpu,
    long databaseCpu,
    long driverCpu,
    long transactions,
    long rowsInserted,
    long rowsUpdated,
    long walSyncs,
    long walBytes) {

  private static final long MILLIS_PER_TICK = 10;

  static Usage now(Counter counter) throws IOException, SQLException {
    Path server = server();
    long database = database(counter.layout().data());
    long driver = cpu(Path.of("/proc/self"), false);
    try (Connection connection =
            DriverManager.getConnection(counter.databaseUrl(), "postgres", "postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select xact_commit, tup_inserted, tup_updated,"
                    + " (select sum(fsyncs) from pg_stat_io where object = 'wal'),"
                    + " (select wal_bytes from pg_stat_wal)"
                    + " from pg_stat_database where datname = current_database()")) {
      row.next();
      return new Usage(
          cpu(server, false),
          compiling(server),
          database,
          driver,
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5));
    }
  }

  Usage minus(Usage before) {
    return new Usage(
        serverCpu - before.serverCpu,
        compilingCpu - before.compilingCpu,
        databaseCpu - before.databaseCpu,
        driverCpu - before.driverCpu,
        transactions - before.transactions,
        rowsInserted - before.rowsInserted,
        rowsUpdated - before.rowsUpdated,
        walSyncs - before.walSyncs,
        walBytes - before.walBytes);
  }

  private static Path server() throws IOException {
    for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
      if (commandLine(child.pid()).contains("org.jboss.as.standalone")) {
        return Path.of("/proc/" + child.pid());
      }
    }
    return Path.of("/proc/self");
  }

  private static long compiling(Path server) throws IOException {
    long sum = 0;
    try (Stream<Path> threads = Files.list(server.resolve("task"))) {
      for (Path thread : threads.toList()) {
        if (name(thread).matches("C[12] Compiler.*\\R?")) {
          sum += cpu(thread, false);
        }
      }
    }
    return sum;
  }

  private static String name(Path thread) throws IOException {
    try {
      return Files.readString(thread.resolve("comm"));
    } catch (NoSuchFileException ended) {
      return "";
    }
  }

  /** The postmaster with the children it has outlived, and those that run. */
  private static long database(Path data) throws IOException {
    Path file = data.resolve("database/data/postmaster.pid");
    long postmaster = Long.parseLong(Files.readAllLines(file).get(0).strip());
    long sum = cpu(Path.of("/proc/" + postmaster), true);
    try (Stream<ProcessHandle> children =
        ProcessHandle.of(postmaster).orElseThrow().descendants()) {
      for (ProcessHandle child : children.toList()) {
        sum += cpu(Path.of("/proc/" + child.pid()), true);
      }
    }
    return sum;
  }

  /** User and system time; see proc(5), fields 14 to 17 of {@code stat}. */
  private static long cpu(Path task, boolean withChildren) throws IOException {
    try {
      String stat = Files.readString(task.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      if (withChildren) {
        ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
      }
      return ticks * MILLIS_PER_TICK;
    } catch (NoSuchFileException ended) {
      return 0;
    }
  }

  private static String commandLine(long pid) throws IOException {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException ended) {
      return "";
    }
  }
}
