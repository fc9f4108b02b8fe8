package jp.madoguchi.web.staff;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.OwnPassword;

/** The caller's own password. */
@Path("password")
public class PasswordResource {

  /** The present password and the one wanted. */
  public record PasswordChange(String present, String wanted) {}

  @Inject private OwnPassword password;

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public void change(PasswordChange change) {
    if (change == null || change.present() == null || change.wanted() == null) {
      throw Problem.refused("request-malformed", "present, wanted").asException();
    }
    password.change(change.present().toCharArray(), change.wanted().toCharArray());
  }
}
