package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.launcher.Counter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A terminal's whole life: an administrator's code on the page, a real agent process that enrols by
 * it and calls by TLS with a certificate of its own, its renewal, its revocation, its enrolment
 * anew, its end. What its certificate opens is asked by {@code openssl s_client}.
 */
class EnrolmentIT {

  private static final String TERMINAL = "T91";
  private static final String CARD = "KENSHU000000091";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Counter counter = RunningCounter.get();
  private final Api clerk = Api.as("clerk1");
  @TempDir private Path directory;
  private Process agent;

  @AfterEach
  void endTheAgent() throws InterruptedException {
    if (agent != null) {
      agent.destroy();
      agent.waitFor();
    }
  }

  @Test
  void aTerminalEnrolsServesIsRenewedRevokedAndEnrolledAnew() throws Exception {
    Office.isOpen();
    try (Screen admin = new Screen(1366, 768)) {
      admin.logIn("admin1").open("terminal/index.xhtml").waitFor("端末を登録する");
      admin.page().keyboard().press("Control+Enter");
      admin.waitFor("端末の登録").page().locator("#terminal").fill(TERMINAL);
      admin.page().locator("#place").fill("窓口91");
      admin.page().keyboard().press("Control+Enter");
      admin.waitFor("次に、ペアリングコードを作ってください").waitFor("資格がありません");
      String code = codeOn(admin);
      admin.judged("terminal-pairing-code");

      assertThat(enrol("0000-0000-00000").exit()).isEqualTo(3);
      Command enrolled = enrol(code);
      assertThat(enrolled.exit()).as(enrolled.output()).isZero();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credential())))
          .isEqualTo("rw-------");
      assertThat(enrol(code).output()).contains("ask an administrator for a new one");

      Path first = certificate("first");
      assertThat(statusOf(first, "POST", "api/terminals/T91/exchange")).isEqualTo(400);
      theCertificateOpensNothingElse(first);
      serve();
      cardIsRead();

      assertThat(run("--renew").exit()).isZero();
      Path second = certificate("second");
      assertThat(statusOf(first, "POST", "api/terminals/T91/exchange")).isEqualTo(400);
      assertThat(statusOf(second, "POST", "api/terminals/T91/exchange")).isEqualTo(400);
      assertThat(statusOf(first, "POST", "api/terminals/T91/exchange")).isEqualTo(401);
      // With a card's going the agent calls anew, by a credential that has ended just now.
      clerk.post("api/training/cards/" + CARD + "/remove?terminal=" + TERMINAL, Map.of());
      Wait.until("the agent takes its renewed credential", this::log, said("another credential"));
      connected(true);

      admin.page().reload();
      confirmed(admin, "資格を取り消す", "資格を取り消しました");
      admin.waitFor("資格がありません").judged("terminal-revoked");
      assertThat(statusOf(second, "POST", "api/terminals/T91/exchange")).isEqualTo(401);
      // The agent's call was being held open for up to 25 seconds.
      Wait.until("the agent says what to do", this::log, said("new pairing code, and run --enrol"));
      connected(false);

      assertThat(enrol(codeOn(admin)).exit()).isZero();
      connected(true);
      admin.page().reload();
      confirmed(admin, "端末を廃止する", "廃止しました");
      assertThat(admin.page().locator("main table").innerText()).doesNotContain(TERMINAL);
    }
    assertThat(acts())
        .containsSubsequence(
            "terminal.added",
            "terminal.pairing-code-given",
            "terminal.enrolled",
            "terminal.credential-renewed",
            "terminal.credential-revoked",
            "terminal.pairing-code-given",
            "terminal.enrolled",
            "terminal.retired");
  }

  private void theCertificateOpensNothingElse(Path own) {
    assertThat(statusOf(own, "POST", "api/terminals/T1/exchange")).isEqualTo(403);
    assertThat(statusOf(own, "POST", "api/terminals/T1/credential")).isEqualTo(403);
    assertThat(statusOf(own, "DELETE", "api/terminals/T1/credential")).isEqualTo(403);
    assertThat(statusOf(own, "GET", "api/applications")).isEqualTo(403);
    assertThat(statusOf(own, "GET", "api/staff")).isEqualTo(403);
    assertThat(statusOf(own, "GET", "home.xhtml")).isEqualTo(303); // to the login
    assertThat(statusOf(null, "POST", "api/terminals/T91/exchange")).isEqualTo(401);
    assertThat(ask(strangers(), "POST", "api/terminals/T91/exchange"))
        .contains("alert")
        .doesNotContain("HTTP/1.1");
  }

  /** A certificate of the right name, by another authority. */
  private Path strangers() {
    Path pem = directory.resolve("stranger.pem");
    Command made =
        Command.run(
            directory,
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-subj",
            "/CN=T91",
            "-days",
            "30",
            "-keyout",
            pem.toString(),
            "-out",
            "stranger.crt");
    assertThat(made.exit()).as(made.output()).isZero();
    try {
      Files.writeString(
          pem, Files.readString(pem) + Files.readString(directory.resolve("stranger.crt")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pem;
  }

  private int statusOf(Path pem, String method, String path) {
    String answer = ask(pem, method, path);
    Matcher status = Pattern.compile("HTTP/1\\.1 (\\d{3})").matcher(answer);
    assertThat(status.find()).as(answer).isTrue();
    return Integer.parseInt(status.group(1));
  }

  /** What the listener for terminals says to a client with this certificate. */
  private String ask(Path pem, String method, String path) {
    String request =
        "%s /%s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n".formatted(method, path)
            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    List<String> words =
        new ArrayList<>(
            List.of(
                "openssl",
                "s_client",
                "-quiet",
                "-connect",
                counter.terminalsAddress().replaceAll("https://|/", ""),
                "-CAfile",
                counter.layout().terminalsCertificate().toAbsolutePath().toString(),
                "-verify_return_error"));
    if (pem != null) {
      words.addAll(List.of("-cert", pem.toString(), "-key", pem.toString()));
    }
    return typed(request, words).output();
  }

  private Command enrol(String code) {
    return typed(code + "\n", command("--enrol"));
  }

  private Command run(String task) {
    return typed("", command(task));
  }

  private List<String> command(String... task) {
    List<String> words =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-jar",
                counter.layout().agent().toString(),
                "--server",
                counter.terminalsAddress(),
                "--trust",
                counter.layout().terminalsCertificate().toString(),
                "--terminal",
                TERMINAL,
                "--credential",
                credential().toString()));
    words.addAll(List.of(task));
    return words;
  }

  private Path credential() {
    return directory.resolve("terminal.json");
  }

  private Command typed(String input, List<String> words) {
    return Command.run(new ProcessBuilder(words).directory(directory.toFile()), input);
  }

  /** The terminal's key and certificate, as they lie there now. */
  private Path certificate(String name) throws IOException {
    JsonNode found = JSON.readTree(credential().toFile());
    Path pem = directory.resolve(name + ".pem");
    return Files.writeString(
        pem,
        block("PRIVATE KEY", found.get("key").asText())
            + block("CERTIFICATE", found.get("certificate").asText()));
  }

  private static String block(String kind, String base64) {
    return "-----BEGIN %1$s-----\n%2$s-----END %1$s-----\n"
        .formatted(kind, base64.replaceAll("(.{1,64})", "$1\n"));
  }

  private void serve() throws IOException {
    Path rack = Files.createDirectory(directory.resolve("rack"));
    String card = CARD + ".json";
    Files.copy(counter.layout().cards().resolve(card), rack.resolve(card));
    agent =
        new ProcessBuilder(command("--rack", rack.toString()))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("agent.log").toFile())
            .start();
    connected(true);
  }

  private void cardIsRead() {
    clerk.post("api/training/cards/" + CARD + "/insert?terminal=" + TERMINAL, Map.of());
    Visit.untilRecognised(TERMINAL, CARD);
  }

  private void connected(boolean wanted) {
    Wait.until(
        wanted ? "the agent calls" : "the agent is heard no more",
        () -> clerk.get("api/terminals/" + TERMINAL + "/card").json(),
        seen -> seen.path("lastSeen").isTextual() == wanted);
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("agent.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Predicate<String> said(String words) {
    return log -> log.contains(words);
  }

  private static String codeOn(Screen admin) {
    admin.press("ペアリングコードを作る").waitFor("この画面でだけ表示します");
    return admin.page().locator("#pairing-code").innerText();
  }

  private static void confirmed(Screen admin, String act, String done) {
    admin.press(act);
    admin.page().locator("#ask button[value=yes]").click();
    admin.waitFor(done);
  }

  private static List<String> acts() {
    List<String> acts = new ArrayList<>();
    Api.as("auditor1")
        .get("api/audit/events?subjectKind=TERMINAL&subjectKey=" + TERMINAL)
        .json()
        .get("events")
        .forEach(event -> acts.add(0, event.get("act").asText()));
    return acts;
  }
}
