package jp.madoguchi.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;
import jp.madoguchi.staff.StaffMember;

/**
 * Who is logged in, as the session keeps it.
 *
 * @param stamp the login's stamp when the session began; another one ends the session
 */
public record LoggedIn(String login, String displayName, Set<String> roles, int stamp)
    implements Serializable {

  /** The session attribute. */
  public static final String ATTRIBUTE = "madoguchi.loggedIn";

  /** Begins a session under a new id, so that nobody can have known it before. */
  public static HttpSession begin(HttpServletRequest request, StaffMember member) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.setAttribute(ATTRIBUTE, of(member));
    return session;
  }

  private static LoggedIn of(StaffMember member) {
    return new LoggedIn(
        member.login(), member.displayName(), new TreeSet<>(member.roleNames()), member.stamp());
  }
}
