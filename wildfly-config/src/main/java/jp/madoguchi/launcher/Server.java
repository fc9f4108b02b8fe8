package jp.madoguchi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * The WildFly process of one counter, with its own base folder, so that the assembled server stays
 * clean.
 */
final class Server implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  private final Process process;

  private Server(Process process) {
    this.process = process;
  }

  /** Where the server listens on 127.0.0.1. */
  record Ports(int pages, int management, int terminals) {}

  static Server start(
      Layout layout,
      Ports ports,
      Map<String, String> settings,
      Map<String, String> secrets,
      Orphans orphans)
      throws IOException {
    prepare(layout);
    StandaloneCommandBuilder command =
        StandaloneCommandBuilder.of(layout.home())
            .setBaseDirectory(layout.server())
            .addJavaOptions("-Xms512m", "-Xmx2g", "-XX:+UseParallelGC", "-Dfile.encoding=UTF-8")
            .addJavaOption("-Djboss.http.port=" + ports.pages())
            .addJavaOption("-Djboss.management.http.port=" + ports.management())
            .addJavaOption("-Dmadoguchi.terminals.port=" + ports.terminals())
            .addJavaOption("-Djboss.bind.address=127.0.0.1")
            .addJavaOption("-Djava.net.preferIPv4Stack=true")
            .addJavaOption("-Duser.timezone=Asia/Tokyo")
            .addJavaOption("-Duser.language=ja")
            .addJavaOption("-Dorg.jboss.logmanager.nocolor=true");
    settings.forEach((name, value) -> command.addJavaOption("-D" + name + "=" + value));
    Files.createDirectories(layout.logs());
    ProcessBuilder builder =
        new ProcessBuilder(command.build())
            .redirectErrorStream(true)
            .redirectOutput(layout.logs().resolve("server-console.log").toFile());
    builder.environment().putAll(secrets);
    Process process = builder.start();
    orphans.remember("server", process.toHandle());
    Server server = new Server(process);
    try {
      server.awaitReady(layout, URI.create("http://127.0.0.1:" + ports.pages() + "/health/ready"));
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  boolean runs() {
    return process.isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    Orphans.end(process.toHandle());
  }

  /** A fresh copy of the configuration each time; what the server keeps lies in its data folder. */
  private static void prepare(Layout layout) throws IOException {
    Path base = layout.server();
    copyTree(layout.home().resolve("standalone/configuration"), base.resolve("configuration"));
    Path deployments = base.resolve("deployments");
    deleteTree(deployments);
    Files.createDirectories(deployments);
    Files.copy(
        layout.ear(), deployments.resolve("madoguchi.ear"), StandardCopyOption.REPLACE_EXISTING);
    deleteTree(base.resolve("tmp"));
  }

  private void awaitReady(Layout layout, URI address) throws IOException {
    Path failed = layout.server().resolve("deployments/madoguchi.ear.failed");
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < limit) {
      if (!process.isAlive() || Files.exists(failed)) {
        throw new IOException("The server did not start; see " + layout.logs());
      }
      if (answers(client, request)) {
        return;
      }
      pause();
    }
    throw new IOException("The server was not ready in time; see " + layout.logs());
  }

  private static boolean answers(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
