package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import jp.madoguchi.settings.Settings;

/** The training stage's one terminal, whose agent reads its secret from a file. */
@ApplicationScoped
public class TrainingTerminal {

  public static final String ID = "T1";

  private final Terminals terminals;
  private final Settings settings;

  protected TrainingTerminal() {
    this(null, null);
  }

  @Inject
  public TrainingTerminal(Terminals terminals, Settings settings) {
    this.terminals = terminals;
    this.settings = settings;
  }

  /**
   * Registers T1 and writes its secret to the file of the setting {@code
   * training.terminal-secret-file}. Does nothing outside the training stage, or when terminal and
   * file are there and belong together.
   */
  @Transactional
  public void establish() {
    if (!settings.training()) {
      return;
    }
    settings
        .find("training.terminal-secret-file")
        .map(Path::of)
        .filter(file -> !agrees(file))
        .ifPresent(file -> write(file, terminals.enrol(ID, "窓口1")));
  }

  private boolean agrees(Path file) {
    try {
      return Files.exists(file) && terminals.verify(ID, Files.readString(file).strip()).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String secret) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, "secret", null, ownerOnly());
      Files.writeString(draft, secret);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
}
