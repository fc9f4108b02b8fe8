package jp.madoguchi.web.terminal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.madoguchi.terminal.Terminal;
import jp.madoguchi.terminal.TerminalRegister;

/** 端末: at which terminal this browser stands, and the link for its applicant's screen. */
@Named
@RequestScoped
public class TerminalPage {

  @Inject private TerminalRegister register;

  private List<Terminal> terminals;

  public List<Terminal> getTerminals() {
    if (terminals == null) {
      terminals = register.all();
    }
    return terminals;
  }
}
