package jp.madoguchi.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import jp.madoguchi.agent.card.KeyPool;
import jp.madoguchi.agent.card.KeySource;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.agent.enrolment.Credential;
import jp.madoguchi.agent.enrolment.CredentialFile;
import jp.madoguchi.agent.enrolment.EnrolledServer;
import jp.madoguchi.agent.enrolment.Enrolment;
import jp.madoguchi.agent.enrolment.Tls;
import jp.madoguchi.agent.exchange.Server;
import jp.madoguchi.agent.reader.Rack;
import jp.madoguchi.agent.reader.Reader;
import jp.madoguchi.agent.reader.VirtualRack;
import jp.madoguchi.agent.reader.VpcdPlug;
import jp.madoguchi.agent.reader.pcsc.PcscReader;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code java -jar madoguchi-terminal.jar} does. */
@Command(
    name = "madoguchi-terminal",
    mixinStandardHelpOptions = true,
    versionProvider = TerminalCommand.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "The card reader agent of a counter terminal, and the virtual card.",
    footerHeading = "%nThree ways to run it:%n",
    footer = {
      "  1. virtual cards on a virtual reader (training):",
      "     --server <address> --terminal <id> --credential <file> --rack <directory>",
      "  2. cards on a PC/SC reader (the counter):",
      "     --server <address> --terminal <id> --credential <file> --reader <name>",
      "  3. a virtual card for any PC/SC program (tests):",
      "     --virtual <card file> --vpcd 127.0.0.1:35963",
      "",
      "The first two need an enrolled terminal: once, by an administrator's pairing code,",
      "     --server <address> --terminal <id> --credential <file> --enrol",
      "",
      "Ends with 0 done, 1 failed, 2 called wrongly, 3 refused by the server.",
      "The log goes to the standard error. Nothing that goes to or comes from a card",
      "is ever in it."
    })
public final class TerminalCommand implements Callable<Integer> {

  private static final Logger LOG = System.getLogger(TerminalCommand.class.getName());
  private static final long STOP_SECONDS = 5;
  private static final int REFUSED = 3;
  private static final InstantSource TIME = InstantSource.system();

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Mode mode;

  @Option(
      names = "--code-file",
      paramLabel = "<file>",
      description = "The file with the pairing code for --enrol, which is asked for otherwise.")
  private Path codeFile;

  @Option(
      names = "--key-pool",
      paramLabel = "<file>",
      description = "Key pairs made beforehand, which virtual cards take instead of making them.")
  private Path keyPool;

  /** What the program is for. */
  private static final class Mode {

    @ArgGroup(exclusive = false, heading = "%nServe a terminal:%n")
    private Terminal terminal;

    @ArgGroup(exclusive = false, heading = "%nPlug a virtual card into a virtual PC/SC reader:%n")
    private Plug plug;

    @Option(
        names = "--make-key-pool",
        paramLabel = "<n>",
        description = "Append n new key pairs to the file of --key-pool, and end.")
    private Integer keys;

    @Option(
        names = "--list-readers",
        description = "Print the names of the PC/SC readers that are connected, and end.")
    private boolean list;
  }

  private static final class Terminal {

    @Option(
        names = "--server",
        required = true,
        paramLabel = "<address>",
        description = "The counter's server, such as http://127.0.0.1:8080.")
    private URI server;

    @Option(
        names = "--terminal",
        required = true,
        paramLabel = "<id>",
        description = "This terminal's name at the server.")
    private String id;

    @Option(
        names = "--credential",
        required = true,
        paramLabel = "<file>",
        description = "The file by which this terminal proves itself; --enrol writes it.")
    private Path credential;

    @Option(
        names = "--trust",
        paramLabel = "<file>",
        description =
            "The certificate of the server or of its authority, PEM, where Java does not know it.")
    private Path trust;

    @ArgGroup(multiplicity = "1")
    private Task task;
  }

  /** Where the cards lie, or what is done before there are any. */
  private static final class Task {

    @Option(
        names = "--enrol",
        description = "Ask for the pairing code, write the credential, and end.")
    private boolean enrol;

    @Option(
        names = "--renew",
        description = "Write the next credential now, and end; a running agent does it by itself.")
    private boolean renew;

    @Option(
        names = "--rack",
        paramLabel = "<directory>",
        description = "The virtual cards that can be put on the virtual reader.")
    private Path rack;

    @Option(
        names = "--reader",
        paramLabel = "<name>",
        description = "The PC/SC reader: its name, or a part that no other reader's name has.")
    private String reader;
  }

  private static final class Plug {

    @Option(
        names = "--virtual",
        required = true,
        paramLabel = "<card file>",
        description = "The card, <serial>.json; its memory is <serial>.state beside it.")
    private Path card;

    @Option(
        names = "--vpcd",
        required = true,
        paramLabel = "<host:port>",
        description = "Where vpcd listens, usually 127.0.0.1:35963.")
    private String vpcd;
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"madoguchi-terminal " + version()};
    }
  }

  public static void main(String[] arguments) throws IOException {
    try (InputStream logging = TerminalCommand.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(logging);
    }
    System.exit(execute(arguments));
  }

  /** Runs the program; 0 done, 1 failed, 2 called wrongly, 3 refused by the server. */
  static int execute(String... arguments) {
    return new CommandLine(new TerminalCommand())
        .setExecutionExceptionHandler(TerminalCommand::explain)
        .execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    if (mode.keys != null) {
      return makeKeys();
    }
    if (mode.list) {
      return listReaders();
    }
    return mode.plug == null ? serve() : plug();
  }

  private int makeKeys() throws IOException {
    if (keyPool == null || mode.keys < 1) {
      throw new ParameterException(
          spec.commandLine(), "--make-key-pool needs a number above 0 and --key-pool <file>");
    }
    KeyPool.make(keyPool, mode.keys);
    return CommandLine.ExitCode.OK;
  }

  private int listReaders() throws IOException {
    List<String> readers = PcscReader.connected();
    readers.forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    return readers.isEmpty() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
  }

  private int serve() throws IOException {
    Terminal terminal = mode.terminal;
    Enrolment enrolment =
        new Enrolment(terminal.server, terminal.id, new Tls(terminal.trust), TIME);
    CredentialFile file = new CredentialFile(terminal.credential);
    if (terminal.task.enrol) {
      file.checkWritable();
      return kept(file, () -> enrolment.byCode(code()));
    }
    if (terminal.task.renew) {
      return kept(file, () -> enrolment.next(file.read(terminal.id)));
    }
    if (!Files.exists(terminal.credential)) {
      throw new IOException(
          "no file "
              + terminal.credential
              + ": this terminal is not enrolled. Ask an administrator for a pairing code, and run"
              + " --enrol");
    }
    Server server = new EnrolledServer(enrolment, file, terminal.id, TIME);
    if (terminal.task.reader == null) {
      VirtualRack rack = rack(terminal.task.rack);
      serve(server, rack.reader(), rack);
    } else {
      try (PcscReader reader = PcscReader.named(terminal.task.reader)) {
        serve(server, reader, Rack.none());
      }
    }
    return CommandLine.ExitCode.OK;
  }

  /** Where a credential comes from. */
  @FunctionalInterface
  private interface Source {
    Credential get() throws IOException, Enrolment.RefusedException;
  }

  private int kept(CredentialFile file, Source source) throws IOException {
    try {
      Credential credential = source.get();
      file.write(credential);
      spec.commandLine()
          .getOut()
          .println(
              "terminal " + credential.terminal() + " is enrolled until " + credential.until());
      spec.commandLine().getOut().flush();
      return CommandLine.ExitCode.OK;
    } catch (Enrolment.RefusedException e) {
      spec.commandLine().getErr().println("madoguchi-terminal: " + e.getMessage());
      return REFUSED;
    }
  }

  /** Not on the command line, which every user of the machine can read. */
  private String code() throws IOException {
    if (codeFile != null) {
      return Files.readString(codeFile, StandardCharsets.UTF_8).strip();
    }
    spec.commandLine().getOut().print("Pairing code: ");
    spec.commandLine().getOut().flush();
    String typed =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
    return typed == null ? "" : typed.strip();
  }

  private VirtualRack rack(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new ParameterException(spec.commandLine(), "--rack: " + directory + " is no directory");
    }
    return new VirtualRack(directory, keys());
  }

  private void serve(Server server, Reader reader, Rack rack) {
    LOG.log(
        Level.INFO,
        "madoguchi-terminal {0}: terminal {1}, reader {2}, server {3}",
        version(),
        mode.terminal.id,
        reader.name(),
        mode.terminal.server);
    Agent agent = new Agent(server, reader, rack, version());
    untilStopped(agent::stop, agent::run);
  }

  private int plug() throws IOException {
    VirtualCard card = VirtualCard.ofFile(mode.plug.card, keys());
    try (VpcdPlug plug = VpcdPlug.connect(card, address(mode.plug.vpcd))) {
      spec.commandLine().getOut().println("card " + card.serial() + " lies on the virtual reader");
      spec.commandLine().getOut().flush();
      plug.serve();
    }
    return CommandLine.ExitCode.OK;
  }

  /** On Ctrl-C the work ends in good order, but does not keep the terminal waiting for long. */
  private static void untilStopped(Runnable stop, Runnable work) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread stopping =
        new Thread(
            () -> {
              stop.run();
              try {
                ended.await(STOP_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(stopping);
    try {
      work.run();
    } finally {
      ended.countDown();
    }
  }

  private KeySource keys() throws IOException {
    return keyPool == null ? KeySource.generating() : KeyPool.open(keyPool);
  }

  private InetSocketAddress address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    try {
      int port = Integer.parseInt(hostAndPort.substring(colon + 1));
      return InetSocketAddress.createUnresolved(hostAndPort.substring(0, colon), port);
    } catch (RuntimeException e) {
      throw new ParameterException(spec.commandLine(), "--vpcd: not <host:port>: " + hostAndPort);
    }
  }

  private static int explain(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
    String reason =
        failure instanceof NoSuchFileException missing
            ? "no file " + missing.getFile()
            : failure.getMessage() == null ? failure.toString() : failure.getMessage();
    commandLine.getErr().println("madoguchi-terminal: " + reason);
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String version() {
    String version = TerminalCommand.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
