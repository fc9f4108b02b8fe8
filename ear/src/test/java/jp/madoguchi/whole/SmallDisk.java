package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.madoguchi.launcher.Counter;

/**
 * A disk of a few megabytes under the running counter's database, so that it can be full. The
 * kernel keeps it in memory (tmpfs), which only the machine's administrator may mount.
 */
final class SmallDisk implements AutoCloseable {

  private static final int SPARE_MEGABYTES = 48;
  private static final Path HERE = Path.of(".").toAbsolutePath();

  private final Counter counter;
  private final Path data;
  private final Path before;

  private SmallDisk(Counter counter) {
    this.counter = counter;
    this.data = counter.layout().data().resolve("database/data");
    this.before = data.resolveSibling("data-on-the-large-disk");
  }

  /** Whether this run may mount a disk. */
  static boolean possible() {
    Path place = RunningCounter.get().layout().data().resolve("a-disk");
    try {
      Files.createDirectories(place);
      boolean mounted = asAdministrator("mount", "-t", "tmpfs", "none", place.toString()) == 0;
      if (mounted) {
        assertThat(asAdministrator("umount", place.toString())).isZero();
      }
      Files.delete(place);
      return mounted;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Moves the database there; it is away for a moment. */
  static SmallDisk under(Counter counter) throws IOException {
    SmallDisk disk = new SmallDisk(counter);
    counter.stopDatabase();
    long used = Long.parseLong(output("du", "-sm", disk.data.toString()).split("\\s")[0]);
    Files.move(disk.data, disk.before);
    Files.createDirectory(disk.data);
    assertThat(
            asAdministrator(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "mode=0700,uid=%s,gid=%s,size=%dm"
                    .formatted(output("id", "-u"), output("id", "-g"), used + SPARE_MEGABYTES),
                "none",
                disk.data.toString()))
        .isZero();
    output("cp", "-a", disk.before + "/.", disk.data.toString());
    counter.startDatabase();
    return disk;
  }

  /** Takes all the space that is left. */
  void fill() throws IOException {
    byte[] megabyte = new byte[1024 * 1024];
    for (int size = megabyte.length; size >= 4096; size /= 2) {
      try (OutputStream file = Files.newOutputStream(data.resolveSibling("data/ballast-" + size))) {
        while (true) {
          file.write(megabyte, 0, size);
        }
      } catch (IOException full) {
        assertThat(full).hasMessageContaining("No space left on device");
      }
    }
  }

  /** Somebody makes room. */
  void clear() throws IOException {
    try (var files = Files.newDirectoryStream(data, "ballast-*")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  /** Moves the database back, with what was stored meanwhile. */
  @Override
  public void close() throws IOException {
    clear();
    counter.stopDatabase();
    output("rm", "-rf", before.toString());
    output("cp", "-a", data.toString(), before.toString());
    assertThat(asAdministrator("umount", data.toString())).isZero();
    Files.delete(data);
    Files.move(before, data);
    counter.startDatabase();
  }

  private static int asAdministrator(String... words) {
    List<String> command = new ArrayList<>(Arrays.asList(words));
    if (!output("id", "-u").equals("0")) {
      command.addAll(0, List.of("sudo", "-n"));
    }
    return Command.run(HERE, command.toArray(String[]::new)).exit();
  }

  private static String output(String... words) {
    Command run = Command.run(HERE, words);
    assertThat(run.exit()).as(run.output()).isZero();
    return run.output().strip();
  }
}
