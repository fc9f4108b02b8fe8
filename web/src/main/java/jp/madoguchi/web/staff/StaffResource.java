package jp.madoguchi.web.staff;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.Role;
import jp.madoguchi.staff.StaffAdministration;
import jp.madoguchi.staff.StaffMember;

/** The administrator's keeping of the logins. */
@Path("staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StaffResource {

  /** A login to make. */
  public record NewLogin(String login, String displayName, Set<Role> roles, String password) {}

  /** A password to set. */
  public record NewPassword(String password) {}

  /** The roles to hold from now on. */
  public record NewRoles(Set<Role> roles) {}

  @Inject private StaffAdministration administration;

  @GET
  public List<StaffMember> all() {
    return administration.all();
  }

  @POST
  public Response add(NewLogin wanted) {
    NewLogin login = given(wanted, "body");
    administration.add(
        given(login.login(), "login"),
        given(login.displayName(), "displayName"),
        given(login.roles(), "roles"),
        given(login.password(), "password").toCharArray());
    return Response.status(Response.Status.CREATED).build();
  }

  @PUT
  @Path("{login}/roles")
  public void give(@PathParam("login") String login, NewRoles wanted) {
    administration.give(login, given(given(wanted, "body").roles(), "roles"));
  }

  @PUT
  @Path("{login}/password")
  public void resetPassword(@PathParam("login") String login, NewPassword wanted) {
    administration.resetPassword(
        login, given(given(wanted, "body").password(), "password").toCharArray());
  }

  @POST
  @Path("{login}/unlock")
  @Consumes(MediaType.WILDCARD)
  public void unlock(@PathParam("login") String login) {
    administration.unlock(login);
  }

  @POST
  @Path("{login}/leave")
  @Consumes(MediaType.WILDCARD)
  public void leave(@PathParam("login") String login) {
    administration.leave(login);
  }

  @POST
  @Path("{login}/come-back")
  @Consumes(MediaType.WILDCARD)
  public void comeBack(@PathParam("login") String login) {
    administration.comeBack(login);
  }

  private static <T> T given(T value, String field) {
    if (value == null) {
      throw Problem.refused("request-malformed", field).asException();
    }
    return value;
  }
}
