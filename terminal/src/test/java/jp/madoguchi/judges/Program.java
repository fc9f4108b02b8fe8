package jp.madoguchi.judges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run of a program of others, with what it said. */
public record Program(int exit, String output) {

  private static final int PATIENCE_SECONDS = 120;

  public static Program run(Path folder, List<String> words) {
    try {
      ProcessBuilder program =
          new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
      program.environment().put("LC_ALL", "C.UTF-8");
      program.environment().put("TZ", "UTC");
      Process process = program.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(words.get(0) + " did not end");
      }
      return new Program(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
