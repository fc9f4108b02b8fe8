package jp.madoguchi.judges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each class of tests others judge all that was signed in it. It is registered for every
 * class: no test has to think of it.
 */
public final class Judged implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext context) {
    Made made = Made.taken();
    if (made.certificates().isEmpty() && made.lists().isEmpty() && made.answers().isEmpty()) {
      return;
    }
    try {
      Path folder = Files.createTempDirectory("judged");
      try {
        new Jury(folder).judge(made);
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
