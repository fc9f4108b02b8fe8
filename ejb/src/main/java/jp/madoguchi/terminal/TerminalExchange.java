package jp.madoguchi.terminal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Where the reader agents call. No transaction is open while a card works. */
@Stateless
@RolesAllowed("TERMINAL")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TerminalExchange {

  @Inject private ReaderSessions sessions;
  @Inject private TerminalRegister register;

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
