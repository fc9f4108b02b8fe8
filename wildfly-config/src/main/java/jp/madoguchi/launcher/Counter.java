package jp.madoguchi.launcher;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One whole counter of the embedded (training) stage on this machine: database, server, and one
 * virtual terminal. Both {@code bin/run} and the tests start it this way.
 */
public final class Counter implements AutoCloseable {

  /** The virtual terminal's name. */
  public static final String TERMINAL = "T1";

  /** The agent writes a new one when two of three months are over. */
  private static final Duration OLD = Duration.ofDays(85);

  private static final String AUTHORITY_SECRET = "authority.secret";

  private final Layout layout;
  private final Server.Ports ports;
  private final int databasePort;
  private final Orphans orphans;
  private final Map<String, String> more;
  private Database database;
  private Server server;
  private Process agent;

  private Counter(Layout layout, Server.Ports ports, int databasePort, Map<String, String> more) {
    this.layout = layout;
    this.ports = ports;
    this.more = more;
    this.databasePort = databasePort;
    this.orphans = new Orphans(layout.running());
  }

  /**
   * Starts all parts, in order, and ends again what was started when one of them fails.
   *
   * @param port the pages' port on 127.0.0.1; 0 takes a free one
   */
  public static Counter start(Layout layout, int port) throws IOException {
    return start(layout, port, Map.of());
  }

  /**
   * As {@link #start(Layout, int)}, with further settings.
   *
   * @param more system properties of the server by their whole names
   */
  public static Counter start(Layout layout, int port, Map<String, String> more)
      throws IOException {
    int pages = port == 0 ? freePort() : port;
    Server.Ports ports = new Server.Ports(pages, freePort(), portForTerminals(port));
    Counter counter = new Counter(layout, ports, freePort(), more);
    counter.orphans.end();
    try {
      counter.startDatabase();
      counter.startServer();
      counter.startAgent();
    } catch (IOException | RuntimeException e) {
      counter.close();
      throw e;
    }
    return counter;
  }

  /** The database of a counter and the secret of its keys, without server and terminal. */
  public static Counter startDatabaseAlone(Layout layout) throws IOException {
    Server.Ports ports = new Server.Ports(freePort(), freePort(), freePort());
    Counter counter = new Counter(layout, ports, freePort(), Map.of());
    counter.orphans.end();
    counter.startDatabase();
    counter.kept(AUTHORITY_SECRET);
    return counter;
  }

  public String address() {
    return "http://127.0.0.1:" + ports.pages() + "/";
  }

  /** Where agents call by TLS, with a client certificate. */
  public String terminalsAddress() {
    return "https://127.0.0.1:" + ports.terminals() + "/";
  }

  /** Where the server is managed on 127.0.0.1, by its owner alone. */
  public int managementPort() {
    return ports.management();
  }

  /** The server's process, for who looks into it from outside. */
  public long serverPid() {
    return server.handle().pid();
  }

  public Layout layout() {
    return layout;
  }

  /** The database's JDBC address, for tests that look at what was stored. */
  public String databaseUrl() {
    return database.url();
  }

  public boolean serverRuns() {
    return server.runs();
  }

  public boolean agentRuns() {
    return agent.isAlive();
  }

  public void startDatabase() throws IOException {
    database = Database.start(layout.database(), databasePort, orphans);
  }

  public void stopDatabase() throws IOException {
    database.close();
  }

  public void startServer() throws IOException {
    forgetOldCredential();
    layout.terminalKeys().establish(terminalsPassword());
    server = Server.start(layout, ports, settings(), secrets(), orphans);
  }

  /** Ends the server at once, as a power cut would. */
  public void killServer() {
    server.handle().destroyForcibly();
    server.handle().onExit().join();
  }

  /** Starts the terminal with the rack of virtual cards. */
  public void startAgent() throws IOException {
    startAgent("--rack", layout.cards().toString());
  }

  /**
   * Starts the terminal with another reader, named as the agent's help says. At the first time its
   * agent enrols as any other does.
   */
  public void startAgent(String... reader) throws IOException {
    Files.createDirectories(layout.logs());
    if (!Files.exists(layout.terminalCredential())) {
      enrol();
    }
    agent = agent(reader);
    orphans.remember("terminal", agent.toHandle());
  }

  /** A counter that stood still for months lets its terminal enrol anew. */
  private void forgetOldCredential() throws IOException {
    Path credential = layout.terminalCredential();
    if (Files.exists(credential)
        && Files.getLastModifiedTime(credential).toInstant().isBefore(Instant.now().minus(OLD))) {
      Files.delete(credential);
    }
  }

  private void enrol() throws IOException {
    try {
      int ended = agent("--enrol", "--code-file", layout.pairingCode().toString()).waitFor();
      if (ended != 0) {
        throw new IOException("The virtual terminal could not enrol; see " + layout.logs());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    Files.delete(layout.pairingCode());
  }

  private Process agent(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-jar",
                layout.agent().toString(),
                "--server",
                address(),
                "--terminal",
                TERMINAL,
                "--credential",
                layout.terminalCredential().toString()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(layout.logs().resolve("terminal.log").toFile()))
        .start();
  }

  public void stopAgent() {
    Orphans.end(agent.toHandle());
  }

  @Override
  public void close() throws IOException {
    if (agent != null) {
      stopAgent();
    }
    if (server != null) {
      server.close();
    }
    if (database != null) {
      database.close();
    }
    orphans.end();
  }

  private Map<String, String> settings() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("madoguchi.stage", "embedded");
    settings.put("madoguchi.database.url", database.url());
    settings.put("madoguchi.database.user", "postgres");
    settings.put("madoguchi.public.address", "http://127.0.0.1:" + ports.pages());
    settings.put("madoguchi.authority.directory", layout.authority().toString());
    // As far as the office's clock can be moved, and as far as a certificate reaches from there.
    settings.put("madoguchi.authority.valid-from", "2016-01-01");
    settings.put("madoguchi.authority.years", "33");
    settings.put("madoguchi.ocsp.responder.days", "0");
    settings.put("madoguchi.authority.key-years", "20");
    settings.put("madoguchi.training.cards-directory", layout.cards().toString());
    if (!Files.exists(layout.terminalCredential())) {
      settings.put("madoguchi.training.pairing-code-file", layout.pairingCode().toString());
    }
    TerminalKeys keys = layout.terminalKeys();
    settings.put("madoguchi.terminals.keystore", keys.server().toString());
    settings.put("madoguchi.terminals.truststore", keys.trust().toString());
    settings.put("madoguchi.terminals.authority-file", keys.authority().toString());
    settings.putAll(more);
    return settings;
  }

  /** Handed over in the environment, since a command line can be read by every user. */
  private Map<String, String> secrets() throws IOException {
    return Map.of(
        "MADOGUCHI_DATABASE_PASSWORD",
        "postgres",
        "MADOGUCHI_AUTHORITY_PASSWORD",
        kept(AUTHORITY_SECRET),
        "MADOGUCHI_TERMINALS_PASSWORD",
        terminalsPassword());
  }

  private String terminalsPassword() throws IOException {
    return kept("terminals.secret");
  }

  /** A random secret of this installation, made once and readable by its owner alone. */
  private String kept(String name) throws IOException {
    Path file = layout.data().resolve(name);
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      OwnerOnly.write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file);
  }

  /** Beside the pages' where that was chosen, so that enrolled agents find it the next time. */
  private static int portForTerminals(int pages) throws IOException {
    if (pages == 0) {
      return freePort();
    }
    try (ServerSocket socket = new ServerSocket(pages + 1)) {
      return socket.getLocalPort();
    } catch (IOException taken) {
      return freePort();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
