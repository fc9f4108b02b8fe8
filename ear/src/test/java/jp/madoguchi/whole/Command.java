package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of others that judges what the counter made. */
record Command(int exit, String output) {

  private static final int PATIENCE_SECONDS = 60;

  static Command run(Path folder, String... words) {
    return run(new ProcessBuilder(words).directory(folder.toFile()), "");
  }

  /** As others' programs are run, with something to read. */
  static Command run(ProcessBuilder program, String input) {
    try {
      Process process = program.redirectErrorStream(true).start();
      try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.write(input);
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(program.command().get(0) + " did not end");
      }
      return new Command(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What openssl printed; it has to be content. */
  static String openssl(Path folder, String... words) {
    Command run =
        run(folder, Stream.concat(Stream.of("openssl"), Stream.of(words)).toArray(String[]::new));
    assertThat(run.exit()).as(run.output()).isZero();
    return run.output();
  }
}
