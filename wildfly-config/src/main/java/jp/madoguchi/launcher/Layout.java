package jp.madoguchi.launcher;

import java.nio.file.Path;

/**
 * Where the parts of one running counter stand on this machine.
 *
 * @param home the server as assembled by the build, never written to
 * @param ear the application
 * @param agent the card reader agent's runnable jar
 * @param data everything that is kept: database, keys, virtual cards, logs
 */
public record Layout(Path home, Path ear, Path agent, Path data) {

  /** The layout of a checkout after {@code mvn package}, with its data in the given folder. */
  public static Layout ofCheckout(Path checkout, Path data) {
    Path targets = checkout.toAbsolutePath().normalize();
    return new Layout(
        targets.resolve("wildfly-config/target/wildfly-39.0.1.Final"),
        targets.resolve("ear/target/madoguchi.ear"),
        targets.resolve("terminal/target/madoguchi-terminal.jar"),
        data.toAbsolutePath().normalize());
  }

  Path database() {
    return data.resolve("database");
  }

  Path server() {
    return data.resolve("server");
  }

  Path authority() {
    return data.resolve("authority");
  }

  /** The virtual cards of the training stage, one file each. */
  public Path cards() {
    return data.resolve("cards");
  }

  /** What the virtual terminal's agent proves itself by. */
  Path terminalCredential() {
    return data.resolve("terminal.json");
  }

  /** Where the server leaves the virtual terminal's pairing code. */
  Path pairingCode() {
    return data.resolve("terminal.code");
  }

  TerminalKeys terminalKeys() {
    return new TerminalKeys(data.resolve("terminals"));
  }

  /** The server's certificate at the listener for terminals. */
  public Path terminalsCertificate() {
    return terminalKeys().certificate();
  }

  Path running() {
    return data.resolve("running");
  }

  Path logs() {
    return data.resolve("log");
  }
}
