package jp.madoguchi.terminal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/** Orders to the rack of virtual cards; there is none outside the training stage. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR", "PROCESS_OWNER", "AUDITOR", "ADMIN", "REGISTER"})
public class TrainingRack {

  @Inject private Settings settings;
  @Inject private Terminals terminals;
  @Inject private ReaderSessions sessions;

  /**
   * Passes an order on to a terminal's rack. It stays until the terminal's agent tells that it is
   * carried out, or until a later order takes its place.
   *
   * @return completed then
   * @throws jp.madoguchi.problem.BusinessException {@code not-found} outside the training stage, or
   *     without such a terminal
   */
  public CompletableFuture<Void> order(String terminal, RackOrder order) {
    if (!settings.training()) {
      throw Problem.refused("not-found", terminal).asException();
    }
    terminals.require(terminal);
    return sessions.order(terminal, order);
  }
}
