package jp.madoguchi.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import jp.madoguchi.audit.Workplace;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.staff.DevicePairing;

/** At which terminal the caller's browser stands. */
@Path("workstation")
@Produces(MediaType.APPLICATION_JSON)
public class WorkstationResource {

  /** The terminal at which the caller's browser stands; null where it stands at none. */
  public record Workstation(String terminal) {}

  @Inject private DevicePairing pairing;
  @Inject private Workplace workplace;

  @GET
  public Workstation workstation() {
    return new Workstation(workplace.terminal().orElse(null));
  }

  @PUT
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
  public void leave(@Context HttpServletRequest request, @Context HttpServletResponse response) {
    Cookie ended = Cookies.secret(request, Cookies.WORKSTATION, "", Duration.ZERO);
    response.addCookie(ended);
  }
}
