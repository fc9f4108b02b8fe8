package jp.madoguchi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Remembers the processes of a running counter in files, so that after a killed run the next start
 * can end what was left behind. A process is ours only if number and start time both agree.
 */
final class Orphans {

  private final Path folder;

  Orphans(Path folder) {
    this.folder = folder;
  }

  void remember(String name, ProcessHandle process) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), process.pid() + " " + startOf(process).orElse(""));
  }

  /** Ends every remembered process that still runs. */
  void end() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> remembered;
    try (Stream<Path> files = Files.list(folder)) {
      remembered = files.sorted().toList();
    }
    for (Path file : remembered) {
      find(Files.readString(file)).ifPresent(Orphans::end);
      Files.deleteIfExists(file);
    }
  }

  private static Optional<ProcessHandle> find(String line) {
    String[] words = line.strip().split(" ");
    return words.length != 2
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(words[0]))
            .filter(process -> startOf(process).equals(Optional.of(words[1])));
  }

  private static Optional<String> startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString);
  }

  static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
