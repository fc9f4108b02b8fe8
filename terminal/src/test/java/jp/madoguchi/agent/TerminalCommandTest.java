package jp.madoguchi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import picocli.CommandLine;

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
        .contains("--server", "--terminal", "--credential", "--rack", "--reader", "--list-readers")
        .contains("--trust", "--enrol", "--code-file", "--renew")
        .contains("--virtual", "--vpcd", "--key-pool", "--make-key-pool");
  }

  @Test
  void helpNamesThreeWaysOfRunning() {
    TerminalCommand.execute("--help");
    assertThat(said())
        .containsPattern("1\\. virtual cards on a virtual reader.*\\R.* --rack ")
        .containsPattern("2\\. cards on a PC/SC reader.*\\R.* --reader ")
        .containsPattern("3\\. a virtual card for any PC/SC program.*\\R.* --virtual .* --vpcd ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing to do
        "--server http://127.0.0.1:1 --terminal T1 --rack .", // no credential
        "--server http://127.0.0.1:1 --terminal T1 --credential s", // no cards
        "--server http://127.0.0.1:1 --terminal T1 --credential s --rack . --reader r", // two
        // readers
        "--reader r", // no server
        "--list-readers --virtual a --vpcd b:1", // two things at once
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
    String secret = directory.resolve("terminal.json").toString();
    assertThat(
            TerminalCommand.execute(
                "--server",
                "http://127.0.0.1:1",
                "--terminal",
                "T1",
                "--credential",
                secret,
                "--rack",
                directory.toString()))
        .isEqualTo(1);
    assertThat(said()).contains("madoguchi-terminal: no file " + secret, "--enrol");
  }

  @Test
  void keysAreMadeBeforehand() throws Exception {
    Path pool = directory.resolve("keys");
    assertThat(TerminalCommand.execute("--make-key-pool", "2", "--key-pool", pool.toString()))
        .isZero();
    assertThat(Files.readAllLines(pool)).hasSize(2);
  }

  @Test
  void theUnitOfSystemdCallsItRightly() throws Exception {
    String start =
        lines("madoguchi-terminal.service")
            .filter(line -> line.startsWith("ExecStart="))
            .findFirst()
            .orElseThrow();
    assertThatItIsUnderstood(start);
  }

  @Test
  void theServiceOfWindowsCallsItRightly() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    Document service;
    try (InputStream in = service("madoguchi-terminal.xml")) {
      service = factory.newDocumentBuilder().parse(in);
    }
    assertThatItIsUnderstood(
        service.getElementsByTagName("arguments").item(0).getTextContent().replace("\"", ""));
  }

  private static void assertThatItIsUnderstood(String call) {
    String options = call.substring(call.indexOf(" -jar ")).replaceAll("[${}%\\\\]", "");
    String[] words = options.strip().split(" ");
    assertThat(words[1]).endsWith("madoguchi-terminal.jar");
    String[] arguments = Arrays.copyOfRange(words, 2, words.length);
    assertThat(new CommandLine(new TerminalCommand()).parseArgs(arguments).errors()).isEmpty();
    assertThat(arguments).contains("--server", "--terminal", "--credential", "--reader");
  }

  private static Stream<String> lines(String file) throws IOException {
    try (InputStream in = service(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  private static InputStream service(String file) {
    return TerminalCommand.class.getResourceAsStream("/service/" + file);
  }

  private String said() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
