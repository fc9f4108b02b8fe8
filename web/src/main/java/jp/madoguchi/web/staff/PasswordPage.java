package jp.madoguchi.web.staff;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.OwnPassword;
import jp.madoguchi.staff.PasswordRule;
import jp.madoguchi.staff.StaffMember;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.security.LoggedIn;

/** パスワードの変更: one's own, and the first thing after an administrator has set one. */
@Named
@RequestScoped
public class PasswordPage {

  private static final Map<String, String> FIELDS =
      Map.of(
          "password-wrong", "present",
          "password-length", "wanted",
          "password-has-login", "wanted",
          "password-same", "wanted",
          "password-differs", "again");

  @Inject private OwnPassword own;
  @Inject private HttpServletRequest request;

  private String present;
  private String wanted;
  private String again;

  /** Whether nothing else may be done before. */
  public boolean isDue() {
    return request.isUserInRole("PASSWORD_DUE");
  }

  public int getShortest() {
    return PasswordRule.SHORTEST;
  }

  /** Changes it; the other sessions of this login end, this one goes on. */
  public String change() {
    return Attempt.to(
        FIELDS,
        () -> {
          if (!wanted.equals(again)) {
            throw Problem.refused("password-differs").asException();
          }
          StaffMember member = own.change(present.toCharArray(), wanted.toCharArray());
          LoggedIn.begin(request, member);
          return Done.at("/home.xhtml", "password.changed");
        });
  }

  public String getPresent() {
    return null;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  public String getWanted() {
    return null;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getAgain() {
    return null;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
