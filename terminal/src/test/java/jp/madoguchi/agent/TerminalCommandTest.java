package jp.madoguchi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line. */
class TerminalCommandTest {

  @TempDir private Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private PrintStream out;
  private PrintStream err;

  @BeforeEach
  void listen() {
    out = System.out;
    err = System.err;
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
  }

  @AfterEach
  void stopListening() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(TerminalCommand.execute("--help")).isZero();
    assertThat(said())
        .contains("--server", "--terminal", "--secret-file", "--rack")
        .contains("--virtual", "--vpcd", "--key-pool", "--make-key-pool");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing to do
        "--server http://127.0.0.1:1 --terminal T1 --rack .", // no secret
        "--virtual card.json", // no reader
        "--make-key-pool 3", // no file
        "--make-key-pool 0 --key-pool keys", // no keys
        "--make-key-pool 3 --virtual a --vpcd b:1" // two things at once
      })
  void aWrongCallIsExplained(String arguments) {
    assertThat(TerminalCommand.execute(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
        .isEqualTo(2);
    assertThat(said()).contains("Usage: madoguchi-terminal");
  }

  @Test
  void aMissingFileIsNamed() {
    String secret = directory.resolve("secret").toString();
    assertThat(
            TerminalCommand.execute(
                "--server",
                "http://127.0.0.1:1",
                "--terminal",
                "T1",
                "--secret-file",
                secret,
                "--rack",
                directory.toString()))
        .isEqualTo(1);
    assertThat(said()).isEqualToIgnoringNewLines("madoguchi-terminal: no file " + secret);
  }

  @Test
  void keysAreMadeBeforehand() throws Exception {
    Path pool = directory.resolve("keys");
    assertThat(TerminalCommand.execute("--make-key-pool", "2", "--key-pool", pool.toString()))
        .isZero();
    assertThat(Files.readAllLines(pool)).hasSize(2);
  }

  private String said() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
