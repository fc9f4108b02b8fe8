package jp.madoguchi.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/**
 * Where the body of an import lies until it is read to the end. The files are residents' data:
 * readable by the server's user alone, removed at the end, and at the next start if the server was
 * killed.
 */
@ApplicationScoped
public class ImportSpool {

  private static final String PREFIX = "resident-import-";
  private static final int MEGABYTE = 1 << 20;

  private Settings settings;

  protected ImportSpool() {}

  @Inject
  public ImportSpool(Settings settings) {
    this.settings = settings;
  }

  /**
   * Takes in the whole body.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code import-too-large}, or {@code
   *     import-not-received} when the body breaks off or the disk is full; nothing is left behind
   */
  public Path take(InputStream body) {
    Path file = null;
    try {
      file = Files.createTempFile(Files.createDirectories(directory()), PREFIX, ".csv");
      copy(body, file);
      return file;
    } catch (IOException e) {
      remove(file);
      throw Problem.unavailable("import-not-received").asException();
    } catch (RuntimeException e) {
      remove(file);
      throw e;
    }
  }

  /** How many lines a body has below its header, a line break inside a value counted too. */
  public long lines(Path file) {
    long breaks = 0;
    byte last = '\n';
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          last = buffer[i];
          if (last == '\n') {
            breaks++;
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    long lines = last == '\n' ? breaks : breaks + 1;
    return Math.max(0, lines - 1);
  }

  /** Removes a body that is no longer needed; null is allowed. */
  public void remove(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  /** Removes what a killed server left behind. */
  public void clear() {
    if (!Files.isDirectory(directory())) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory(), PREFIX + "*")) {
      left.forEach(this::remove);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void copy(InputStream body, Path file) throws IOException {
    long room = (long) settings.number("import.max-megabytes", 4096) * MEGABYTE;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        room -= read;
        if (room < 0) {
          throw Problem.refused("import-too-large", settings.number("import.max-megabytes", 4096))
              .asException();
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private Path directory() {
    String server =
        System.getProperty("jboss.server.data.dir", System.getProperty("java.io.tmpdir"));
    return settings
        .find("import.spool-directory")
        .map(Path::of)
        .orElseGet(() -> Path.of(server, "madoguchi-import"));
  }
}
