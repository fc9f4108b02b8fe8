package jp.madoguchi.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import jp.madoguchi.audit.Workplace;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.DevicePairing;

/** Which browser stands at which terminal. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class DeviceResource {

  /** The terminal at which the caller's browser stands; null where it stands at none. */
  public record Workstation(String terminal) {}

  /** The one-time link for the applicant's screen. */
  public record ScreenLink(String path, long validSeconds) {}

  @Inject private DevicePairing pairing;
  @Inject private Workplace workplace;

  @GET
  @Path("workstation")
  public Workstation workstation() {
    return new Workstation(workplace.terminal().orElse(null));
  }

  @PUT
  @Path("workstation")
  @Consumes(MediaType.APPLICATION_JSON)
  public Workstation standAt(
      Workstation wanted,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    if (wanted == null || wanted.terminal() == null) {
      throw Problem.refused("request-malformed", "terminal").asException();
    }
    String secret = pairing.pairWorkstation(wanted.terminal());
    response.addCookie(Cookies.secret(request, Cookies.WORKSTATION, secret, DevicePairing.STAYS));
    return wanted;
  }

  @DELETE
  @Path("workstation")
  public void leave(@Context HttpServletRequest request, @Context HttpServletResponse response) {
    Cookie ended = Cookies.secret(request, Cookies.WORKSTATION, "", Duration.ZERO);
    response.addCookie(ended);
  }

  @POST
  @Path("terminals/{terminal}/screen-link")
  public ScreenLink screenLink(@PathParam("terminal") String terminal) {
    return new ScreenLink(
        "/customer/pair?code=" + pairing.codeForSecondScreen(terminal),
        DevicePairing.CODE_WAITS.toSeconds());
  }

  @DELETE
  @Path("terminals/{terminal}/screens")
  public void endScreens(@PathParam("terminal") String terminal) {
    pairing.endSecondScreens(terminal);
  }
}
