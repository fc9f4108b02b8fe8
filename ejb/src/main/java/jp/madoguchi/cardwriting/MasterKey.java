package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/**
 * The key from which every card's keys are derived. It comes from the setting {@code
 * card.master-key} (32 hexadecimal digits) and stays on the server; the training stage makes one by
 * itself and keeps it in the file {@code card-master-key} under {@code authority.directory}.
 */
@ApplicationScoped
public class MasterKey {

  private static final String FILE = "card-master-key";
  private static final String FORM = "[0-9A-Fa-f]{32}";

  private final Settings settings;
  private volatile String hex;

  protected MasterKey() {
    this(null);
  }

  @Inject
  public MasterKey(Settings settings) {
    this.settings = settings;
  }

  /**
   * A copy of its 16 bytes, which the caller wipes after use.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code no-card-master-key}
   */
  byte[] bytes() {
    if (hex == null) {
      hex = read();
    }
    return HexFormat.of().parseHex(hex);
  }

  private String read() {
    String found =
        settings
            .find("card.master-key")
            .orElseGet(
                () -> {
                  if (!settings.training()) {
                    throw missing();
                  }
                  return ofTraining(
                      Path.of(
                          settings.find("authority.directory").orElseThrow(MasterKey::missing)));
                });
    if (!found.matches(FORM)) {
      throw missing();
    }
    return found;
  }

  private static RuntimeException missing() {
    return Problem.unavailable("no-card-master-key").asException();
  }

  private static String ofTraining(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      Files.createDirectories(directory);
      if (Files.notExists(file)) {
        make(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever comes first makes it: a link appears whole or not at all. */
  private static void make(Path file) throws IOException {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    Path draft = Files.createTempFile(file.getParent(), FILE, null, ownerOnly());
    try {
      Files.writeString(draft, HexFormat.of().formatHex(random));
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // another node made it in the same moment
    } finally {
      Files.delete(draft);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public String toString() {
    return "the master key";
  }
}
