package jp.madoguchi.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * A key of this installation, in hexadecimal digits. It comes from a setting and stays on the
 * server; the training stage makes one by itself and keeps it in a file of the setting's name under
 * {@code authority.directory}, for its owner alone.
 */
public final class KeptKey {

  private final Settings settings;
  private final String name;
  private final int length;
  private final Supplier<RuntimeException> missing;
  private volatile String hex;

  /**
   * @param name the setting, such as {@code card.master-key}
   * @param length in bytes
   * @param missing what is thrown when there is none, or one of another form
   */
  public KeptKey(Settings settings, String name, int length, Supplier<RuntimeException> missing) {
    this.settings = settings;
    this.name = name;
    this.length = length;
    this.missing = missing;
  }

  /** A copy, which the caller wipes after use. */
  public byte[] bytes() {
    if (hex == null) {
      hex = read();
    }
    return HexFormat.of().parseHex(hex);
  }

  private String read() {
    String found = settings.find(name).orElseGet(this::ofTraining);
    if (!found.matches("[0-9A-Fa-f]{" + 2 * length + "}")) {
      throw missing.get();
    }
    return found;
  }

  private String ofTraining() {
    if (!settings.training()) {
      throw missing.get();
    }
    Path directory = Path.of(settings.find("authority.directory").orElseThrow(missing));
    Path file = directory.resolve(name.replace('.', '-'));
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
  private void make(Path file) throws IOException {
    byte[] random = new byte[length];
    new SecureRandom().nextBytes(random);
    Path directory = file.getParent();
    String prefix = file.getFileName().toString();
    Path draft = Files.createTempFile(directory, prefix, null, OwnerOnly.in(directory));
    try {
      Files.writeString(draft, HexFormat.of().formatHex(random));
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // another node made it in the same moment
    } finally {
      Files.delete(draft);
    }
  }

  @Override
  public String toString() {
    return "the key of " + name;
  }
}
