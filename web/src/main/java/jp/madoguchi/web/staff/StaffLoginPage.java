package jp.madoguchi.web.staff;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.staff.InitialPassword;
import jp.madoguchi.staff.Role;
import jp.madoguchi.staff.StaffAdministration;
import jp.madoguchi.staff.StaffMember;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.PageTexts;
import org.omnifaces.cdi.Param;

/** 職員の登録と変更: one login, new or as it stands. */
@Named
@RequestScoped
public class StaffLoginPage {

  private static final Map<String, String> FIELDS =
      Map.of(
          "login-malformed", "login",
          "login-taken", "login",
          "password-has-login", "login",
          "display-name-malformed", "displayName",
          "roles-malformed", "roles",
          "last-administrator", "roles");

  @Inject private StaffAdministration administration;
  @Inject private StaffPage staff;
  @Inject private PageTexts texts;
  @Inject private HttpServletRequest request;

  @Inject @Param private String id;

  private StaffMember member;
  private String login;
  private String displayName;
  private Role[] roles;

  public StaffMember getMember() {
    if (member == null) {
      member = administration.find(String.valueOf(id));
    }
    return member;
  }

  public StaffView getView() {
    return staff.view(getMember());
  }

  /** Whether this is the login of whoever looks at it. */
  public boolean isOwn() {
    return getMember().login().equals(request.getRemoteUser());
  }

  public List<SelectItem> getRoleChoices() {
    return Choices.of(
        texts, "role", Arrays.stream(Role.values()).filter(Role::ofLogins).toArray(Role[]::new));
  }

  public String add() {
    String password = InitialPassword.fresh();
    return Attempt.to(
        FIELDS,
        () -> {
          administration.add(login, displayName, chosen(), password.toCharArray());
          return shown(login, password, "staff.added");
        });
  }

  public String give() {
    return Attempt.to(
        FIELDS,
        () -> {
          administration.give(id, chosen());
          return Done.at(page(id), "staff.roles-given");
        });
  }

  public String resetPassword() {
    String password = InitialPassword.fresh();
    return Attempt.to(
        () -> {
          administration.resetPassword(id, password.toCharArray());
          return shown(id, password, "staff.password-reset");
        });
  }

  public String unlock() {
    return act(() -> administration.unlock(id), "staff.unlocked");
  }

  public String leave() {
    return act(() -> administration.leave(id), "staff.left");
  }

  public String comeBack() {
    return act(() -> administration.comeBack(id), "staff.came-back");
  }

  private String act(Runnable act, String done) {
    return Attempt.to(
        () -> {
          act.run();
          return Done.at(page(id), done);
        });
  }

  /** The password is shown on the next page and then never again. */
  private static String shown(String login, String password, String done) {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .getFlash()
        .put("initialPassword", password);
    return Done.at(page(login), done);
  }

  private static String page(String login) {
    return "/staff/login.xhtml?id=" + login;
  }

  private Set<Role> chosen() {
    Set<Role> chosen = EnumSet.noneOf(Role.class);
    chosen.addAll(Arrays.asList(roles));
    return chosen;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  /** Those chosen, and before that those held. */
  public Role[] getRoles() {
    if (roles == null) {
      roles = id == null ? new Role[0] : getMember().roles().toArray(Role[]::new);
    }
    return roles.clone();
  }

  public void setRoles(Role[] roles) {
    this.roles = roles.clone();
  }
}
