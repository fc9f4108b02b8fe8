package jp.madoguchi.web.security;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.staff.Logins;
import jp.madoguchi.staff.StaffMember;
import jp.madoguchi.staff.Standing;
import jp.madoguchi.text.Texts;

/** Logging in and out on the pages. */
@Named
@ViewScoped
public class LoginPage implements Serializable {

  private static final long serialVersionUID = 1;
  private static final String HOME = "/home.xhtml";

  @Inject private transient Logins logins;
  @Inject private transient Standing standing;
  @Inject private transient SessionTime time;

  private String username;
  private String password;
  private String from = HOME;

  @PostConstruct
  void begin() {
    String asked =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("from");
    if (asked != null && Addresses.ownPage(asked)) {
      from = asked;
    }
  }

  public void login() throws IOException {
    char[] typed = Optional.ofNullable(password).orElse("").toCharArray();
    password = null;
    Optional<StaffMember> member = logins.enter(Optional.ofNullable(username).orElse(""), typed);
    if (member.isEmpty()) {
      refuse();
      return;
    }
    HttpServletRequest request = request();
    HttpSession session = request.getSession();
    if (session.getAttribute(LoggedIn.ATTRIBUTE) != null) {
      session.invalidate();
    }
    time.extend(LoggedIn.begin(request, member.get()));
    go(member.get().passwordDue() ? "/password.xhtml" : from);
  }

  public void logout() throws IOException {
    HttpServletRequest request = request();
    HttpSession session = request.getSession(false);
    if (session != null) {
      if (session.getAttribute(LoggedIn.ATTRIBUTE) instanceof LoggedIn loggedIn) {
        standing.left(loggedIn.login());
      }
      session.invalidate();
    }
    go("/logged-out.xhtml");
  }

  private static void refuse() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Locale locale = faces.getViewRoot().getLocale();
    faces.addMessage(
        null,
        new FacesMessage(
            FacesMessage.SEVERITY_ERROR,
            Texts.get(locale, "problem.login-refused.title"),
            Texts.get(locale, "problem.login-refused.next")));
  }

  private static void go(String page) throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + page);
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
