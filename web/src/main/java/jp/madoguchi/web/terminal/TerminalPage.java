package jp.madoguchi.web.terminal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.madoguchi.terminal.PairingCodes;
import jp.madoguchi.terminal.TerminalRegister;
import jp.madoguchi.terminal.TerminalStanding;
import jp.madoguchi.terminal.TerminalStanding.Connection;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.PageTexts;
import org.omnifaces.cdi.Param;

/**
 * 端末: how the counter's terminals stand, at which this browser stands, and the link for its
 * applicant's screen. An administrator adds terminals, lets their agents enrol and shuts them out;
 * a supervisor gives a reader back.
 */
@Named
@RequestScoped
public class TerminalPage {

  private static final String LIST = "/terminal/index.xhtml";
  private static final Map<String, String> FIELDS =
      Map.of(
          "terminal-id", "terminal",
          "terminal-taken", "terminal",
          "terminal-name", "place",
          "lease-reason", "reason");

  @Inject private TerminalRegister register;
  @Inject private PageTexts text;
  @Inject private HttpServletRequest request;

  @Inject @Param private String id;

  private List<TerminalStanding> terminals;
  private TerminalStanding standing;
  private String terminal;
  private String place;
  private String reason;

  public List<TerminalStanding> getTerminals() {
    if (terminals == null) {
      terminals = register.standing();
    }
    return terminals;
  }

  /** The terminals whose agents have to be replaced. */
  public String getOutdated() {
    return getTerminals().stream()
        .filter(one -> one.connection() == Connection.OTHER_VERSION)
        .map(one -> one.terminal().id())
        .collect(Collectors.joining(text.get("list.separator")));
  }

  /** The one terminal that is looked at. */
  public TerminalStanding getStanding() {
    if (standing == null) {
      standing = register.standing(String.valueOf(id));
    }
    return standing;
  }

  /** Whether this is somebody who adds terminals and lets their agents enrol. */
  public boolean isKeeper() {
    return request.isUserInRole("ADMIN");
  }

  /** Whether this is somebody who gives readers back. */
  public boolean isSupervisor() {
    return request.isUserInRole("SUPERVISOR");
  }

  public boolean isAtCounter() {
    return isSupervisor() || request.isUserInRole("CLERK");
  }

  public long getCodeMinutes() {
    return PairingCodes.WAITS.toMinutes();
  }

  public String add() {
    return Attempt.to(
        FIELDS,
        () -> {
          register.add(terminal, place);
          return Done.at(page(terminal), "terminal.added", terminal);
        });
  }

  /** The code is shown on the next page and then never again. */
  public String giveCode() {
    return Attempt.to(
        () -> {
          String code = register.pairingCode(id).value();
          FacesContext.getCurrentInstance()
              .getExternalContext()
              .getFlash()
              .put("pairingCode", code);
          return Done.at(page(id), "terminal.code.given", id);
        });
  }

  public String revoke() {
    return Attempt.to(
        () -> {
          register.revoke(id);
          return Done.at(page(id), "terminal.revoked", id);
        });
  }

  public String retire() {
    return Attempt.to(
        () -> {
          register.retire(id);
          return Done.at(LIST, "terminal.retired", id);
        });
  }

  public String releaseReader() {
    return Attempt.to(
        FIELDS,
        () -> {
          register.releaseReader(id, reason);
          return Done.at(page(id), "terminal.lease.ended", id);
        });
  }

  private static String page(String terminal) {
    return "/terminal/terminal.xhtml?id=" + terminal;
  }

  public String getTerminal() {
    return terminal;
  }

  public void setTerminal(String terminal) {
    this.terminal = terminal;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
