package jp.madoguchi.terminal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jp.madoguchi.problem.Problem;

/** Where the reader agents call. No transaction is open while a card works. */
@Stateless
@RolesAllowed("TERMINAL")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TerminalExchange {

  /** The form of the exchange that is spoken here; an agent that names none speaks the first. */
  public static final int PROTOCOL = 1;

  @Inject private ReaderSessions sessions;
  @Inject private TerminalRegister register;

  /**
   * Admits an agent that speaks this form of the exchange.
   *
   * @param protocol the form, as the agent names it
   * @throws jp.madoguchi.problem.BusinessException {@code agent-version}
   */
  public void admit(String terminal, String agentVersion, int protocol) {
    if (protocol != PROTOCOL) {
      register.heard(terminal, agentVersion);
      sessions.refuse(terminal, agentVersion);
      throw Problem.refused("agent-version", agentVersion, protocol, PROTOCOL).asException();
    }
  }

  /** Something came from the agent that is no exchange. */
  public void breached(String terminal, Breach breach) {
    sessions.breached(terminal, breach);
  }

  /**
   * Takes in what the agent brings; the caller is answered now or when there is work.
   *
   * @param terminal the terminal that the agent has proven to be
   */
  public void exchange(String terminal, ExchangeRequest request, ExchangeCaller caller) {
    register.heard(terminal, request.agentVersion());
    sessions.exchange(terminal, request, caller);
  }
}
