package jp.madoguchi.web.terminal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.terminal.TerminalRegister;
import jp.madoguchi.terminal.TerminalStanding;
import jp.madoguchi.terminal.TerminalStanding.Connection;
import jp.madoguchi.web.faces.PageTexts;

/**
 * 端末: how the counter's terminals stand, at which this browser stands, and the link for its
 * applicant's screen.
 */
@Named
@RequestScoped
public class TerminalPage {

  @Inject private TerminalRegister register;
  @Inject private PageTexts text;

  private List<TerminalStanding> terminals;

  public List<TerminalStanding> getTerminals() {
    if (terminals == null) {
      terminals = register.standing();
    }
    return terminals;
  }

  /** The terminals whose agents have to be replaced. */
  public String getOutdated() {
    return getTerminals().stream()
        .filter(standing -> standing.connection() == Connection.OTHER_VERSION)
        .map(standing -> standing.terminal().id())
        .collect(Collectors.joining(text.get("list.separator")));
  }
}
