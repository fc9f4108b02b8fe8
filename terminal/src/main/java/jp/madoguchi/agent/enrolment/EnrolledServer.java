package jp.madoguchi.agent.enrolment;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.agent.exchange.ExchangeRequest;
import jp.madoguchi.agent.exchange.Outcome;
import jp.madoguchi.agent.exchange.Server;

/**
 * The server, called by this terminal's credential. It is renewed well before its end: the next one
 * is written to the file first and used then, and until it was used the one before stays good, so
 * that nothing that breaks in between locks the terminal out. When the server does not admit the
 * terminal, the file is looked at again: perhaps somebody has enrolled it anew.
 */
public final class EnrolledServer implements Server {

  private static final Logger LOG = System.getLogger(EnrolledServer.class.getName());
  private static final Duration BETWEEN_RENEWALS = Duration.ofHours(1);

  private final Enrolment enrolment;
  private final CredentialFile file;
  private final String terminal;
  private final InstantSource time;
  private volatile Current current;
  private Instant renewNotBefore = Instant.MIN;

  private record Current(Credential credential, Server server) {}

  /**
   * @throws java.nio.file.NoSuchFileException when the terminal is not enrolled
   */
  public EnrolledServer(
      Enrolment enrolment, CredentialFile file, String terminal, InstantSource time)
      throws IOException {
    this.enrolment = enrolment;
    this.file = file;
    this.terminal = terminal;
    this.time = time;
    use(file.read(terminal));
  }

  @Override
  public CompletableFuture<Outcome> exchange(ExchangeRequest request) {
    renewIfDue();
    return current.server().exchange(request).thenApply(this::heard);
  }

  private void renewIfDue() {
    Instant now = time.instant();
    Credential credential = current.credential();
    if (!credential.isDue(now) || now.isBefore(renewNotBefore)) {
      return;
    }
    renewNotBefore = now.plus(BETWEEN_RENEWALS);
    try {
      Credential next = enrolment.next(credential);
      file.write(next);
      use(next);
      LOG.log(Level.INFO, "the credential was renewed until {0}", next.until());
    } catch (IOException | Enrolment.RefusedException e) {
      LOG.log(
          Level.WARNING,
          "the credential ends at {0} and could not be renewed; tried again in an hour: {1}",
          credential.until(),
          e.getMessage());
    }
  }

  private Outcome heard(Outcome outcome) {
    if (outcome instanceof Outcome.NotAdmitted) {
      lookAgain();
    } else if (outcome instanceof Outcome.Unreachable
        && current.credential().isOver(time.instant())) {
      LOG.log(
          Level.ERROR,
          "the credential ended at {0}: ask an administrator for a pairing code, and run --enrol",
          current.credential().until());
      lookAgain();
    }
    return outcome;
  }

  private void lookAgain() {
    try {
      Credential found = file.read(terminal);
      if (!found.sameAs(current.credential())) {
        use(found);
        LOG.log(Level.INFO, "another credential is there, until {0}", found.until());
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the credential cannot be read: {0}", e.getMessage());
    }
  }

  private void use(Credential found) throws IOException {
    current = new Current(found, enrolment.server(found));
  }
}
