package jp.madoguchi.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.judges.Program;

/**
 * A token of SoftHSM 2 in a directory of the test run.
 *
 * @param tokens where SoftHSM keeps it
 */
public record SoftToken(Path library, String slot, String pin, Path tokens) {

  private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");
  private static SoftToken shared;

  /** The build names the file in the environment, where the library looks for it. */
  public static synchronized SoftToken shared() {
    if (shared == null) {
      shared = make(Path.of(System.getenv("SOFTHSM2_CONF")));
    }
    return shared;
  }

  private static SoftToken make(Path configuration) {
    try {
      Path directory = Files.createDirectories(configuration.getParent());
      Path tokens = Files.createTempDirectory(directory, "tokens");
      Files.writeString(
          configuration,
          "directories.tokendir = %s%nobjectstore.backend = file%nlog.level = ERROR%n"
              .formatted(tokens));
      String pin = "4711-of-the-tests";
      Program made =
          Program.run(
              directory,
              List.of(
                  "softhsm2-util",
                  "--init-token",
                  "--free",
                  "--label",
                  "madoguchi",
                  "--so-pin",
                  "so-of-the-tests",
                  "--pin",
                  pin));
      Matcher slot = SLOT.matcher(made.output());
      if (!slot.find()) {
        throw new IllegalStateException(made.output());
      }
      return new SoftToken(installedLibrary(), slot.group(1), pin, tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path installedLibrary() throws IOException {
    for (Path place : new Path[] {Path.of("/usr/lib/softhsm"), Path.of("/usr/lib64/softhsm")}) {
      if (Files.exists(place.resolve("libsofthsm2.so"))) {
        return place.resolve("libsofthsm2.so");
      }
    }
    try (Stream<Path> found = Files.walk(Path.of("/usr/lib"), 3)) {
      return found
          .filter(file -> file.endsWith("libsofthsm2.so"))
          .findFirst()
          .orElseThrow(() -> new IOException("The tests need softhsm2: apt-get install softhsm2"));
    }
  }

  /** What an installation is told of it. */
  public Map<String, String> settings() {
    return Map.of(
        "authority.token.library", library.toString(),
        "authority.token.slot", slot,
        "authority.token.pin", pin);
  }

  /** Takes it from whoever uses it, until it is put back. */
  public void pull() throws IOException {
    Files.move(tokens, away());
  }

  public void putBack() throws IOException {
    if (Files.exists(away())) {
      Files.move(away(), tokens);
    }
  }

  private Path away() {
    return tokens.resolveSibling(tokens.getFileName() + "-away");
  }
}
