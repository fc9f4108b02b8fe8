package jp.madoguchi.terminal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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
   * Passes an order on to a terminal's rack.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found} outside the training stage, or
   *     without such a terminal
   */
  public void order(String terminal, RackOrder order) {
    if (!settings.training()) {
      throw Problem.refused("not-found", terminal).asException();
    }
    terminals.require(terminal);
    sessions.order(terminal, order);
  }
}
