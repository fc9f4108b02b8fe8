package jp.madoguchi.web.terminal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.madoguchi.terminal.TerminalRegister;
import jp.madoguchi.terminal.TerminalStanding;

/**
 * 端末: how the counter's terminals stand, at which this browser stands, and the link for its
 * applicant's screen.
 */
@Named
@RequestScoped
public class TerminalPage {

  @Inject private TerminalRegister register;

  private List<TerminalStanding> terminals;

  public List<TerminalStanding> getTerminals() {
    if (terminals == null) {
      terminals = register.standing();
    }
    return terminals;
  }
}
