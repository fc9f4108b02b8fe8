package jp.madoguchi.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The embedded PostgreSQL of one counter. What was committed stays: the library switches {@code
 * fsync} and {@code synchronous_commit} off for tests, here both are on.
 */
final class Database implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;

  private Database(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static Database start(Path folder, int port, Orphans orphans) throws IOException {
    endFormer(folder);
    Files.createDirectories(folder.getParent());
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setPort(port)
            .setPGStartupWait(START_LIMIT)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "120")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .start();
    postmaster(folder)
        .ifPresent(
            process -> {
              try {
                orphans.remember("database", process);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    return new Database(postgres);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:"
        + postgres.getPort()
        + "/postgres?reWriteBatchedInserts=true&logServerErrorDetail=false&ApplicationName=madoguchi";
  }

  int port() {
    return postgres.getPort();
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /** Ends a server that a killed run left behind on these data. */
  private static void endFormer(Path folder) throws IOException {
    postmaster(folder).ifPresent(Orphans::end);
  }

  private static Optional<ProcessHandle> postmaster(Path folder) throws IOException {
    Path file = folder.resolve("data").resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
  }
}
